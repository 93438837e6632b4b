import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FETCH_LIMITS,
  type FetchNet,
  fetchIfChanged,
  fetchUrl,
} from '../../../src/ingest/fetch/fetch-url.ts';
import type { FetchRefusalCode } from '../../../src/kernel/source.ts';
import { aNet, type OpenServer, openServer } from './fetch-world.ts';
import { HTML, PAGE, SERVED } from './served-bodies.ts';

let site: OpenServer;

let net: FetchNet;

let at = '';

beforeAll(async () => {
  site = await openServer((request, response) => {
    const path = request.url ?? '';
    const steps = /^\/steps\/(\d+)$/u.exec(path)?.[1];
    if (steps === '0') response.writeHead(200, HTML).end(PAGE);
    else if (steps !== undefined) response.writeHead(307, { location: `/steps/${Number(steps) - 1}` }).end();
    else SERVED[path]?.(response);
  });
  const permitted = [{ range: '127.0.0.1', port: site.port }];
  net = aNet({
    ports: [site.port],
    permitted,
    names: { 'site.example': [['127.0.0.1']] },
    limits: { ...FETCH_LIMITS, totalMs: 1_500, connectMs: 500, idleMs: 400 },
  });
  at = `http://site.example:${site.port}`;
});

afterAll(() => site.close());

describe('a page', () => {
  it.each([
    '/page',
    '/gzip',
    '/br',
    '/deflate',
    '/raw',
    '/twice',
    '/unsaid',
    '/not-gzip',
    '/untyped',
    '/octets',
  ])('is read, however it is packed: %s', async (path) => {
    const page = await fetchUrl(at + path, net);
    expect(page).toMatchObject({
      kind: 'page',
      format: 'html',
      text: PAGE,
      bytes: PAGE.length,
      charset: 'utf-8',
    });
  });

  it('is read in the charset its header or its own words name', async () => {
    const russian = await fetchUrl(`${at}/russian`, net);
    expect(russian).toMatchObject({ text: '<p>Переговоры</p>', charset: 'windows-1251' });
    const japanese = await fetchUrl(`${at}/meta`, net);
    expect(japanese).toMatchObject({
      text: '<meta charset="shift_jis"><p>会談は続く</p>',
      charset: 'shift_jis',
    });
  });

  it('is found through redirects, and the way there is told', async () => {
    const page = await fetchUrl(`${at}/found`, net);
    expect(page).toMatchObject({
      kind: 'page',
      asked: `${at}/found`,
      url: `${at}/page`,
      downgraded: false,
      fetchedAt: '2024-05-06T07:08:09.000Z',
      redirects: [
        { from: `${at}/found`, to: `${at}/moved`, permanent: false },
        { from: `${at}/moved`, to: `${at}/page`, permanent: true },
      ],
    });
  });

  it('is found at the end of five redirects, not of six', async () => {
    expect(await fetchUrl(`${at}/steps/5`, net)).toMatchObject({ kind: 'page' });
    expect(await fetchUrl(`${at}/steps/6`, net)).toMatchObject({
      kind: 'refused',
      code: 'too-many-redirects',
    });
  });

  it('is asked for once, without cookies or credentials, under the name of who asks', async () => {
    const from = site.seen.length;
    await fetchUrl(`${at}/page`, net);
    expect(site.seen.slice(from)).toEqual(['GET /page']);
    const sent = site.headers.at(-1) ?? {};
    expect(sent).toMatchObject({ host: `site.example:${site.port}`, 'user-agent': 'Verbatim tests' });
    expect(
      Object.keys(sent).filter((name) => /cookie|authorization|referer|none-match|modified/u.test(name)),
    ).toEqual([]);
  });

  it('is "unchanged" only for who sent what it was known by', async () => {
    const known = await fetchIfChanged(`${at}/unasked-304`, { etag: '"a"', lastModified: 'then' }, net);
    expect(known.kind).toBe('unchanged');
    expect(site.headers.at(-1)).toMatchObject({ 'if-none-match': '"a"', 'if-modified-since': 'then' });
  });
});

