import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Exchange, forward } from './forward-request.ts';

/** The faults of a request on its way to a platform and back. */
export type Mishap =
  | 'none'
  /** The platform gets the request late. */
  | 'slow there'
  /** The platform gets the request at once, and the answer comes late. */
  | 'slow back'
  | 'rate limited'
  | 'error, not taken'
  | 'error, taken'
  | 'dropped, not taken'
  | 'dropped, taken'
  /** The answer comes a second time, behind the first, on the same connection. */
  | 'answered twice';

/** The stages of a sending request at which its process can be killed. */
export type Moment = 'arrived' | 'taken' | 'answered';

interface ProxyOptions {
  /** Origin of the platform's peer: `http://127.0.0.1:1234`. */
  readonly target: string;
  /** Whether a request sends a message; such requests have more faults. */
  readonly sends: (exchange: Pick<Exchange, 'method' | 'url'>) => boolean;
  readonly mishap: (sends: boolean) => Mishap;
  readonly random: () => number;
  readonly onMoment: (moment: Moment) => void;
}

/** A platform behind a faulty connection: requests are delayed, refused, lost in either direction, or answered twice. */
export async function openFaultProxy(
  options: ProxyOptions,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    void serve(request, response, options).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { target, sends, mishap, random, onMoment }: ProxyOptions,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  const exchange: Exchange = { method, url, headers, body: Buffer.concat(chunks) };
  const sending = sends(exchange);
  const say = (moment: Moment) => {
    if (sending) onMoment(moment);
  };
  const fate = mishap(sending);
  const late = (most: number) => pause(50 + random() * most);
  say('arrived');
  if (fate === 'rate limited') return refuse(response, 429, { 'retry-after': '1' }, RATE_LIMITED);
  if (fate === 'error, not taken') return refuse(response, 500, {}, '{}');
  if (fate === 'dropped, not taken') return void response.destroy();
  if (fate === 'slow there') await late(400);
  const answer = await forward(target, exchange);
  say('taken');
  if (fate === 'slow back') await late(1_500);
  if (fate === 'error, taken') return refuse(response, 500, {}, '{}');
  if (fate === 'dropped, taken') return void response.destroy();
  const { socket } = response;
  response.writeHead(answer.status, answer.headers).end(answer.body, () => {
    say('answered');
    if (fate === 'answered twice')
      socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: ${answer.body.length}\r\n\r\n${answer.body}`);
  });
}

const RATE_LIMITED = JSON.stringify({
  ok: false,
  error: 'ratelimited',
  message: 'You are being rate limited.',
  retry_after: 1,
  global: false,
});

function refuse(
  response: http.ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
