import { cleanLine } from '../../text/clean-text.ts';

/** An article's metadata as written; null where absent. */
export interface Stated {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
}

export const NOTHING_STATED: Stated = {
  headline: null,
  outlet: null,
  byline: null,
  publishedAt: null,
  url: null,
};

const FIELDS = {
  headline: ['headline', 'title'],
  outlet: ['outlet', 'source', 'publisher', 'site', 'publication'],
  byline: ['byline', 'author', 'authors'],
  publishedAt: ['date', 'published', 'publishedAt', 'published_at', 'datePublished', 'pubDate'],
  url: ['url', 'link'],
} as const satisfies Record<keyof Stated, readonly string[]>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field: a string, number, date, `{ name }` or a list of these, joined by commas; else null. */
function words(value: unknown): string | null {
  if (typeof value === 'string') return cleanLine(value) || null;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value))
    return (
      value
        .map(words)
        .filter((name) => name !== null)
        .join(', ') || null
    );
  return isRecord(value) ? words(value['name']) : null;
}

/** The metadata of a record under any of the usual field names; the first non-empty field counts. */
export function readStated(record: Readonly<Record<string, unknown>>): Stated {
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const found = Object.hasOwn(record, name) ? words(record[name]) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return {
    headline: first(FIELDS.headline),
    outlet: first(FIELDS.outlet),
    byline: first(FIELDS.byline),
    publishedAt: first(FIELDS.publishedAt),
    url: first(FIELDS.url),
  };
}

/** An http(s) URL as written with its host, without `www.`; null for anything else. */
export function readLink(value: string): { readonly url: string; readonly host: string } | null {
  const url = value.trim();
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:'
    ? { url, host: hostname.replace(/^www\./u, '') }
    : null;
}