const REFUSED: readonly (readonly [path: string, code: FetchRefusalCode])[] = [
  ['/bomb', 'too-large'],
  ['/bomb-in-bomb', 'too-large'],
  ['/bomb-unsaid', 'too-large'],
  ['/brotli-bomb', 'too-large'],
  ['/large', 'too-large'],
  ['/endless', 'too-large'],
  ['/many-layers', 'bad-encoding'],
  ['/unsaid-layers', 'bad-encoding'],
  ['/broken-gzip', 'bad-encoding'],
  ['/strange-encoding', 'bad-encoding'],
  ['/drip', 'timed-out'],
  ['/silent-body', 'timed-out'],
  ['/silent', 'timed-out'],
  ['/short', 'cut-off'],
  ['/chunk-cut', 'cut-off'],
  ['/hang-up', 'cut-off'],
  ['/long-headers', 'bad-response'],
  ['/image', 'content-type'],
  ['/pdf', 'content-type'],
  ['/script', 'content-type'],
  ['/video', 'content-type'],
  ['/pdf-as-html', 'content-type'],
  ['/zip-untyped', 'content-type'],
  ['/noise-as-text', 'content-type'],
  ['/empty', 'empty'],
  ['/blank', 'empty'],
  ['/no-content', 'empty'],
  ['/partial', 'http-status'],
  ['/missing', 'http-status'],
  ['/forbidden', 'http-status'],
  ['/wall', 'http-status'],
  ['/gone', 'http-status'],
  ['/often', 'http-status'],
  ['/broken', 'http-status'],
  ['/unasked-304', 'http-status'],
  ['/nowhere', 'bad-redirect'],
  ['/circle', 'redirect-loop'],
  ['/circle-of-two', 'redirect-loop'],
];

describe('what is no page', () => {
  it.each(REFUSED)('is refused in plain words, in time: %s', async (path, code) => {
    const began = performance.now();
    const fetched = await fetchUrl(at + path, net);
    expect(fetched).toMatchObject({ kind: 'refused', code });
    if (fetched.kind === 'refused') expect(fetched.reason).toMatch(/^The [^\n]{10,200}\.$/u);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('keeps what the answer said of asking again', async () => {
    const often = await fetchUrl(`${at}/often`, net);
    expect(often).toMatchObject({ response: { status: 429, retryAfter: '120', botWall: false } });
    expect(await fetchUrl(`${at}/wall`, net)).toMatchObject({ response: { status: 503, botWall: true } });
  });

  it('is refused when nothing of it is HTTP, or nobody listens', async () => {
    const rude = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('220 mail.example ESMTP\r\n'),
    );
    await new Promise<void>((settle) => rude.listen(0, '127.0.0.1', settle));
    const address = rude.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const there = { ...net, ports: [port], permitted: [{ range: '127.0.0.1', port }] };
    const said = await fetchUrl(`http://site.example:${port}/`, there);
    expect(said).toMatchObject({ kind: 'refused', code: 'bad-response' });
    await new Promise((settle) => rude.close(settle));
    const gone = await fetchUrl(`http://site.example:${port}/`, there);
    expect(gone).toMatchObject({ kind: 'refused', code: 'unreachable' });
  });

  it('is refused in time when the resolver never answers', async () => {
    const fetched = await fetchUrl(`${at}/page`, { ...net, resolve: () => new Promise(() => undefined) });
    expect(fetched).toMatchObject({ kind: 'refused', code: 'timed-out' });
  });
});

describe('a secure page', () => {
  it('is read over a connection to the address, verified against the name', async () => {
    const secure = await openServer((_request, response) => response.writeHead(200, HTML).end(PAGE), true);
    const { port } = secure;
    const there = aNet({
      ports: [port],
      permitted: [{ range: '127.0.0.1', port }],
      names: { 'secure.example': [['127.0.0.1']], 'other.example': [['127.0.0.1']] },
    });
    expect(await fetchUrl(`https://secure.example:${port}/`, there)).toMatchObject({
      kind: 'page',
      text: PAGE,
    });
    const other = await fetchUrl(`https://other.example:${port}/`, there);
    expect(other).toMatchObject({ kind: 'refused', code: 'tls' });
    expect(other).toHaveProperty('reason', expect.stringContaining('belongs to another site'));
    const { connect: _ours, ...byTheSystem } = there;
    const strange = await fetchUrl(`https://secure.example:${port}/`, byTheSystem);
    expect(strange).toMatchObject({ kind: 'refused', code: 'tls' });
    await secure.close();
  });

  it('is refused where the server knows no TLS', async () => {
    const fetched = await fetchUrl(`${at.replace('http:', 'https:')}/page`, net);
    expect(fetched).toMatchObject({ kind: 'refused', code: 'tls' });
  });

  it('says when a redirect led from it to an open one', async () => {
    const secure = await openServer(
      (_request, response) => response.writeHead(302, { location: `${at}/page` }).end(),
      true,
    );
    const there = aNet({
      ports: [secure.port, site.port],
      permitted: [secure.port, site.port].map((port) => ({ range: '127.0.0.1', port })),
      names: { 'secure.example': [['127.0.0.1']], 'site.example': [['127.0.0.1']] },
    });
    const page = await fetchUrl(`https://secure.example:${secure.port}/`, there);
    expect(page).toMatchObject({ kind: 'page', downgraded: true });
    await secure.close();
  });
});
