/** Text as a feed gives it; HTML is not yet cleaned, nor to be trusted. */
export interface FeedText {
  readonly type: 'html' | 'text';
  readonly value: string;
}

export interface FeedInfo {
  /** Plain text on one line; null when the feed has none. */
  readonly title: string | null;
  readonly kind: 'rss' | 'rdf' | 'atom' | 'json';
  /** The site the feed is of. */
  readonly link: string | null;
  /** How long the feed asks to be left alone; ms. */
  readonly ttlMs: number | null;
}

export interface FeedEntry {
  /** The feed's own identifier of the entry, else a hash of link and title; unique in its feed. */
  readonly identity: string;
  /** Plain text on one line; null when the entry has none. */
  readonly title: string | null;
  /** Absolute, http or https. */
  readonly link: string | null;
  /** `YYYY-MM-DD`, or an ISO time with the offset that was stated (none when none was); null when unknown. */
  readonly publishedAt: string | null;
  /** For a reader: where the date is from, or why there is none. */
  readonly publishedHow: string;
  readonly author: string | null;
  readonly summary: FeedText | null;
  readonly content: FeedText | null;
}

/** An entry as one of the parsers gives it, nothing decided yet; the first of several is the best. */
export interface RawEntry {
  readonly guid: string | null;
  readonly links: readonly string[];
  readonly title: FeedText | null;
  /** Stated dates of publication. */
  readonly published: readonly string[];
  /** Stated dates of the last change. */
  readonly updated: readonly string[];
  readonly authors: readonly string[];
  readonly summary: FeedText | null;
  readonly content: FeedText | null;
  /** `xml:base` of the entry, outermost first. */
  readonly bases: readonly string[];
}

export interface RawFeed {
  readonly kind: FeedInfo['kind'];
  readonly title: FeedText | null;
  readonly link: string | null;
  readonly ttlMs: number | null;
  readonly bases: readonly string[];
  readonly entries: readonly RawEntry[];
}

/** The values that hold something, in order. */
export function present(...values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

export function feedText(value: string | null | undefined, type: FeedText['type']): FeedText | null {
  return value?.trim() ? { type, value } : null;
}
