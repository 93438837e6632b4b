import { buildConnector, Client } from 'undici';
import type { Clock } from '../../kernel/time/clock.ts';
import { ACCEPT, type Format, formatOfBytes, formatOfMediaType } from '../formats/know-format.ts';
import type { PermittedAddress } from './address.ts';
import { type CheckedUrl, checkUrl } from './check-url.ts';
import { type Connect, connectChecked, type Resolve } from './connect.ts';
import { type DecodedText, decodeText } from './decode.ts';
import { explainFailure, explainStatus } from './explain.ts';
import { factsOf, headerOf, type ResponseHeaders } from './headers.ts';
import { readBody } from './read-body.ts';
import { type FetchRefusal, Refused, type ResponseFacts, refuse } from './refusal.ts';

export interface FetchLimits {
  /** Of the body, on the wire and after every decompression; bytes. */
  readonly bytes: number;
  /** From the first look-up to the last byte, all redirects included; ms. */
  readonly totalMs: number;
  /** For one connection; ms. */
  readonly connectMs: number;
  /** Without a byte arriving; ms. */
  readonly idleMs: number;
  readonly redirects: number;
}

export const FETCH_LIMITS: FetchLimits = {
  bytes: 10_000_000,
  totalMs: 30_000,
  connectMs: 8_000,
  idleMs: 10_000,
  redirects: 5,
};

/** The network as a fetch sees it; `connect` and `permitted` are for tests and for an operator's own machines. */
export interface FetchNet {
  readonly resolve: Resolve;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  /** Said in the User-Agent header: who asks, and where to complain. */
  readonly agent: string;
  readonly connect?: Connect;
  /** Private addresses that may be reached; none unless stated. */
  readonly permitted?: readonly PermittedAddress[];
  /** Ports besides 80 and 443; none unless stated. */
  readonly ports?: readonly number[];
  /** Gives every fetch up when the process is asked to end. */
  readonly stop?: AbortSignal;
}

/** What a server said the last time, sent back so that it may say "unchanged". */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** 301 or 308: the address has moved for good. */
  readonly permanent: boolean;
}

interface Arrival {
  /** As asked for. */
  readonly asked: string;
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** Whether a redirect led from https to http. */
  readonly downgraded: boolean;
  /** ISO time, UTC. */
  readonly fetchedAt: string;
  readonly response: ResponseFacts;
}

export interface FetchedPage extends Arrival, DecodedText {
  readonly kind: 'page';
  readonly format: Format;
  /** After decompression. */
  readonly bytes: number;
}

/** The server says that nothing has changed since the validators were given. */
export interface FetchUnchanged extends Arrival {
  readonly kind: 'unchanged';
}

/** A page by an address that anyone may have typed: nothing private can be reached, and nothing about it is trusted. Never throws. */
export async function fetchUrl(url: string, net: FetchNet): Promise<FetchedPage | FetchRefusal> {
  const fetched = await fetchIfChanged(url, { etag: null, lastModified: null }, net);
  return fetched.kind === 'unchanged' ? explainStatus(fetched.response) : fetched;
}

/** The same, unless the server says that it has not changed. Never throws. */
export async function fetchIfChanged(
  url: string,
  validators: Validators,
  net: FetchNet,
): Promise<FetchedPage | FetchUnchanged | FetchRefusal> {
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  const late = setTimeout(giveUp, net.limits.totalMs);
  if (net.stop?.aborted) giveUp();
  net.stop?.addEventListener('abort', giveUp, { once: true });
  const expired = new Promise<FetchRefusal>((settle) => {
    const seconds = Math.ceil(net.limits.totalMs / 1_000);
    const refusal = refuse('timed-out', `The site did not deliver the page within ${seconds} seconds.`);
    if (stop.signal.aborted) settle(refusal);
    else stop.signal.addEventListener('abort', () => settle(refusal), { once: true });
  });
  try {
    // A resolver or a socket that ignores the signal must not hold the caller either.
    const fetched = await Promise.race([follow(url, validators, net, stop.signal), expired]);
    const unasked = validators.etag === null && validators.lastModified === null;
    return fetched.kind === 'unchanged' && unasked ? explainStatus(fetched.response) : fetched;
  } finally {
    clearTimeout(late);
    net.stop?.removeEventListener('abort', giveUp);
    stop.abort();
  }
}

