import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';
import { processorTime } from '../../builders/processor-time.ts';
import { type Content, middle, READABLE, REFUSED, RSS } from './damaged-feeds.ts';
import { ATOM, anItem, anRss, FEED_URL, JSON_FEED, RDF_10, SECOND, SECOND_ITEM } from './feed-fixtures.ts';

async function titlesOf(content: Content): Promise<unknown> {
  const read = await readFeed(content, FEED_URL);
  return read.kind === 'feed' ? read.entries.map(({ title }) => title) : read.reason;
}

describe('a damaged feed', () => {
  it.each(READABLE)('gives its readable entries: %s', async (_damage, content, titles) => {
    expect(await titlesOf(content)).toEqual(titles);
  });

  it.each(REFUSED)('gives one plain reason: %s', async (_what, content, reason) => {
    const read = await readFeed(content, FEED_URL);
    expect(read).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) });
    if (read.kind === 'refused') expect(read.reason).toMatch(/^The? ?[^\n]{10,150}\.$/u);
  });

  it('says what was left out', async () => {
    const notes = async (content: Content): Promise<unknown> => {
      const read = await readFeed(content, FEED_URL);
      return read.kind === 'feed' ? read.notes : read.reason;
    };
    expect(await notes(middle(RSS))).toEqual([
      'the feed breaks off in the middle of an entry, which was left out',
    ]);
    expect(await notes(anRss([anItem(), anItem()]))).toEqual(['one entry came twice']);
    expect(await notes(anRss(Array.from({ length: 1_200 }, (_, at) => anItem({ guid: `g${at}` }))))).toEqual([
      'only the first 1000 of its 1200 entries were read',
    ]);
  });

  it('resolves addresses against the base that is nearest', async () => {
    const links = async (content: string): Promise<unknown> => {
      const read = await readFeed(content, FEED_URL);
      return read.kind === 'feed' ? read.entries.map(({ link }) => link) : read.reason;
    };
    const relative = anRss([
      anItem({ link: '../a b', guid: '' }),
      anItem({ link: '//other.example/c', guid: '1' }),
      anItem({ link: '\n https://news.example/d \n', guid: '2' }),
    ]);
    expect(await links(relative)).toEqual([
      'https://news.example/a%20b',
      'https://other.example/c',
      'https://news.example/d',
    ]);
    const based = ATOM.replace('<feed ', '<feed xml:base="https://base.example/x/" ').replace(
      '<entry>',
      '<entry xml:base="y/">',
    );
    expect(await links(based.replaceAll('https://news.example/', ''))).toEqual([
      'https://base.example/x/y/ferry',
      'https://base.example/x/library',
    ]);
    const strange = anRss([
      anItem({ link: 'javascript:alert(1)' }),
      anItem({ link: 'http://[bad', guid: '1' }),
      anItem({ link: '', guid: 'https://news.example/g' }).replace('false', 'true'),
    ]);
    expect(await links(strange)).toEqual([null, null, 'https://news.example/g']);
  });

  it('tells entries apart where identifiers do not', async () => {
    const identities = async (content: string): Promise<(string | null)[]> => {
      const read = await readFeed(content, FEED_URL);
      return read.kind === 'feed' ? read.entries.map(({ identity }) => identity) : [];
    };
    const bare = [anItem({ guid: '' }), anItem({ guid: '', link: SECOND.link })];
    const first = await identities(anRss(bare));
    expect(first).toEqual([expect.stringMatching(/^[\da-f]{64}$/u), expect.stringMatching(/^[\da-f]{64}$/u)]);
    expect(new Set(first).size).toBe(2);
    expect(await identities(anRss(bare))).toEqual(first);
    const same = await identities(anRss([anItem({ guid: '1' }), anItem({ guid: '1', link: SECOND.link })]));
    expect(same).toHaveLength(2);
    expect(same).not.toContain('1');
    const changed = await identities(anRss([anItem({ guid: 'new', title: 'Ferry terminal opens' })]));
    expect(changed).toEqual(['new']);
  });

  it('is read or refused wherever it is cut, never losing an entry that is whole', async () => {
    for (const feed of [RSS, ATOM, RDF_10, JSON_FEED])
      for (let at = 0; at <= feed.length; at += 7) {
        const read = await readFeed(feed.slice(0, at), FEED_URL);
        const whole = [...feed.slice(0, at).matchAll(/<\/(?:item|entry)>/gu)].length;
        if (feed !== JSON_FEED)
          expect([at, read.kind === 'feed' ? read.entries.length : 0]).toEqual([at, whole]);
        if (read.kind === 'refused') expect(read.reason).not.toBe('');
      }
  });
});

const N = 60_000;

