import type { FeedEntry, SourceState, TroubleCode } from '../../kernel/source.ts';
import type { Clock } from '../../kernel/time/clock.ts';
import { readFeed } from '../feed/read-feed.ts';
import type { FetchedPage, FetchUnchanged, Redirect, Validators } from '../fetch/fetch-url.ts';
import type { FetchRefusal } from '../fetch/refusal.ts';
import { planPoll, validatorsOf } from './plan-poll.ts';
import { sortEntries } from './sort-entries.ts';
import type { PollResponse } from './state.ts';

/** `fetchIfChanged` with its network bound. */
export type FetchFeed = (
  url: string,
  validators: Validators,
) => Promise<FetchedPage | FetchUnchanged | FetchRefusal>;

export interface Poll {
  readonly state: SourceState;
  /** Entries that no earlier poll returned, and entries whose text has changed since. */
  readonly fresh: readonly FeedEntry[];
  readonly changed: readonly FeedEntry[];
  /** What of the feed could not be read, for people. */
  readonly notes: readonly string[];
}

/** Polls a feed once: its new entries and the source's next state, which also records failures. Never throws. */
export async function pollSource(
  state: SourceState,
  fetchFeed: FetchFeed,
  clock: Clock,
  random: () => number,
): Promise<Poll> {
  const fetched = await fetchFeed(state.url, validatorsOf(state, clock()));
  const plan = (response: PollResponse): SourceState => planPoll(state, response, clock(), random);
  const nothing = { fresh: [], changed: [], notes: [] };
  switch (fetched.kind) {
    case 'refused':
      return { state: plan(failureOf(fetched)), ...nothing };
    case 'unchanged': {
      const { response } = fetched;
      return {
        state: plan({ kind: 'unchanged', response, movedTo: movedTo(fetched.redirects) }),
        ...nothing,
      };
    }
    case 'page': {
      const { response, redirects } = fetched;
      const read = await readFeed(fetched.text, fetched.url);
      if (read.kind === 'refused')
        return {
          state: plan({ kind: 'failed', code: 'not-a-feed', reason: read.reason, response }),
          ...nothing,
        };
      const { fresh, changed, seen } = sortEntries(read.entries, state.seen);
      const news = fresh.length + changed.length;
      const next = plan({ kind: 'feed', response, movedTo: movedTo(redirects), feed: read.feed, news, seen });
      return { state: next, fresh, changed, notes: read.notes };
    }
    default:
      return fetched satisfies never;
  }
}

/** The URL to which permanent redirects lead; never from https to http. Null when unchanged. */
function movedTo(redirects: readonly Redirect[]): string | null {
  let to: string | null = null;
  for (const redirect of redirects) {
    const downgrades = redirect.from.startsWith('https:') && redirect.to.startsWith('http:');
    if (!redirect.permanent || downgrades) break;
    to = redirect.to;
  }
  return to;
}

function failureOf({ code, reason, response }: FetchRefusal): PollResponse {
  const known =
    code === 'http-status' ? codeOfStatus(response?.status ?? 0, response?.botWall ?? false) : code;
  return { kind: 'failed', code: known, reason, response };
}

function codeOfStatus(status: number, botWall: boolean): TroubleCode {
  if (status === 403 || botWall) return 'bot-wall';
  if (status === 401 || status === 407) return 'sign-in';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'asked-too-often';
  return status >= 500 ? 'out-of-order' : 'refused-by-site';
}
