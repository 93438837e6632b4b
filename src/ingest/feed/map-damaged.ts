import FeedParser from 'feedparser';
import { feedText, present, type RawEntry } from './types.ts';

/**
 * Parses entries from malformed XML with the npm package feedparser, which continues after errors. Its time
 * grows with the square of tag depth, so the input must pass `isParsable` first.
 */
export function parseDamaged(xml: string): Promise<RawEntry[]> {
  return new Promise((settle) => {
    const entries: RawEntry[] = [];
    const parser = new FeedParser({ addmeta: false, normalize: true, resume_saxerror: true });
    const done = (): void => settle(entries);
    parser.on('error', done);
    parser.on('end', done);
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) entries.push(mapItem(item));
    });
    parser.end(xml);
  });
}

function mapItem(item: FeedParser.Item): RawEntry {
  const raw = (name: string): string | null => rawText(item[name]);
  const guid = rawText(item.guid);
  const permalink = /^https?:\/\//iu.test(guid ?? '') ? guid : null;
  const content = raw('content:encoded') ?? raw('atom:content');
  const description =
    raw('rss:description') ?? raw('rdf:description') ?? raw('atom:summary') ?? rawText(item.summary);
  return {
    guid: guid?.trim() || null,
    links: present(rawText(item.link), permalink),
    title: feedText(rawText(item.title), 'html'),
    published: present(raw('rss:pubdate'), raw('atom:published'), raw('atom:issued'), raw('dc:date')),
    updated: present(raw('atom:updated'), raw('atom:modified')),
    authors: present(rawText(item.author)),
    summary: feedText(description, 'html'),
    content: feedText(content, 'html'),
    bases: [],
  };
}

/** Returns the text of an element in feedparser’s forms: `{ '#': text }`, a string, or a list of these. */
function rawText(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  if (typeof one !== 'object' || one === null || !('#' in one)) return null;
  return typeof one['#'] === 'string' ? one['#'] : null;
}
