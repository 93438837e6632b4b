import { describe, expect, it } from 'vitest';
import { readFeedDate } from '../../../src/ingest/feed/date.ts';
import { type ReadFeed, readFeed } from '../../../src/ingest/feed/read-feed.ts';
import {
  ATOM,
  ATOM_03,
  anItem,
  anRss,
  FEED_URL,
  FIRST,
  JSON_FEED,
  JSON_FEED_1,
  RDF_10,
  RDF_090,
  RSS_091,
  SECOND,
} from './feed-fixtures.ts';

const FORMATS: readonly (readonly [
  name: string,
  content: string,
  kind: ReadFeed['feed']['kind'],
  dated: boolean,
])[] = [
  ['RSS 0.90', RDF_090, 'rdf', false],
  ['RSS 0.91', RSS_091, 'rss', false],
  ['RSS 0.92', RSS_091.replace('"0.91"', '"0.92"'), 'rss', false],
  ['RSS 1.0', RDF_10, 'rdf', true],
  ['RSS 2.0', anRss(), 'rss', true],
  ['Atom 0.3', ATOM_03, 'atom', true],
  ['Atom 1.0', ATOM, 'atom', true],
  ['JSON Feed 1', JSON_FEED_1, 'json', false],
  ['JSON Feed 1.1', JSON_FEED, 'json', true],
];

async function feedOf(content: string | Uint8Array, url = FEED_URL): Promise<ReadFeed> {
  const read = await readFeed(content, url);
  if (read.kind === 'refused') throw new Error(read.reason);
  return read;
}

describe('a feed', () => {
  it.each(FORMATS)('is read in %s', async (_name, content, kind, dated) => {
    const { feed, entries, notes } = await feedOf(content);
    expect(feed).toMatchObject({ kind, title: 'Harbor News', link: 'https://news.example/' });
    expect(entries.map(({ title, link }) => ({ title, link }))).toEqual([
      { title: FIRST.title, link: FIRST.link },
      { title: SECOND.title, link: SECOND.link },
    ]);
    const days = entries.map(({ publishedAt }) => publishedAt);
    expect(days).toEqual(dated ? ['2023-10-10T09:30:00-04:00', '2023-10-11T08:00:00Z'] : [null, null]);
    expect(notes).toEqual([]);
  });

  it('gives an entry’s own identifier, words and author, in its own type', async () => {
    for (const content of [ATOM, ATOM_03, JSON_FEED]) {
      const [first, second] = (await feedOf(content)).entries;
      expect(first).toMatchObject({ identity: FIRST.guid, content: { type: 'html', value: FIRST.words } });
      expect(second?.content?.value).toMatch(/four to three|Kept open/u);
    }
    const [first, second] = (await feedOf(ATOM)).entries;
    expect([first?.author, second?.author]).toEqual(['Nora Whitfield', 'Harbor Desk']);
    expect(second?.publishedHow).toContain('last changed');
  });

  it('is read under the names that old feeds use', async () => {
    const words = async (more: string): Promise<unknown> => {
      const [entry] = (await feedOf(anRss([anItem({ more })]))).entries;
      return [entry?.content?.value, entry?.author];
    };
    expect(await words('<fullitem>All of it</fullitem>')).toEqual(['All of it', null]);
    const body = '<body xmlns="http://www.w3.org/1999/xhtml"><p>All of it</p></body>';
    expect(await words(body)).toEqual(['<p>All of it</p>', null]);
    expect(await words('<xhtml:body><p>All</p></xhtml:body><dc:author>Ann Lee</dc:author>')).toEqual([
      '<p>All</p>',
      'Ann Lee',
    ]);
    expect(await words('<author>ann@news.example (Ann Lee)</author>')).toEqual([undefined, 'Ann Lee']);
    const iana = ATOM.replace('rel="alternate"', 'rel="http://www.iana.org/assignments/relation/alternate"');
    expect((await feedOf(iana)).entries[0]?.link).toBe(FIRST.link);
  });

  it('says how long it wants to be left alone', async () => {
    expect((await feedOf(anRss(undefined, '<ttl>90</ttl>'))).feed.ttlMs).toBe(90 * 60_000);
    expect((await feedOf(RDF_10)).feed.ttlMs).toBe(30 * 60_000);
    for (const ttl of ['-5', '0', 'soon', '1e999'])
      expect((await feedOf(anRss(undefined, `<ttl>${ttl}</ttl>`))).feed.ttlMs).toBeNull();
  });
});

