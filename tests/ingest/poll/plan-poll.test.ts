import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPoll, validatorsOf } from '../../../src/ingest/poll/plan-poll.ts';
import type { PollResponse } from '../../../src/ingest/poll/state.ts';
import type { SourceState } from '../../../src/kernel/source.ts';
import { aFailure, anAnswer, aReadSource, aSource, FEED, facts, minutesToNext, NOW } from './poll-world.ts';

const evenly = (): number => 0;

const plan = (state: SourceState, response: PollResponse, random = evenly): SourceState =>
  planPoll(state, response, NOW, random);

const HOUR = 60;

const DAY = 24 * HOUR;

describe('after a feed came', () => {
  it('is well, remembers what it is known by, and asks again after twenty minutes', () => {
    const next = plan(aSource(), anAnswer({ response: facts({ etag: 'W/"b"', lastModified: 'then' }) }));
    expect(next).toMatchObject({
      state: 'well',
      trouble: null,
      etag: 'W/"b"',
      lastModified: 'then',
      seen: ['i1'],
    });
    expect([next.polledAt, next.heardAt, next.readAt, next.newsAt]).toEqual(Array(4).fill(NOW.toISOString()));
    expect(minutesToNext(next)).toBe(20);
  });

  it('keeps ETag and Last-Modified each on its own, never one that this answer lacks', () => {
    const next = plan(aReadSource(), anAnswer({ response: facts({ lastModified: 'later' }) }));
    expect(next).toMatchObject({ etag: null, lastModified: 'later' });
    const only = plan(aReadSource(), anAnswer({ response: facts({ etag: '"c"' }) }));
    expect(only).toMatchObject({ etag: '"c"', lastModified: null });
  });

  it('does not call it news when nothing in it is', () => {
    expect(plan(aReadSource({ newsAt: 'before' }), anAnswer({ news: 0 })).newsAt).toBe('before');
  });

  it.each([
    ['its ttl', { feed: { ...FEED, ttlMs: 3 * 3_600_000 } }, 3 * HOUR],
    ['a ttl that is shorter than usual', { feed: { ...FEED, ttlMs: 60_000 } }, 20],
    ['a ttl of a year', { feed: { ...FEED, ttlMs: 365 * 86_400_000 } }, DAY],
    ['max-age', { response: facts({ cacheControl: 'public, max-age=7200' }) }, 2 * HOUR],
    ['max-age among others', { response: facts({ cacheControl: 's-maxage=9, MAX-AGE="5400"' }) }, 90],
    ['a max-age of a century', { response: facts({ cacheControl: 'max-age=3153600000' }) }, DAY],
    ['no-cache, whatever else', { response: facts({ cacheControl: 'no-cache, max-age=7200' }) }, 20],
    ['a Retry-After', { response: facts({ retryAfter: '3600' }) }, HOUR],
    [
      'the longest of all',
      { feed: { ...FEED, ttlMs: 3_600_000 }, response: facts({ cacheControl: 'max-age=7200' }) },
      2 * HOUR,
    ],
  ])('honours %s', (_what, parts, minutes) => {
    expect(minutesToNext(plan(aSource(), anAnswer(parts)))).toBe(minutes);
  });

  it('comes back up to a seventh later, never earlier', () => {
    expect(minutesToNext(plan(aSource(), anAnswer(), () => 0.999))).toBe(23);
    expect(minutesToNext(plan(aSource(), anAnswer(), () => 0.5))).toBe(22);
  });

  it('forgets its troubles', () => {
    const failing = plan(aReadSource(), aFailure());
    expect(plan(failing, anAnswer())).toMatchObject({ state: 'well', trouble: null, failures: 0 });
  });

  it('is asked for at its new address once it has moved for good', () => {
    const next = plan(aReadSource(), anAnswer({ movedTo: 'https://news.example/new' }));
    expect(next.url).toBe('https://news.example/new');
  });
});

describe('after "unchanged"', () => {
  it('keeps what it was known by, each unless a new one came', () => {
    const silent = plan(aReadSource(), {
      kind: 'unchanged',
      response: facts({ status: 304 }),
      movedTo: null,
    });
    expect(silent).toMatchObject({ state: 'well', etag: '"a"', lastModified: aReadSource().lastModified });
    expect(silent.readAt).toBe(aReadSource().readAt);
    expect(silent.heardAt).toBe(NOW.toISOString());
    const told = plan(aReadSource(), {
      kind: 'unchanged',
      response: facts({ status: 304, etag: '"b"' }),
      movedTo: null,
    });
    expect(told).toMatchObject({ etag: '"b"', lastModified: aReadSource().lastModified });
  });

  it('still honours the ttl of the feed as it last was', () => {
    const source = aReadSource({ feed: { ...FEED, ttlMs: 3_600_000 } });
    expect(minutesToNext(plan(source, { kind: 'unchanged', response: facts(), movedTo: null }))).toBe(HOUR);
  });
});

