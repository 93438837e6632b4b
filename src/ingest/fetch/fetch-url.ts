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
  /** Largest body in bytes, both as transferred and after each decompression. */
  readonly bytes: number;
  /** For the whole fetch, DNS and redirects included; ms. */
  readonly totalMs: number;
  /** For opening one connection; ms. */
  readonly connectMs: number;
  /** Without receiving a byte; ms. */
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

/** The network access of a fetch; `connect` and `permitted` serve tests and an operator's intranet. */
export interface FetchNet {
  readonly resolve: Resolve;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  /** The User-Agent header: the program and a contact. */
  readonly agent: string;
  readonly connect?: Connect;
  /** Private addresses that a fetch may reach; default none. */
  readonly permitted?: readonly PermittedAddress[];
  /** Ports besides 80 and 443; default none. */
  readonly ports?: readonly number[];
  /** Aborts every fetch when the process shuts down. */
  readonly stop?: AbortSignal;
}

/** Headers of the last response; sent back, they let the server answer 304 (not modified). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Status 301 or 308: the URL has changed for good. */
  readonly permanent: boolean;
}

interface Arrival {
  /** The requested URL. */
  readonly asked: string;
  /** The final URL, after redirects. */
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

/** Status 304: not modified since the response that the validators come from. */
export interface FetchUnchanged extends Arrival {
  readonly kind: 'unchanged';
}

/** Fetches a URL from an untrusted person. Cannot reach private addresses; trusts nothing in the response. Never throws. */
export async function fetchUrl(url: string, net: FetchNet): Promise<FetchedPage | FetchRefusal> {
  const fetched = await fetchIfChanged(url, { etag: null, lastModified: null }, net);
  return fetched.kind === 'unchanged' ? explainStatus(fetched.response) : fetched;
}

/** Like fetchUrl, but the server may answer that the page is unchanged. Never throws. */
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
    // Do not wait for a resolver or socket that ignores the abort signal.
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
    // Do not wait for the rest of the response.
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
    return refuse('bad-redirect', 'The site redirects without a destination.', factsOf(status, headers));
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
