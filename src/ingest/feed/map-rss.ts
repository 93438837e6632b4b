import type { RdfFeed, RssFeed } from 'feedsmith';
import { mapAtomEntry } from './map-atom.ts';
import { feedText, present, type RawEntry, type RawFeed } from './types.ts';

/** Maps feedsmith’s RSS 0.9x or 2.0 feed to RawFeed. */
export function mapRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    kind: 'rss',
    title: feedText(feed.title ?? feed.dc?.titles?.[0], 'html'),
    link: present(feed.link, ...linksOf(feed.atom?.links))[0] ?? null,
    ttlMs: minutes(feed.ttl) ?? syndicationMs(feed.sy),
    bases: present(feed.xml?.base),
    entries: (feed.items ?? []).map(mapRssItem),
  };
}

function mapRssItem(item: RssFeed.Item<string>): RawEntry {
  const { guid, dc, dcterms } = item;
  const atom = item.atom ? mapAtomEntry(item.atom) : null;
  const id = guid?.value ?? atom?.guid ?? dc?.identifiers?.[0];
  // RSS 2.0: a guid is a link unless `isPermaLink` is false.
  const permalink =
    guid?.isPermaLink !== false && /^https?:\/\//iu.test(guid?.value ?? '') ? guid?.value : null;
  const content = item.content?.encoded;
  return {
    guid: id?.trim() || null,
    links: present(item.link, ...(atom?.links ?? []), permalink),
    title:
      feedText(item.title ?? dc?.titles?.[0] ?? item.media?.title?.value ?? item.itunes?.title, 'html') ??
      atom?.title ??
      null,
    published: present(
      item.pubDate,
      ...(dc?.dates ?? []),
      ...(dcterms?.issued ?? []),
      ...(dcterms?.created ?? []),
      ...(atom?.published ?? []),
    ),
    updated: present(...(dcterms?.modified ?? []), ...(atom?.updated ?? [])),
    authors: authorsOf(item.authors, dc?.creators, item.itunes?.author, atom?.authors),
    summary:
      feedText(item.description ?? dc?.descriptions?.[0] ?? item.itunes?.summary, 'html') ??
      atom?.summary ??
      null,
    content: feedText(content, 'html') ?? atom?.content ?? null,
    bases: present(item.xml?.base),
  };
}

/** Maps feedsmith’s RSS 0.90 or 1.0 feed to RawFeed. */
export function mapRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    kind: 'rdf',
    title: feedText(feed.title ?? feed.dc?.titles?.[0], 'html'),
    link: present(feed.link)[0] ?? null,
    ttlMs: syndicationMs(feed.sy),
    bases: present(feed.xml?.base),
    entries: (feed.items ?? []).map(mapRdfItem),
  };
}

function mapRdfItem(item: RdfFeed.Item<string>): RawEntry {
  const { dc, dcterms } = item;
  const about = item.rdf?.about;
  return {
    guid: present(about, dc?.identifiers?.[0])[0] ?? null,
    links: present(item.link, /^https?:\/\//iu.test(about ?? '') ? about : null),
    title: feedText(item.title ?? dc?.titles?.[0], 'html'),
    published: present(...(dc?.dates ?? []), ...(dcterms?.issued ?? []), ...(dcterms?.created ?? [])),
    updated: present(...(dcterms?.modified ?? [])),
    authors: authorsOf(undefined, dc?.creators, undefined, undefined),
    summary: feedText(item.description ?? dc?.descriptions?.[0], 'html'),
    content: feedText(item.content?.encoded, 'html'),
    bases: present(item.xml?.base),
  };
}

function authorsOf(
  people: readonly RssFeed.Person[] | undefined,
  creators: readonly string[] | undefined,
  podcaster: string | undefined,
  atom: readonly string[] | undefined,
): string[] {
  const names = present(...(creators ?? []), ...(people ?? []).map(({ name }) => name));
  if (names.length) return names;
  return present(podcaster, ...(atom ?? []), ...(people ?? []).map(({ email }) => email));
}

function linksOf(
  links: readonly { readonly href?: unknown; readonly rel?: string | undefined }[] | undefined,
): string[] {
  return (links ?? []).flatMap(({ href, rel }) =>
    typeof href === 'string' && (rel ?? 'alternate') === 'alternate' ? [href] : [],
  );
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 1,
  daily: 24,
  weekly: 168,
  monthly: 720,
  yearly: 8_760,
};

/** Update interval in ms by RSS 1.0’s syndication module: `updateFrequency` times per `updatePeriod`. */
function syndicationMs(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
  const hours = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const times = sy?.updateFrequency ?? 1;
  return hours === undefined || !(times >= 1) ? null : minutes((hours * 60) / times);
}

function minutes(count: number | undefined): number | null {
  return count !== undefined && Number.isFinite(count) && count > 0 ? Math.round(count * 60_000) : null;
}
