import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/ingest/feed/read-feed.ts';
import { processorTime } from '../../builders/processor-time.ts';
import {
  ATOM,
  anItem,
  anRss,
  FEED_URL,
  FIRST,
  JSON_FEED,
  RDF_10,
  SECOND,
  SECOND_ITEM,
} from './feed-fixtures.ts';

type Content = string | Uint8Array;
const BOTH = [FIRST.title, SECOND.title];
const RSS = anRss();
const middle = (feed: string): string => feed.slice(0, feed.indexOf(SECOND.link) + 10);
const encoded = (charset: string, declared: string, title: string): Buffer =>
  iconv.encode(anRss([anItem({ title })]).replace('UTF-8', declared), charset, { addBOM: false });
const manyEntities = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
).join('');
const bomb = anRss([anItem({ title: 'Bomb &lol12; here' })]).replace(
  '<rss',
  `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${manyEntities}]>\n<rss`,
);
const external = anRss([anItem({ title: 'Read &xxe; out' })]).replace(
  '<rss',
  '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>\n<rss',
);

/** What was damaged → the titles that are still read. */
const READABLE: readonly (readonly [damage: string, content: Content, titles: readonly (string | null)[]])[] =
  [
    ['cut off in the second entry', middle(RSS), [FIRST.title]],
    ['cut off after the second entry', RSS.slice(0, RSS.lastIndexOf('</item>') + 7), BOTH],
    ['cut off inside the last tag', RSS.slice(0, -3), BOTH],
    ['Atom cut off', middle(ATOM), [FIRST.title]],
    ['RDF cut off', RDF_10.slice(0, RDF_10.lastIndexOf('<description>') + 20), [FIRST.title]],
    ['JSON cut off', middle(JSON_FEED), [FIRST.title]],
    [
      'cut off in the middle of a character',
      gzipSync(RSS.replace('Harbor', 'Hafen Köln')).length ? Buffer.from(RSS).subarray(0, -5) : '',
      BOTH,
    ],
    ['a charset other than declared', encoded('utf8', 'iso-8859-1', 'Café “Ö”'), ['Café “Ö”']],
    ['latin-1 declared as UTF-8', encoded('windows-1252', 'UTF-8', 'Café “Ö”'), ['Café “Ö”']],
    ['an old charset, declared', encoded('windows-1251', 'windows-1251', 'Порт открыт'), ['Порт открыт']],
    ['a charset that does not exist', encoded('utf8', 'x-unknown-8', 'Café “Ö”'), ['Café “Ö”']],
    ['UTF-16 that says it is UTF-8', iconv.encode(RSS, 'utf-16le', { addBOM: true }), BOTH],
    [
      'undeclared entities',
      anRss([anItem({ title: 'Caf&eacute; &ndash; open&nbsp;late &hellip; &unheard;' })]),
      ['Café – open late … &unheard;'],
    ],
    [
      'entities of its own, declared',
      RSS.replace('<rss', '<!DOCTYPE rss [<!ENTITY paper "The Harbor">]><rss').replace(
        FIRST.title,
        '&paper; reports',
      ),
      ['The Harbor reports', SECOND.title],
    ],
    ['bare ampersands', anRss([anItem({ title: 'Salt & Vinegar AT&T R&D' })]), ['Salt & Vinegar AT&T R&D']],
    ['escaped twice', anRss([anItem({ title: 'Salt &amp;amp; Vinegar' })]), ['Salt & Vinegar']],
    [
      'references to control characters',
      anRss([anItem({ title: 'Ferry&#0; &#x1F;opens&#8;' })]),
      ['Ferry opens'],
    ],
    ['control characters', RSS.replaceAll('Ferry', 'Fe\u0000rr\u0008y\u001b\uFFFF'), BOTH],
    ['a billion laughs', bomb, ['Bomb &lol12; here']],
    ['external entities', external, ['Read &xxe; out']],
    ['packed', gzipSync(RSS), BOTH],
    ['packed twice', gzipSync(gzipSync(RSS)), BOTH],
    ['a byte-order mark in front', `\uFEFF${RSS}`, BOTH],
    ['two byte-order marks and blank lines', `\uFEFF\uFEFF\n\n \r\n${RSS}`, BOTH],
    ['white space before the declaration', `\n\n   ${RSS}`, BOTH],
    [
      'warnings of a script in front',
      `<br />\n<b>Warning</b>: include(): failed in feed.php on line 7<br />\n${RSS}`,
      BOTH,
    ],
    ['something after its end', `${RSS}\n<!-- served in 0.1 s -->\n<script>x()</script></html>`, BOTH],
    ['no declaration', RSS.replace(/^<\?xml[^>]*>/u, ''), BOTH],
    ['no rss element', RSS.replace(/<\/?rss[^>]*>/gu, ''), BOTH],
    [
      'tags in capitals',
      RSS.replace(
        /<(\/?)(rss|channel|item|title|link|guid|description|pubDate)\b/gu,
        (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
      ),
      BOTH,
    ],
    [
      'entries outside the channel',
      RSS.replace('</channel>', '').replace('<item>', '</channel><item>'),
      BOTH,
    ],
    ['entries in two channels', anRss([anItem(), '</channel><channel>', SECOND_ITEM]), BOTH],
    ['an entry that is never closed', RSS.replace('</item>', ''), BOTH],
    [
      'mismatched tags in one entry',
      anRss([anItem({ more: '<description><p>Open <b>bold</p></description>' }), SECOND_ITEM]),
      BOTH,
    ],
    [
      'markup that is not escaped',
      anRss([anItem({ more: '<description><p>5 < 6 & <img src=a.png><br>so</description>' }), SECOND_ITEM]),
      BOTH,
    ],
    [
      'a broken attribute',
      anRss([anItem({ more: '<enclosure url="a.mp3 length=5 type=x/>' }), SECOND_ITEM]),
      [SECOND.title],
    ],
    [
      'CDATA inside CDATA',
      anRss([anItem({ title: '<![CDATA[Ferry <![CDATA[opens]]>' }), SECOND_ITEM]),
      ['Ferry <![CDATA[opens', SECOND.title],
    ],
    [
      'CDATA split to hold its own end',
      anRss([anItem({ title: '<![CDATA[a ]]]]><![CDATA[> b]]>' })]),
      ['a ]]> b'],
    ],
    ['CDATA that is never closed', anRss([anItem(), anItem({ title: '<![CDATA[Open' })]), [FIRST.title]],
    ['a comment that is never closed', anRss([anItem(), `<!-- ${SECOND_ITEM}`]), BOTH],
    ['an entry commented out', anRss([`<!-- ${anItem()} -->`, SECOND_ITEM]), [SECOND.title]],
    [
      'namespaces that are not declared',
      anRss([
        anItem({
          more: '<dc:creator>Nora Whitfield</dc:creator><content:encoded><![CDATA[<p>x</p>]]></content:encoded>',
        }),
      ]),
      [FIRST.title],
    ],
    ['Atom without its namespace', ATOM.replace(/ xmlns="[^"]*Atom"/u, ''), BOTH],
    [
      'Atom with a prefix everywhere',
      ATOM.replace('xmlns=', 'xmlns:a=').replace(
        /<(\/?)(feed|entry|title|id|link|updated|published|author|name|content)\b/gu,
        '<$1a:$2',
      ),
      BOTH,
    ],
    ['no titles', anRss([anItem({ title: '' })]), [null]],
    [
      'a title of tags',
      anRss([anItem({ title: '&lt;b&gt;Ferry&lt;/b&gt; opens&lt;br/&gt;late' })]),
      ['Ferry opens late'],
    ],
    [
      'angle brackets that are no tags',
      anRss([anItem({ title: 'Profit &lt;5% as a&lt;b' })]),
      ['Profit <5% as a<b'],
    ],
    ['the same entry twice', anRss([anItem(), anItem(), SECOND_ITEM]), BOTH],
    ['empty entries among others', anRss(['<item></item>', '<item/>', anItem()]), [FIRST.title]],
    ['no entries', anRss([]), []],
    [
      'JSON with comments and stray commas',
      JSON_FEED.replace('{', '// ours\n{ /* all */').replace(/\]\}$/u, ',],}'),
      BOTH,
    ],
    ['JSON with line breaks in strings', JSON_FEED.replace('Kept open', 'Kept\nopen'), BOTH],
    ['JSON behind a byte-order mark', `\uFEFF ${JSON_FEED}`, BOTH],
    ['JSON with items that are none', JSON_FEED.replace('"items":[', '"items":[null,5,"x",{},'), BOTH],
  ];