async function follow(
  typed: string,
  validators: Validators,
  net: FetchNet,
  signal: AbortSignal,
): Promise<FetchedPage | FetchUnchanged | FetchRefusal> {
  const rules = { permitted: net.permitted ?? [], ports: net.ports ?? [] };
  let checked = checkUrl(typed, rules);
  const redirects: Redirect[] = [];
  const seen = new Set<string>();
  while (checked.kind === 'checked') {
    const { url } = checked;
    seen.add(url.href);
    const hop = await ask(checked, validators, net, signal);
    if (hop.kind === 'refused') return hop;
    if (hop.kind === 'answer') return arrive(hop, { asked: typed.trim(), url, redirects }, net);
    if (redirects.length === net.limits.redirects)
      return refuse('too-many-redirects', `The address redirects more than ${redirects.length} times.`);
    checked = checkUrl(hop.to, rules, url);
    if (checked.kind === 'refused')
      return { ...checked, reason: `The address redirects elsewhere: ${checked.reason}` };
    if (seen.has(checked.url.href)) return refuse('redirect-loop', 'The address redirects in a circle.');
    redirects.push({ from: url.href, to: checked.url.href, permanent: hop.permanent });
  }
  return checked;
}

type Hop =
  | { readonly kind: 'redirect'; readonly to: string; readonly permanent: boolean }
  | {
      readonly kind: 'answer';
      readonly headers: ResponseHeaders;
      readonly body: Buffer;
      readonly facts: ResponseFacts;
    }
  | FetchRefusal;

async function ask(
  { url, host }: CheckedUrl,
  validators: Validators,
  net: FetchNet,
  signal: AbortSignal,
): Promise<Hop> {
  const { limits } = net;
  const connect = net.connect ?? buildConnector({ timeout: limits.connectMs, allowH2: false });
  const client = new Client(url.origin, {
    connect: connectChecked(net.resolve, connect, net.permitted ?? []),
    pipelining: 0,
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: 32_768,
  });
  let begun = false;
  try {
    const answer = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: headersToSend(validators, net.agent),
      signal,
    });
    begun = true;
    const facts = factsOf(answer.statusCode, answer.headers);
    const redirect = redirectOf(answer.statusCode, answer.headers);
    if (redirect !== null) return redirect;
    if (answer.statusCode !== 200 && answer.statusCode !== 304) return explainStatus(facts);
    const type = formatOfMediaType(headerOf(answer.headers, 'content-type'));
    if (answer.statusCode === 200 && type === null) return notText(facts);
    const encodings = headerOf(answer.headers, 'content-encoding');
    const body =
      answer.statusCode === 304 ? Buffer.alloc(0) : await readBody(answer.body, encodings, limits.bytes);
    return { kind: 'answer', headers: answer.headers, body, facts };
  } catch (error) {
    return error instanceof Refused ? error.refusal : explainFailure(error, host, begun);
  } finally {
    // Whatever the server still sends is not waited for.
    client.destroy().catch(() => undefined);
  }
}

function headersToSend({ etag, lastModified }: Validators, agent: string): Record<string, string> {
  return {
    'user-agent': agent,
    accept: ACCEPT,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function redirectOf(status: number, headers: ResponseHeaders): Hop | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const to = Buffer.from(headerOf(headers, 'location'), 'latin1').toString('utf8');
  if (!to)
    return refuse('bad-redirect', 'The site redirects, but does not say where to.', factsOf(status, headers));
  return { kind: 'redirect', to, permanent: status === 301 || status === 308 };
}

function notText(facts: ResponseFacts): FetchRefusal {
  return refuse(
    'content-type',
    'The address leads to a file that is neither a page, a feed nor text.',
    facts,
  );
}

function arrive(
  { headers, body, facts }: Extract<Hop, { kind: 'answer' }>,
  { asked, url, redirects }: { asked: string; url: URL; redirects: readonly Redirect[] },
  net: FetchNet,
): FetchedPage | FetchUnchanged | FetchRefusal {
  const downgraded = redirects.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'));
  const fetchedAt = net.clock().toISOString();
  const arrival: Arrival = { asked, url: url.href, redirects, downgraded, fetchedAt, response: facts };
  if (facts.status === 304) return { kind: 'unchanged', ...arrival };
  const contentType = headerOf(headers, 'content-type');
  const said = formatOfMediaType(contentType);
  const found = formatOfBytes(body);
  if (found === null || said === null) return notText(facts);
  const decoded = decodeText(body, contentType);
  if (!decoded.text.trim()) return refuse('empty', 'The page is empty.', facts);
  return {
    kind: 'page',
    ...arrival,
    ...decoded,
    format: said === 'unknown' ? found : said,
    bytes: body.length,
  };
}