describe('what is sent along', () => {
  it('is what the feed was known by, until the whole feed was not seen for a week', () => {
    const source = aReadSource();
    expect(validatorsOf(source, NOW)).toEqual({ etag: source.etag, lastModified: source.lastModified });
    const old = aReadSource({ readAt: '2024-04-20T00:00:00Z' });
    expect(validatorsOf(old, NOW)).toEqual({ etag: null, lastModified: null });
  });

  it('is nothing before the feed was ever read', () => {
    expect(validatorsOf(aSource({ etag: '"x"' }), NOW)).toEqual({ etag: null, lastModified: null });
  });
});

describe('after a failure', () => {
  it('waits twice as long each time, up to a day, and never stops', () => {
    let state = aReadSource();
    const waits: (number | null)[] = [];
    for (let poll = 0; poll < 40; poll += 1) {
      state = plan(state, aFailure());
      waits.push(minutesToNext(state));
    }
    expect(waits.slice(0, 8)).toEqual([20, 40, 80, 160, 320, 640, 1280, DAY]);
    expect(new Set(waits.slice(7))).toEqual(new Set([DAY]));
    expect(state).toMatchObject({ state: 'failing', failures: 40, trouble: { code: 'out-of-order' } });
  });

  it('remembers since when, what is wrong now, and what the feed was known by', () => {
    const first = plan(aReadSource(), aFailure());
    const second = planPoll(
      first,
      aFailure({ code: 'dns', reason: 'The host could not be looked up.' }),
      new Date('2024-05-06T08:00:00Z'),
      evenly,
    );
    expect(second.trouble).toEqual({
      code: 'dns',
      reason: 'The host could not be looked up.',
      since: NOW.toISOString(),
    });
    expect(second).toMatchObject({ etag: '"a"', feed: FEED, heardAt: aReadSource().heardAt });
  });

  it('stops at 410 and says so', () => {
    const gone = plan(
      aReadSource(),
      aFailure({ code: 'gone', reason: 'The page was taken down for good (410).' }),
    );
    expect(gone).toMatchObject({ state: 'stopped', nextPollAt: null, trouble: { code: 'gone' } });
  });

  it.each([
    ['seconds', '7200', 2 * HOUR],
    ['a date', 'Mon, 06 May 2024 10:00:00 GMT', 3 * HOUR],
    ['a date of the old form', 'Monday, 06-May-24 10:00:00 GMT', 3 * HOUR],
    ['a date that is past', 'Mon, 06 May 2024 01:00:00 GMT', 20],
    ['a year', '31536000', 7 * DAY],
    ['no number and no date', 'soon', 20],
    ['a negative number', '-5', 20],
  ])('honours a Retry-After that is %s', (_what, retryAfter, minutes) => {
    const next = plan(aReadSource(), aFailure({ response: facts({ status: 503, retryAfter }) }));
    expect(minutesToNext(next)).toBe(minutes);
  });

  it('waits at least an hour when it was asked too often', () => {
    const failure = aFailure({ code: 'asked-too-often', response: facts({ status: 429 }) });
    expect(minutesToNext(plan(aReadSource(), failure))).toBe(HOUR);
    const told = aFailure({ code: 'asked-too-often', response: facts({ status: 429, retryAfter: '10800' }) });
    expect(minutesToNext(plan(aReadSource(), told))).toBe(3 * HOUR);
  });

  it('needs no answer at all', () => {
    expect(minutesToNext(plan(aReadSource(), aFailure({ code: 'timed-out', response: null })))).toBe(20);
  });
});

describe('any run of answers', () => {
  const answer = fc.oneof(
    fc.constant<PollResponse>(anAnswer()),
    fc.constant<PollResponse>({ kind: 'unchanged', response: facts({ status: 304 }), movedTo: null }),
    fc
      .record({
        retryAfter: fc.oneof(fc.constant(null), fc.string(), fc.integer().map(String)),
        cacheControl: fc.oneof(fc.constant(null), fc.string()),
      })
      .map((parts): PollResponse => anAnswer({ response: facts(parts) })),
    fc
      .constantFrom('dns', 'tls', 'bot-wall', 'not-found', 'not-a-feed', 'asked-too-often', 'timed-out')
      .map((code): PollResponse => aFailure({ code })),
  );

  it('leaves a next poll within eight days, never sooner than usual, and a state that survives storage', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 30 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (answers, chance) => {
          let state = aSource();
          for (const one of answers) {
            state = plan(state, one, () => chance);
            const minutes = minutesToNext(state) ?? 0;
            expect(minutes).toBeGreaterThanOrEqual(20);
            expect(minutes).toBeLessThanOrEqual(8.1 * DAY);
            expect(JSON.parse(JSON.stringify(state))).toEqual(state);
            expect(state.state === 'failing').toBe(state.trouble !== null);
          }
        },
      ),
    );
  });
});
