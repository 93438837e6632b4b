import { createHash } from 'node:crypto';
import type { FeedEntry, FeedInfo, FeedText } from '../../kernel/source.ts';
import { cleanLine, cleanText } from '../../text/clean-text.ts';
import { readFeedDate } from './date.ts';
import { plainLine } from './plain.ts';
import { present, type RawEntry, type RawFeed } from './types.ts';

/** Describes the feed, with an absolute link. */
export function describeFeed(raw: RawFeed, url: string): FeedInfo {
  const base = resolveBases(url, raw.bases);
  return {
    title: plainLine(raw.title),
    kind: raw.kind,
    link: resolveLink(raw.link ?? '', base),
    ttlMs: raw.ttlMs,
  };
}

/** The non-empty entries in the feed's order, without duplicates; `repeated` counts the duplicates. */
export function describeEntries(raw: RawFeed, url: string): { entries: FeedEntry[]; repeated: number } {
  const feedBase = resolveBases(url, raw.bases);
  const described = raw.entries
    .map((entry) => describeEntry(entry, feedBase))
    .filter((entry) => holdsAnything(entry));
  const entries = new Map<string, FeedEntry>();
  const shared = sharedGuids(described);
  for (const { guid, entry } of described) {
    const identity = guid !== null && !shared.has(guid) ? guid : hashOf(entry);
    if (!entries.has(identity)) entries.set(identity, { ...entry, identity });
  }
  return { entries: [...entries.values()], repeated: described.length - entries.size };
}

interface Described {
  readonly guid: string | null;
  readonly entry: Omit<FeedEntry, 'identity'>;
}

function describeEntry(raw: RawEntry, feedBase: string): Described {
  const base = resolveBases(feedBase, raw.bases);
  const link = present(...raw.links.map((one) => resolveLink(one, base)))[0] ?? null;
  const content = safeText(raw.content);
  const summary = safeText(raw.summary);
  const author = present(...raw.authors.map((name) => plainLine({ type: 'html', value: name })));
  return {
    guid: raw.guid === null ? null : cleanLine(raw.guid).slice(0, 2_000) || null,
    entry: {
      title: plainLine(raw.title),
      link,
      ...datesOf(raw),
      author: [...new Set(author)].join(', ').slice(0, 500) || null,
      summary,
      content,
    },
  };
}

function datesOf({ published, updated }: RawEntry): Pick<FeedEntry, 'publishedAt' | 'publishedHow'> {
  for (const value of published) {
    const publishedAt = readFeedDate(value);
    if (publishedAt !== null) return { publishedAt, publishedHow: 'stated by the feed' };
  }
  for (const value of updated) {
    const publishedAt = readFeedDate(value);
    if (publishedAt !== null)
      return { publishedAt, publishedHow: 'the feed states only when it was last changed' };
  }
  const [unread] = present(...published, ...updated);
  const quoted = unread === undefined ? '' : cleanLine(unread).slice(0, 60);
  return {
    publishedAt: null,
    publishedHow: quoted ? `the feed states “${quoted}”, which is no day` : 'not stated by the feed',
  };
}

function holdsAnything({ guid, entry }: Described): boolean {
  return Boolean(entry.title ?? entry.link ?? entry.summary ?? entry.content) && Boolean(guid ?? true);
}

/** Guids that several different entries share, usually because of a template error. */
function sharedGuids(described: readonly Described[]): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { guid, entry } of described) {
    if (guid === null) continue;
    const owner = entry.link !== null && entry.link !== guid ? entry.link : (entry.title ?? '');
    if ((owners.get(guid) ?? owner) !== owner) shared.add(guid);
    owners.set(guid, owner);
  }
  return shared;
}

function hashOf({ link, title, summary, content }: Omit<FeedEntry, 'identity'>): string {
  const words = link !== null || title !== null ? [link, title] : [summary?.value, content?.value];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

function safeText(text: FeedText | null): FeedText | null {
  if (text === null) return null;
  const value = cleanText(text.value).trim();
  return value ? { ...text, value } : null;
}

function resolveBases(url: string, bases: readonly string[]): string {
  let base = url;
  for (const next of bases) if (URL.canParse(next.trim(), base)) base = new URL(next.trim(), base).href;
  return base;
}

/** Returns an absolute http(s) URL as written and resolves a relative one; null for anything else. */
function resolveLink(link: string, base: string): string | null {
  const text = link.replace(/[\t\n\r]+/gu, '').trim();
  if (!text || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return /^https?:\/\/\S+$/iu.test(text) ? text : url.href;
}
