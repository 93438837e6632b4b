import { decodeEntities } from './plain.ts';

export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
}

const TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^application\/json\b|^text\/xml\b/iu;
const HEAD_CHARACTERS = 500_000;
const MOST = 10;

/**
 * Returns the feeds that a web page links as its own (`<link rel="alternate" type="application/rss+xml" …>`),
 * with absolute URLs, without duplicates.
 */
export function findFeedLinks(html: string, url: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  for (const [tag] of html.slice(0, HEAD_CHARACTERS).matchAll(/<link\s[^<>]{0,2000}>/giu)) {
    const attribute = (name: string): string => {
      const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag);
      return decodeEntities(value?.[1] ?? value?.[2] ?? value?.[3] ?? '').trim();
    };
    const alternate = attribute('rel').toLowerCase().split(/\s+/u).includes('alternate');
    const href = attribute('href');
    if (!alternate || !TYPES.test(attribute('type')) || !href || !URL.canParse(href, url)) continue;
    const link = new URL(href, url);
    if (link.protocol === 'http:' || link.protocol === 'https:')
      found.set(link.href, found.get(link.href) ?? { url: link.href, title: attribute('title') || null });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}
