import type { ResponseFacts } from '../../../src/ingest/fetch/refusal.ts';
import { newSource, type PollResponse } from '../../../src/ingest/poll/state.ts';
import type { SourceState } from '../../../src/kernel/source.ts';

export const NOW = new Date('2024-05-06T07:00:00Z');
export const FEED = {
  title: 'Harbor News',
  kind: 'rss',
  link: 'https://news.example/',
  ttlMs: null,
} as const;

export function facts(parts: Partial<ResponseFacts> = {}): ResponseFacts {
  return {
    status: 200,
    etag: null,
    lastModified: null,
    cacheControl: null,
    retryAfter: null,
    botWall: false,
    ...parts,
  };
}

export function aSource(parts: Partial<SourceState> = {}): SourceState {
  return { ...newSource('https://news.example/feed', NOW), ...parts };
}

/** A source that was read well an hour ago. */
export function aReadSource(parts: Partial<SourceState> = {}): SourceState {
  const before = '2024-05-06T06:00:00.000Z';
  return aSource({
    state: 'well',
    feed: FEED,
    polledAt: before,
    heardAt: before,
    readAt: before,
    etag: '"a"',
    lastModified: 'Mon, 06 May 2024 05:00:00 GMT',
    ...parts,
  });
}

type Feed = Extract<PollResponse, { kind: 'feed' }>;
export function anAnswer(parts: Partial<Feed> = {}): Feed {
  return { kind: 'feed', response: facts(), movedTo: null, feed: FEED, news: 1, seen: ['i1'], ...parts };
}

type Failure = Extract<PollResponse, { kind: 'failed' }>;
export function aFailure(parts: Partial<Failure> = {}): Failure {
  return {
    kind: 'failed',
    code: 'out-of-order',
    reason: 'The site is out of order (500).',
    response: facts({ status: 500 }),
    ...parts,
  };
}

/** Minutes from NOW to the next poll, rounded; null when there is none. */
export function minutesToNext({ nextPollAt }: SourceState): number | null {
  return nextPollAt === null ? null : Math.round((Date.parse(nextPollAt) - NOW.getTime()) / 60_000);
}
