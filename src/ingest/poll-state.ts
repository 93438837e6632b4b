import type { FeedInfo } from './feed-types.ts';
import type { FetchRefusalCode, ResponseFacts } from './fetch-refusal.ts';

/** What keeps a source from being read, for code; the reason beside it is for a reader. */
export type TroubleCode =
  | Exclude<FetchRefusalCode, 'http-status'>
  | 'bot-wall'
  | 'sign-in'
  | 'not-found'
  | 'gone'
  | 'asked-too-often'
  | 'out-of-order'
  | 'refused-by-site'
  | 'not-a-feed';

export interface Trouble {
  readonly code: TroubleCode;
  /** Plain words: what happened. */
  readonly reason: string;
  /** ISO time of the first poll that failed, of those in a row. */
  readonly since: string;
}

/** All that is remembered of a followed feed between two polls; plain data, to be stored as it is. */
export interface SourceState {
  /** Where it is asked for: as added, until the site says that it has moved for good. */
  readonly url: string;
  readonly state: 'new' | 'well' | 'failing' | 'stopped';
  readonly trouble: Trouble | null;
  /** Failed polls in a row. */
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly feed: FeedInfo | null;
  /** ISO times, UTC; null for never. A stopped source has no next poll. */
  readonly nextPollAt: string | null;
  readonly polledAt: string | null;
  /** When the site last answered with the feed, or that it is unchanged. */
  readonly heardAt: string | null;
  /** When the whole feed last came, not only "unchanged". */
  readonly readAt: string | null;
  /** When it last brought anything new. */
  readonly newsAt: string | null;
  /** Marks of the entries that were handed on, the newest first (`sortEntries`). */
  readonly seen: readonly string[];
}

/** A source as it is just after it was added: due at once. */
export function newSource(url: string, now: Date): SourceState {
  return {
    url,
    state: 'new',
    trouble: null,
    failures: 0,
    etag: null,
    lastModified: null,
    feed: null,
    nextPollAt: now.toISOString(),
    polledAt: null,
    heardAt: null,
    readAt: null,
    newsAt: null,
    seen: [],
  };
}

/** What one poll brought. `movedTo`: where permanent redirects led, null when nowhere. */
export type PollResponse =
  | {
      readonly kind: 'feed';
      readonly response: ResponseFacts;
      readonly movedTo: string | null;
      readonly feed: FeedInfo;
      /** Entries that are new or changed. */
      readonly news: number;
      readonly seen: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly response: ResponseFacts; readonly movedTo: string | null }
  | {
      readonly kind: 'failed';
      readonly code: TroubleCode;
      readonly reason: string;
      readonly response: ResponseFacts | null;
    };
