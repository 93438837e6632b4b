import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FETCH_LIMITS, type FetchNet, fetchIfChanged } from '../../../src/ingest/fetch/fetch-url.ts';
import { type Poll, pollSource } from '../../../src/ingest/poll/poll-source.ts';
import { newSource } from '../../../src/ingest/poll/state.ts';
import type { SourceState } from '../../../src/kernel/source.ts';
import { anItem, anRss, SECOND_ITEM } from '../feed/feed-fixtures.ts';
import { aNet, type OpenServer, openServer } from '../fetch/fetch-world.ts';
import { FAILURES, PAGE, XML } from './poll-failures.ts';

const TWO = anRss();

let site: OpenServer;

let net: FetchNet;

let at = '';

let now = new Date('2024-05-06T07:00:00Z');

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  site = await openServer((request, response) => answer(request, response));
  net = aNet({
    ports: [site.port],
    permitted: [{ range: '127.0.0.1', port: site.port }],
    names: { 'news.example': [['127.0.0.1']] },
    limits: { ...FETCH_LIMITS, totalMs: 600, idleMs: 300, connectMs: 300 },
  });
  at = `http://news.example:${site.port}`;
});

afterAll(() => site.close());

beforeEach(() => {
  now = new Date('2024-05-06T07:00:00Z');
});

const poll = (state: SourceState): Promise<Poll> =>
  pollSource(
    state,
    (url, validators) => fetchIfChanged(url, validators, net),
    () => now,
    () => 0,
  );

const added = (path = '/feed'): SourceState => newSource(at + path, now);

const feed =
  (content: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { ...XML, ...headers }).end(content);
  };

const minutes = ({ nextPollAt }: SourceState): number =>
  Math.round((Date.parse(nextPollAt ?? '') - now.getTime()) / 60_000);

describe('a feed that is polled', () => {
  it('is read in full at first, then asked for only if it changed', async () => {
    answer = feed(TWO, {
      etag: '"one"',
      'last-modified': 'Mon, 06 May 2024 06:00:00 GMT',
      'cache-control': 'max-age=3600',
    });
    const first = await poll(added());
    expect(first.fresh.map(({ title }) => title)).toHaveLength(2);
    expect(site.headers.at(-1)).not.toHaveProperty('if-none-match');
    expect(first.state).toMatchObject({ state: 'well', feed: { title: 'Harbor News' }, etag: '"one"' });
    expect(minutes(first.state)).toBe(60);

    answer = (_request, response) => response.writeHead(304).end();
    now = new Date('2024-05-06T08:10:00Z');
    const second = await poll(first.state);
    expect(site.headers.at(-1)).toMatchObject({
      'if-none-match': '"one"',
      'if-modified-since': 'Mon, 06 May 2024 06:00:00 GMT',
    });
    expect(second).toMatchObject({
      fresh: [],
      changed: [],
      state: { state: 'well', etag: '"one"', heardAt: now.toISOString() },
    });

    answer = feed(TWO);
    now = new Date('2024-05-20T08:10:00Z');
    await poll(second.state);
    expect(site.headers.at(-1)).not.toHaveProperty('if-none-match');
  });

  it('hands each entry on once, a changed one as changed, and is not fooled by changed identifiers', async () => {
    answer = feed(anRss([anItem()]));
    const first = await poll(added());
    answer = feed(TWO);
    const second = await poll(first.state);
    expect(second.fresh.map(({ link }) => link)).toEqual(['https://news.example/library']);
    answer = feed(anRss([anItem({ more: '<description>Corrected words.</description>' }), SECOND_ITEM]));
    const third = await poll(second.state);
    expect(third.fresh).toEqual([]);
    expect(third.changed.map(({ link }) => link)).toEqual(['https://news.example/ferry']);
    answer = feed(
      anRss([anItem({ guid: 'new-1', more: '<description>Corrected words.</description>' }), SECOND_ITEM]),
    );
    const fourth = await poll(third.state);
    expect([fourth.fresh, fourth.changed]).toEqual([[], []]);
    expect(fourth.state.newsAt).toBe(third.state.newsAt);
    expect(JSON.parse(JSON.stringify(fourth.state))).toEqual(fourth.state);
  });

  it.each([
    [301, '/new'],
    [308, '/new'],
    [302, '/feed'],
    [307, '/feed'],
  ])('is asked for at its new address after %i or not: %s', async (status, path) => {
    answer = (request, response) => {
      if (request.url === '/feed') response.writeHead(status, { location: '/new' }).end();
      else feed(TWO)(request, response);
    };
    const { state, fresh } = await poll(added());
    expect(fresh).toHaveLength(2);
    expect(state.url).toBe(at + path);
  });

  it('keeps its address when the permanent redirect leads to no feed, or only after a passing one', async () => {
    answer = (request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    };
    expect((await poll(added())).state).toMatchObject({ url: `${at}/feed`, trouble: { code: 'not-a-feed' } });
    answer = (request, response) => {
      if (request.url === '/feed') response.writeHead(302, { location: '/b' }).end();
      else if (request.url === '/b') response.writeHead(301, { location: '/c' }).end();
      else feed(TWO)(request, response);
    };
    expect((await poll(added())).state.url).toBe(`${at}/feed`);
  });

  it('says what of it could not be read', async () => {
    answer = feed(TWO.slice(0, -60));
    const { notes, fresh, state } = await poll(added());
    expect(notes).toEqual(['the feed breaks off in the middle of an entry, which was left out']);
    expect([fresh.length, state.state]).toEqual([1, 'well']);
  });
});

describe('a feed that fails', () => {
  it.each(FAILURES)(
    'says in plain words why, and when it is asked again: %s',
    async (_what, say, code, reason, wait) => {
      answer = (_request, response) => say(response);
      const { state, fresh } = await poll(added());
      expect(state.trouble).toMatchObject({
        code,
        reason: expect.stringMatching(reason),
        since: now.toISOString(),
      });
      expect(fresh).toEqual([]);
      if (wait === null) expect(state).toMatchObject({ state: 'stopped', nextPollAt: null });
      else expect([state.state, minutes(state)]).toEqual(['failing', wait]);
    },
  );

  it('names the resolver and the certificate where they are the cause', async () => {
    const lost = await poll(newSource(`http://lost.example:${site.port}/`, now));
    expect(lost.state.trouble).toMatchObject({
      code: 'dns',
      reason: 'The host lost.example could not be looked up.',
    });
    const open = await poll(newSource(`https://news.example:${site.port}/`, now));
    expect(open.state.trouble).toMatchObject({ code: 'tls' });
  });

  it('is well again once it answers, with nothing missed', async () => {
    answer = feed(anRss([anItem()]), { etag: '"one"' });
    const well = await poll(added());
    answer = (_request, response) => response.writeHead(500).end();
    const failing = await poll((await poll(well.state)).state);
    expect([failing.state.failures, minutes(failing.state)]).toEqual([2, 40]);
    answer = feed(TWO);
    const back = await poll(failing.state);
    expect(site.headers.at(-1)).toMatchObject({ 'if-none-match': '"one"' });
    expect(back.state).toMatchObject({ state: 'well', trouble: null, failures: 0 });
    expect(back.fresh).toHaveLength(1);
  });
});