const DATES: readonly (readonly [stated: string, read: string | null])[] = [
  ['Tue, 10 Oct 2023 09:30:00 -0400', '2023-10-10T09:30:00-04:00'],
  ['Tue, 10 Oct 2023 09:30:00 GMT', '2023-10-10T09:30:00Z'],
  ['Tue, 10 Oct 2023 09:30:00 EST', '2023-10-10T09:30:00-05:00'],
  ['Tue, 10 Oct 2023 09:30:00 +0800 (CST)', '2023-10-10T09:30:00+08:00'],
  ['Tue, 10 Oct 2023 09:30 Z', '2023-10-10T09:30:00Z'],
  ['Tue, 10 Oct 23 09:30:00 +0000', '2023-10-10T09:30:00Z'],
  ['10 Oct 2023', '2023-10-10'],
  ['Fri, 10 Oct 2023 9:05:00 +05:30', '2023-10-10T09:05:00+05:30'],
  ['Tue,10 Oct 2023 09:30:00 nowhere', '2023-10-10T09:30:00'],
  ['Tuesday, October 10, 2023 9:30 PM', '2023-10-10T21:30:00'],
  ['Oct 10, 2023 12:05 am EDT', '2023-10-10T00:05:00-04:00'],
  ['Tue Oct 10 09:30:00 2023', '2023-10-10T09:30:00'],
  ['Tue Oct 10 09:30:00 UTC 2023', '2023-10-10T09:30:00Z'],
  ['10-Oct-2023 09:30:00', '2023-10-10T09:30:00'],
  ['2023-10-10T09:30:00Z', '2023-10-10T09:30:00Z'],
  ['2023-10-10T09:30:00.123456-04:00', '2023-10-10T09:30:00-04:00'],
  ['2023-10-10 09:30:00', '2023-10-10T09:30:00'],
  ['2023-10-10T09:30+0200', '2023-10-10T09:30:00+02:00'],
  ['20231010T093000Z', '2023-10-10T09:30:00Z'],
  ['2023-10-10', '2023-10-10'],
  ['2023/10/9', '2023-10-09'],
  ['2023-10-10T24:00:00Z', '2023-10-11T00:00:00Z'],
  ['2023-10-10T23:59:60Z', '2023-10-10T23:59:59Z'],
  ['  2023-10-10T09:30:00Z\n', '2023-10-10T09:30:00Z'],
  ['Вт, 10 окт 2023 09:30:00 +0300', '2023-10-10T09:30:00+03:00'],
  ['mar., 10 oct. 2023 09:30:00 +0200', '2023-10-10T09:30:00+02:00'],
  ['Di, 10 Okt 2023 09:30:00 +0200', '2023-10-10T09:30:00+02:00'],
  ['10 de octubre de 2023', '2023-10-10'],
  ['2023년 10월 10일', '2023-10-10'],
  ['2023年10月10日 09:30', '2023-10-10T09:30:00'],
  ['Τρι, 10 Οκτ 2023 09:30:00 EET', '2023-10-10T09:30:00+02:00'],
  ['yesterday', null],
  ['', null],
  ['2023', null],
  ['October 2023', null],
  ['2023-10', null],
  ['2023-13-45', null],
  ['30 Feb 2023', null],
  ['09/10/2023', null],
  ['0000-00-00 00:00:00', null],
  ['Thu, 01 Jan 1970 00:00:00 GMT', null],
  ['Mon, 01 Jan 0001 00:00:00 +0000', null],
  ['9999-12-31', null],
  ['1696930200', null],
  ['Tue, 10 Oct 2023 99:99:99 GMT', '2023-10-10'],
  [`${'9'.repeat(50_000)}-10-10`, null],
];

describe('a feed’s date', () => {
  it.each(DATES)('is read as stated, or not at all: %#', (stated, read) => {
    expect([stated.slice(0, 80), readFeedDate(stated)]).toEqual([stated.slice(0, 80), read]);
  });
});
