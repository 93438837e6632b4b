import type { ServerResponse } from 'node:http';
import type { TroubleCode } from '../../../src/kernel/source.ts';

export const XML = { 'content-type': 'application/rss+xml' };

export const PAGE =
  '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="All &amp; more" href="/feed"></head><body>x</body></html>';

export type Answer = (response: ServerResponse) => void;

export const FAILURES: readonly (readonly [
  what: string,
  answer: Answer,
  code: TroubleCode,
  reason: RegExp,
  minutes: number | null,
])[] = [
  ['403', (to) => to.writeHead(403).end(), 'bot-wall', /turns automated readers away/u, 20],
  [
    'a wall that calls itself 503',
    (to) => to.writeHead(503, { 'cf-mitigated': 'challenge' }).end(),
    'bot-wall',
    /turns automated readers away/u,
    20,
  ],
  ['401', (to) => to.writeHead(401).end(), 'sign-in', /sign in/u, 20],
  ['404', (to) => to.writeHead(404).end(), 'not-found', /no page at this address \(404\)/u, 20],
  ['410', (to) => to.writeHead(410).end(), 'gone', /taken down for good/u, null],
  ['418', (to) => to.writeHead(418).end(), 'refused-by-site', /refused the request \(418\)/u, 20],
  [
    '429 with seconds',
    (to) => to.writeHead(429, { 'retry-after': '7200' }).end(),
    'asked-too-often',
    /too often/u,
    120,
  ],
  [
    '429 with a date',
    (to) => to.writeHead(429, { 'retry-after': 'Mon, 06 May 2024 11:00:00 GMT' }).end(),
    'asked-too-often',
    /too often/u,
    240,
  ],
  ['429 without a time', (to) => to.writeHead(429).end(), 'asked-too-often', /too often/u, 60],
  ['500', (to) => to.writeHead(500).end(), 'out-of-order', /out of order \(500\)/u, 20],
  ['502', (to) => to.writeHead(502).end(), 'out-of-order', /out of order \(502\)/u, 20],
  [
    '503 with seconds',
    (to) => to.writeHead(503, { 'retry-after': '5400' }).end(),
    'out-of-order',
    /out of order/u,
    90,
  ],
  [
    '304 that was not asked for',
    (to) => to.writeHead(304).end(),
    'refused-by-site',
    /nothing has changed/u,
    20,
  ],
  [
    'a web page',
    (to) => to.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
    'not-a-feed',
    /web page, not a feed/u,
    20,
  ],
  [
    'an image',
    (to) => to.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    'content-type',
    /neither a page, a feed nor text/u,
    20,
  ],
  ['nothing', (to) => to.writeHead(200, XML).end(), 'empty', /empty/u, 20],
  ['silence', () => undefined, 'timed-out', /took too long|did not deliver/u, 20],
  ['a line that goes dead', (to) => void to.destroy(), 'cut-off', /broke off/u, 20],
  ['a circle', (to) => to.writeHead(301, { location: '/feed' }).end(), 'redirect-loop', /circle/u, 20],
  [
    'a way inside',
    (to) => to.writeHead(301, { location: 'http://10.0.0.1/' }).end(),
    'private-address',
    /private address/u,
    20,
  ],
];