const HOSTILE: readonly (readonly [what: string, content: string])[] = [
  ['tags nested deeply', `<rss><channel>${'<a>'.repeat(N)}`],
  ['tags nested deeply, and closed', `<rss><channel>${'<a>'.repeat(N)}${'</a>'.repeat(N)}</channel></rss>`],
  ['tags nested deeply in one entry', anRss([anItem({ more: '<b>'.repeat(N) }), SECOND_ITEM])],
  ['titles nested deeply', `<rss><channel><item>${'<title>'.repeat(N)}`],
  ['entries in entries', `<rss><channel>${'<item>'.repeat(N)}${'</item>'.repeat(N)}</channel></rss>`],
  ['CDATA begun over and over', `<rss><channel><item>${'<title><![CDATA['.repeat(N)}`],
  ['comments begun over and over', `<rss><channel><item>${'<!--'.repeat(N)}`],
  ['nothing but <', `<rss><channel><item>${'<'.repeat(N)}`],
  ['nothing but &', anRss([anItem({ title: '&'.repeat(N) })])],
  ['an entity without an end', anRss([anItem({ title: `&${'a'.repeat(N)}` })])],
  [
    'attributes without end',
    `<rss><channel><item ${Array.from({ length: N }, (_, at) => `a${at}="x"`).join(' ')}/></channel></rss>`,
  ],
  ['an attribute that is never closed', `<rss><channel><item ${'a="'.repeat(N)}`],
  ['entries whose tags never end', `<rss><channel>${'<item '.repeat(N * 10)}`],
  ['closing tags of entries that never end', `<rss><channel>${'</item '.repeat(N * 10)}`],
  ['authors that are never closed', `<rss><channel>${'<author>'.repeat(N * 10)}`],
  [
    'lists of RDF',
    `<rdf:RDF><channel><items><rdf:Seq>${'<rdf:li resource="a"/>'.repeat(N)}</rdf:Seq></items></channel></rdf:RDF>`,
  ],
  ['closing tags only', `<rss><channel>${'</a>'.repeat(N)}`],
  ['open tags that never match', `<rss><channel>${'<a></b>'.repeat(N)}`],
  ['unclosed entries', `<rss><channel>${'<item><title>x</item>'.repeat(N / 4)}</channel></rss>`],
  [
    'namespaces without end',
    `<rss><channel>${Array.from({ length: N / 4 }, (_, at) => `<item xmlns:a${at}="x">`).join('')}`,
  ],
  ['document types without end', `<rss>${'<!DOCTYPE a ['.repeat(N)}`],
  ['a document type that is never closed', `<!DOCTYPE a [${'<!ENTITY a "'.repeat(N)}<rss>`],
  [
    'entities that double',
    RSS.replace('<rss', `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(40)}">]><rss`).replace(
      '<description>',
      `<description>${'&a;'.repeat(N)}`,
    ),
  ],
  ['many entries', anRss(Array.from({ length: N }, (_, at) => anItem({ guid: `g${at}` })))],
  ['one long word', anRss([anItem({ title: 'a'.repeat(2_000_000) })])],
  ['a long author', anRss([anItem({ more: `<author>${'(a@'.repeat(N)}</author>` })])],
  ['brackets of JSON', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(N)}`],
  ['strings of JSON that never end', `{"items":[${'"\\'.repeat(N)}`],
  ['comments of JSON', `{${'/*'.repeat(N)}`],
  ['slashes of JSON', `{${'/'.repeat(N)}`],
  ['objects of JSON', `{"items":[${'{"a":'.repeat(N)}`],
  ['cut places of JSON', `{"items":[${'{"id":"a"},'.repeat(N)}x`],
];

describe('a hostile feed', () => {
  it.each(HOSTILE)('is done with in no time: %s', async (_what, content) => {
    const { ms, made: read } = await processorTime(() => readFeed(content, FEED_URL));
    expect(ms).toBeLessThan(20_000);
    expect(read.kind === 'feed' ? 'read' : read.reason).not.toBe('');
  });

  it('is read or refused without a fault, whatever it is made of', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 10 }),
      fc.constantFrom(
        '<rss version="2.0">',
        '<channel>',
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<feed>',
        '<entry>',
        '</entry>',
        '<rdf:RDF>',
        '<link href="',
        '">',
        '/>',
        '&#x0;',
        '&amp;',
        '<guid>1</guid>',
        '<__proto__>',
        '<constructor>',
        '<content:encoded>',
        '<pubDate>2023-10-10</pubDate>',
        '{"items":[',
        '{"id":1}',
        ']',
        '}',
        '"',
        '<media:title>',
        '<author>',
        '\ud800',
      ),
    );
    const start = fc.constantFrom(
      '<rss><channel>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<rdf:RDF>',
      '{"items":[',
      '',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(piece, { maxLength: 25 }), async (head, pieces) => {
        const read = await readFeed(head + pieces.join(''), FEED_URL);
        if (read.kind === 'refused') expect(read.reason).toMatch(/^The? ?.+\.$|^This .+\.$/u);
        else for (const { identity } of read.entries) expect(identity).not.toBe('');
      }),
      { numRuns: 1_500 },
    );
  });

  it('is read or refused without a fault from any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(['feed', 'refused']).toContain((await readFeed(bytes, 'not even an address')).kind);
      }),
    );
  });
});
