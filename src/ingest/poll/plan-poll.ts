import { DateTime } from 'luxon';
import type { SourceState, Trouble } from '../../kernel/source.ts';
import type { Validators } from '../fetch/fetch-url.ts';
import type { ResponseFacts } from '../fetch/refusal.ts';
import type { PollResponse } from './state.ts';

/** All in ms. */
export interface PollLimits {
  /** Between two polls of a feed that says nothing of it. */
  readonly usual: number;
  /** No feed is left alone for longer than this by its own wish (ttl, max-age), nor by failures. */
  readonly longest: number;
  /** After "asked too often" without a time. */
  readonly tooOften: number;
  /** The longest that Retry-After is obeyed. */
  readonly longestRetryAfter: number;
  /** After this long without the whole feed it is asked for unconditionally: some servers say "unchanged" for ever. */
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
/** Later by up to this share, never earlier, so that sources added together drift apart. */
const JITTER = 0.15;

/** What is sent along so that the site may say "unchanged"; nothing when the whole feed is wanted again. */
export function validatorsOf(state: SourceState, now: Date, limits = POLL_LIMITS): Validators {
  const read = state.readAt === null ? 0 : Date.parse(state.readAt);
  const stale = now.getTime() - read > limits.unconditional || state.feed === null;
  return stale ? { etag: null, lastModified: null } : { etag: state.etag, lastModified: state.lastModified };
}

/** The state after a poll: when to ask again, and what is wrong if anything is. `random` gives 0 ≤ x < 1. */
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
        // An answer without them leaves them as they were (RFC 9111, section 4.3.4); each stands on its own.
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

/** The longest of what the feed, the answer and our own habit ask for. */
function calmWait(state: SourceState, response: ResponseFacts, now: Date, limits: PollLimits): number {
  const asked = Math.max(limits.usual, state.feed?.ttlMs ?? 0, maxAgeMs(response.cacheControl));
  return Math.max(Math.min(asked, limits.longest), retryAfterMs(response.retryAfter, now, limits));
}

/** Twice as long after every failure, up to a day, and for ever: a source is stopped by 410 or by an editor only. */
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

/** Retry-After, seconds or an HTTP date, as ms from now; 0 when it says nothing or what it says is past. */
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