/** What is no feed → what a reader is told. */
const REFUSED: readonly (readonly [what: string, content: Content, reason: RegExp])[] = [
  ['nothing', '', /empty/u],
  ['blanks', ' \n\uFEFF \t', /empty/u],
  [
    'a web page',
    '<!doctype html><html><head><title>x</title></head><body><p>Hello</p></body></html>',
    /web page/u,
  ],
  [
    'a web page that talks of feeds',
    '<html><body><pre>&lt;rss> <rss> <item><title>x</title></item></pre></body></html>',
    /web page/u,
  ],
  ['a piece of a page', '<div><p>Please wait…</p></div>', /web page/u],
  ['text', 'Service unavailable', /text, not a feed/u],
  [
    'a list of feeds',
    '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="x"/></body></opml>',
    /OPML/u,
  ],
  [
    'a site map',
    '<?xml version="1.0"?><urlset><url><loc>https://news.example/</loc></url></urlset>',
    /site map/u,
  ],
  ['other XML', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /“Error”/u],
  ['other JSON', '{"error": "not found"}', /JSON, but not a feed/u],
  ['a JSON list', '[1, 2, 3]', /JSON, but not a feed/u],
  ['broken JSON', '{"version": ', /too damaged/u],
  ['an image', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000', 'latin1'), /not a feed/u],
  ['packed five times', gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(RSS))))), /over and over/u],
  ['broken packing', gzipSync(RSS).subarray(0, 60), /broken/u],
  ['a packed bomb', gzipSync(Buffer.alloc(30_000_000, ' ')), /larger than/u],
  ['a root and nothing else', '<rss version="2.0">', /too damaged/u],
];

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
