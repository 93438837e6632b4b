import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayReceivePayload, GatewaySendPayload } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { MESSAGES, type PeerOptions, RestRoutes, TOKEN } from './answer-request.ts';
import { aGuild, BOT, SERVER } from './build-events.ts';
import { type PostedMessage, PostedMessages } from './posted-messages.ts';
import { readBody, type SeenRequest } from './read-request.ts';

type Upset =
  | { readonly kind: 'rate limited'; readonly afterSec: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code: number }
  /** Taken, and then the answer is this status, or the connection breaks. */
  | { readonly kind: 'lost'; readonly how: number | 'dropped' };

export type Peer = Awaited<ReturnType<typeof startPeer>>;

/**
 * Discord on 127.0.0.1, as small as the product needs: the gateway's handshake, heartbeats and dispatches, and the REST routes,
 * with every request judged and refused with code 50035 as Discord does.
 */
export async function startPeer(options: PeerOptions = {}) {
  const peer = new DiscordPeer(options);
  await peer.listen();
  return peer;
}

class DiscordPeer {
  readonly requests: SeenRequest[] = [];
  readonly #options: PeerOptions;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #waiters = new Set<() => void>();
  readonly #upsets: Upset[] = [];
  readonly #messages = new PostedMessages();
  readonly #routes: RestRoutes;
  #sequence = 0;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#routes = new RestRoutes(options, this.#messages, () => `ws://127.0.0.1:${this.port}`);
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  /** The next message is answered so: refused, or taken and the answer lost. */
  upsetNext(upset: Upset): void {
    this.#upsets.push(upset);
  }

  /** Complaints of the judge; a test ends with none. */
  get refusals(): readonly string[] {
    return this.#routes.refusals;
  }

  get commands(): readonly unknown[] {
    return this.#routes.commands;
  }

  /** What stands in a channel, oldest first. */
  standing(channel: string): readonly PostedMessage[] {
    return this.#messages.standing(channel);
  }

  /** Forgets which nonces were used, as Discord does after some minutes. */
  forgetNonces(): void {
    this.#messages.forgetNonces();
  }

  newId(): string {
    return this.#messages.newId();
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Sends an event to everyone connected. */
  dispatch(t: string, d: unknown): void {
    this.#sequence += 1;
    for (const socket of this.#sockets.clients)
      send(socket, { op: 0, t, s: this.#sequence, d } as GatewayReceivePayload);
  }

  get connections(): number {
    return this.#sockets.clients.size;
  }

  /** Drops every gateway connection, as Discord does now and then. */
  dropConnections(): void {
    for (const socket of this.#sockets.clients) socket.close(4000);
  }

  /** The first request from `from` on that matches, waited for at most 30 s: longer than a busy machine needs, less than a test may take. */
  async next(matches: (request: SeenRequest) => boolean, from = 0): Promise<SeenRequest> {
    const found = () => this.requests.slice(from).find(matches);
    const deadline = Date.now() + 30_000;
    for (let request = found(); ; request = found()) {
      if (request) return request;
      await this.#change(deadline - Date.now());
    }
  }

  #change(withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          const seen = this.requests.map(({ method, path }) => `${method} ${path}`);
          reject(
            new Error(
              `no such request came; seen: ${seen.slice(-8).join(', ')}; refused: ${this.refusals.join(', ')}`,
            ),
          );
        },
        Math.max(0, withinMs),
      );
      const waiter = () => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve();
      };
      this.#waiters.add(waiter);
    });
  }

  #greet(socket: WebSocket): void {
    send(socket, {
      op: 10,
      d: { heartbeat_interval: 41_250 },
      s: null,
      t: null,
    } as unknown as GatewayReceivePayload);
    socket.on('message', (data) => {
      const payload = JSON.parse(String(data)) as GatewaySendPayload;
      if (payload.op === 1) send(socket, { op: 11 } as GatewayReceivePayload);
      else if (payload.op === 2) this.#identify(socket, payload.d.token);
      else if (payload.op === 6) this.dispatch('RESUMED', {});
    });
  }

  #identify(socket: WebSocket, token: string): void {
    const refusal = token === (this.#options.token ?? TOKEN) ? this.#options.closeWith : 4004;
    if (refusal) {
      socket.close(refusal);
      return;
    }
    const ready = {
      v: 10,
      user: BOT,
      guilds: [{ id: SERVER, unavailable: true }],
      session_id: 'session',
      resume_gateway_url: `ws://127.0.0.1:${this.port}`,
      application: { id: BOT.id, flags: 0 },
      shard: [0, 1],
    };
    this.dispatch('READY', ready);
    this.dispatch('GUILD_CREATE', aGuild());
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://peer').pathname).replace(
      /^\/api\/v10/,
      '',
    );
    const { body, files } = await readBody(Buffer.concat(chunks), request.headers['content-type']);
    const seen = { method: request.method ?? 'GET', path, body, files };
    const upset = seen.method === 'POST' && MESSAGES.test(path) ? (this.#upsets.shift() ?? null) : null;
    if (upset?.kind === 'rate limited') {
      const body = { message: 'You are being rate limited.', retry_after: upset.afterSec, global: false };
      response
        .writeHead(429, { 'content-type': 'application/json', 'retry-after': String(upset.afterSec) })
        .end(JSON.stringify(body));
    } else {
      const query = new URL(request.url ?? '/', 'http://peer').searchParams;
      const [status, answer] =
        upset?.kind === 'refused'
          ? [upset.status, { message: 'refused', code: upset.code }]
          : this.#routes.answer(seen, request.headers.authorization, query);
      if (upset?.kind === 'lost' && upset.how === 'dropped') response.socket?.destroy();
      else if (upset?.kind === 'lost') response.writeHead(Number(upset.how)).end();
      else {
        response.writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' });
        response.end(status === 204 ? undefined : JSON.stringify(answer));
      }
    }
    // Seen once it is answered: what a test does next comes after it.
    this.requests.push(seen);
    for (const waiter of [...this.#waiters]) waiter();
  }
}

function send(socket: WebSocket, payload: GatewayReceivePayload): void {
  socket.send(JSON.stringify(payload));
}
