import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { forward } from './forward-request.ts';

/** At most so many messages within a stretch of time, in ms. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

interface Limits {
  /** Origin of the platform's peer. */
  readonly target: string;
  /** The channel a request sends a message to; null for any other request. */
  readonly channelOf: (method: string, url: string, body: string) => string | null;
  readonly channel: Limit;
  /** The limit over all channels. */
  readonly all: Limit;
}

/** A platform with rate limits: it refuses a message over a limit with 429 and the seconds to wait. Gives the time of each accepted message, in ms. */
export async function openLimitProxy(limits: Limits): Promise<{
  readonly origin: string;
  readonly taken: readonly number[];
  readonly refused: () => number;
  close(): Promise<void>;
}> {
  const taken: number[] = [];
  const byChannel = new Map<string, number[]>();
  let refused = 0;
  const waitMs = (times: readonly number[], { most, withinMs }: Limit, now: number): number => {
    const oldest = times.at(-most);
    return oldest === undefined ? 0 : Math.max(0, oldest + withinMs - now);
  };
  const server = http.createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url = '/', headers } = request;
    const body = Buffer.concat(chunks);
    const channel = limits.channelOf(method, url, body.toString());
    if (channel !== null) {
      const now = Date.now();
      const times = byChannel.get(channel) ?? [];
      const wait = Math.max(waitMs(times, limits.channel, now), waitMs(taken, limits.all, now));
      if (wait > 0) {
        refused += 1;
        const retryAfter = Math.ceil(wait / 1_000);
        response
          .writeHead(429, { 'content-type': 'application/json', 'retry-after': String(retryAfter) })
          .end(JSON.stringify({ ok: false, error: 'ratelimited', retry_after: retryAfter, global: false }));
        return;
      }
      taken.push(now);
      byChannel.set(channel, [...times, now]);
    }
    const answer = await forward(limits.target, { method, url, headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
