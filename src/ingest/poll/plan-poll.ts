import { DateTime } from 'luxon';
import type { SourceState, Trouble } from '../../kernel/source.ts';
import type { Validators } from '../fetch/fetch-url.ts';
import type { ResponseFacts } from '../fetch/refusal.ts';
import type { PollResponse } from './state.ts';

/** All in ms. */
export interface PollLimits {
  /** Between two polls of a feed that states no interval. */
  readonly usual: number;
  /** The longest wait that a feed's ttl, its max-age or failures can cause. */
  readonly longest: number;
  /** After status 429 without Retry-After. */
  readonly tooOften: number;
  /** The longest Retry-After that is obeyed. */
  readonly longestRetryAfter: number;
  /** Request the whole feed after this long without it: some servers answer “unchanged” for ever. */
  readonly unconditional: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const POLL_LIMITS: PollLimits = {
  usual: 20 * MINUTE,
  longest: DAY,
  tooOften: HOUR,
  longestRetryAfter: 7 * DAY,
  unconditional: 7 * DAY,
};
/** Waits grow by a random share up to this, so that sources added together do not stay in step. */
const JITTER = 0.15;

/** The validators of a conditional request; both null to request the whole feed. */
export function validatorsOf(state: SourceState, now: Date, limits = POLL_LIMITS): Validators {
  const read = state.readAt === null ? 0 : Date.parse(state.readAt);
  const stale = now.getTime() - read > limits.unconditional || state.feed === null;
  return stale ? { etag: null, lastModified: null } : { etag: state.etag, lastModified: state.lastModified };
}

/** A source's state after a poll, with the next poll's time and any trouble. `random` returns 0 ≤ x < 1. */
export function planPoll(
  state: SourceState,
  response: PollResponse,
  now: Date,
  random: () => number,
  limits: PollLimits = POLL_LIMITS,
): SourceState {
  const at = now.toISOString();
  const later = (ms: number): string => new Date(now.getTime() + ms * (1 + JITTER * random())).toISOString();
  switch (response.kind) {
    case 'feed': {
      const { etag, lastModified } = response.response;
      const heard = hear({ ...state, feed: response.feed }, response, at);
      return {
        ...heard,
        etag,
        lastModified,
        readAt: at,
        newsAt: response.news > 0 ? at : state.newsAt,
        seen: response.seen,
        nextPollAt: later(calmWait(heard, response.response, now, limits)),
      };
    }
    case 'unchanged': {
      const { etag, lastModified } = response.response;
      const heard = hear(state, response, at);
      return {
        ...heard,
        // A 304 response updates only the validators it contains (RFC 9111, section 4.3.4).
        etag: etag ?? state.etag,
        lastModified: lastModified ?? state.lastModified,
        nextPollAt: later(calmWait(heard, response.response, now, limits)),
      };
    }
    case 'failed': {
      const { code, reason } = response;
      const trouble: Trouble = { code, reason, since: state.trouble?.since ?? at };
      const failed: SourceState = {
        ...state,
        state: 'failing',
        trouble,
        failures: state.failures + 1,
        polledAt: at,
      };
      if (code === 'gone') return { ...failed, state: 'stopped', nextPollAt: null };
      return { ...failed, nextPollAt: later(failureWait(failed, response.response, now, limits)) };
    }
    default:
      return response satisfies never;
  }
}

function hear(state: SourceState, { movedTo }: { readonly movedTo: string | null }, at: string): SourceState {
  return {
    ...state,
    url: movedTo ?? state.url,
    state: 'well',
    trouble: null,
    failures: 0,
    polledAt: at,
    heardAt: at,
  };
}

/** The wait after a success: the longest of our default, the feed's ttl and the response's max-age, limited. */
function calmWait(state: SourceState, response: ResponseFacts, now: Date, limits: PollLimits): number {
  const asked = Math.max(limits.usual, state.feed?.ttlMs ?? 0, maxAgeMs(response.cacheControl));
  return Math.max(Math.min(asked, limits.longest), retryAfterMs(response.retryAfter, now, limits));
}

/** The wait after a failure: doubles each time up to a day. Only status 410 or an editor stops a source. */
function failureWait(
  state: SourceState,
  response: ResponseFacts | null,
  now: Date,
  limits: PollLimits,
): number {
  const doubled = Math.min(limits.usual * 2 ** Math.min(state.failures - 1, 20), limits.longest);
  const least = state.trouble?.code === 'asked-too-often' ? limits.tooOften : 0;
  return Math.max(doubled, least, retryAfterMs(response?.retryAfter ?? null, now, limits));
}

/** Retry-After (seconds or an HTTP date) as ms from now; 0 when absent, unreadable or past. */
function retryAfterMs(value: string | null, now: Date, limits: PollLimits): number {
  if (value === null) return 0;
  const at = DateTime.fromHTTP(value);
  const ms = /^\d{1,10}$/u.test(value)
    ? Number(value) * 1_000
    : at.isValid
      ? at.toMillis() - now.getTime()
      : 0;
  return Math.min(Math.max(ms, 0), limits.longestRetryAfter);
}

function maxAgeMs(cacheControl: string | null): number {
  const value = cacheControl?.toLowerCase() ?? '';
  if (/\bno-(?:cache|store)\b/u.test(value)) return 0;
  return Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/u.exec(value)?.[1] ?? 0) * 1_000;
}
