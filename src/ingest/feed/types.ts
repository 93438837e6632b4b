import type { FeedInfo, FeedText } from '../../kernel/source.ts';

/** An entry as a parser returns it. In every list, the first value is preferred. */
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

/** The values that are not blank, in order. */
export function present(...values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

export function feedText(value: string | null | undefined, type: FeedText['type']): FeedText | null {
  return value?.trim() ? { type, value } : null;
}
