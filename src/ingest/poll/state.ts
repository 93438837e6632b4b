import type { FeedInfo, SourceState, TroubleCode } from '../../kernel/source.ts';
import type { ResponseFacts } from '../fetch/refusal.ts';

/** The state of a source that was just added: due at once. */
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

/** The result of one poll. `movedTo`: the URL to which permanent redirects lead, or null. */
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
