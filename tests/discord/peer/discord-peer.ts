import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayReceivePayload, GatewaySendPayload } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { aGuild, BOT, CHANNEL, DIRECT, READER, SERVER } from './build-events.ts';
import { judgeRequest } from './judge-payload.ts';

/** A request that reached Discord: what left the product, as it left. */
export interface SeenRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** Names of the files that came along. */
  readonly files?: readonly string[];
}

export type PostedMessage = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly components: readonly unknown[];
};

type Upset =
  | { readonly kind: 'rate limited'; readonly afterSec: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code: number }
  /** Taken, and then the answer is this status, or the connection breaks. */
  | { readonly kind: 'lost'; readonly how: number | 'dropped' };

const MESSAGES = /^\/channels\/\d+\/messages$/;

/** JSON, or a form with JSON and files in it. */
async function readBody(
  raw: Buffer,
  type = 'application/json',
): Promise<{ body: Record<string, unknown>; files: string[] }> {
  const parse = (text: string) => (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  if (!type.startsWith('multipart/form-data')) return { body: parse(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
  return { body: parse(String(form.get('payload_json') ?? '')), files };
}

/** Components without an id get one that no other has. */
function numbered(components: unknown): readonly unknown[] {
  let next = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (value === null || typeof value !== 'object' || !('type' in value)) return value;
    next += 1;
    const inside = Object.entries(value).map(([name, part]) => [
      name,
      name === 'components' || name === 'accessory' ? number(part) : part,
    ]);
    return { id: next, ...Object.fromEntries(inside) };
  };
  return number(components) as readonly unknown[];
}

interface PeerOptions {
  readonly token?: string;
  /** What the application's global commands are already. */
  readonly commands?: readonly object[];
  /** The gateway closes with this code instead of letting in. */
  readonly closeWith?: number;
  /** Where `GET /gateway/bot` sends to; by default here. */
  readonly gatewayUrl?: string;
  /** What `GET /applications/@me` says beside the application's id. */
  readonly application?: object;
  /** Further channels that there are, besides the one of the server and the direct messages. */
  readonly channels?: readonly string[];
  /** Refuse matching requests with a status and a code of Discord's. */
  readonly refuse?: (request: SeenRequest) => { status: number; code: number } | null;
}

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
  /** Complaints of the judge; a test ends with none. */
  readonly refusals: string[] = [];
  commands: unknown[];
  readonly #options: PeerOptions;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #waiters = new Set<() => void>();
  readonly #acknowledged = new Map<string, Record<string, unknown>>();
  readonly #acknowledgedIds = new Set<string>();
  /** What stands in each channel, oldest first. */
  readonly #channels = new Map<string, PostedMessage[]>();
  readonly #nonces = new Map<string, PostedMessage>();
  readonly #upsets: Upset[] = [];
  #sequence = 0;
  #nextId = 900_000_000_000_000_000n;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.commands = [...(options.commands ?? [])];
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  /** The next message is answered so: refused, or taken and the answer lost. */
  upsetNext(upset: Upset): void {
    this.#upsets.push(upset);
  }

  /** What stands in a channel, oldest first. */
  standing(channel: string): readonly PostedMessage[] {
    return this.#channels.get(channel) ?? [];
  }

  /** Forgets which nonces were used, as Discord does after some minutes. */
  forgetNonces(): void {
    this.#nonces.clear();
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
          : this.#judge(seen, request.headers.authorization, query);
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

  #judge(seen: SeenRequest, authorization: string | undefined, query: URLSearchParams): [number, unknown] {
    const isWebhook = /^\/(webhooks|interactions)\//.test(seen.path);
    if (!isWebhook && authorization !== `Bot ${this.#options.token ?? TOKEN}`)
      return [401, { message: '401: Unauthorized', code: 0 }];
    const refused = this.#options.refuse?.(seen);
    if (refused)
      return [refused.status, { message: 'refused', code: refused.code, retry_after: 0.01, global: false }];
    const complaints = judgeRequest(seen.method, seen.path, seen.body, seen.files);
    if (complaints.length) {
      this.refusals.push(...complaints.map((complaint) => `${seen.method} ${seen.path}: ${complaint}`));
      return [
        400,
        {
          code: 50035,
          message: 'Invalid Form Body',
          errors: { _errors: complaints.map((message) => ({ code: 'INVALID', message })) },
        },
      ];
    }
    return this.#route(seen, query);
  }

  #route({ method, path, body }: SeenRequest, query: URLSearchParams): [number, unknown] {
    const [, first, second, third] = path.split('/');
    if (path === '/gateway/bot') return [200, this.#gateway()];
    if (path === '/applications/@me')
      return [
        200,
        { id: BOT.id, name: 'Verbatim', bot_public: false, flags: 0, ...this.#options.application },
      ];
    if (/\/commands$/.test(path)) {
      if (method === 'PUT')
        this.commands = (body as unknown as object[]).map((command) => this.#stored(command, path));
      return [200, this.commands];
    }
    if (first === 'interactions') return this.#acknowledge(second ?? '', third ?? '', body);
    if (first === 'webhooks') return this.#webhook(method, path, third ?? '', body);
    if (path === '/users/@me/channels')
      return body['recipient_id'] === READER.id
        ? [200, { id: DIRECT, type: 1, recipients: [READER] }]
        : [400, { message: 'Invalid Recipient(s)', code: 50033 }];
    if (first === 'channels' && ![CHANNEL, DIRECT, ...(this.#options.channels ?? [])].includes(second ?? ''))
      return [404, { message: 'Unknown Channel', code: 10003 }];
    if (first === 'channels' && method === 'POST') return [200, this.#post(second ?? '', body)];
    if (MESSAGES.test(path)) return [200, this.#history(second ?? '', query)];
    return [404, { message: 'Unknown route', code: 0 }];
  }

  #gateway(): unknown {
    return {
      url: this.#options.gatewayUrl ?? `ws://127.0.0.1:${this.port}`,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 999, reset_after: 1_000, max_concurrency: 1 },
    };
  }

  /** Discord gives back what it was given with ids, versions and its defaults; in a server, without scope. */
  #stored(command: object, path: string): object {
    const scope = path.includes('/guilds/') ? { integration_types: [0], contexts: null } : {};
    return {
      ...command,
      ...scope,
      id: this.newId(),
      application_id: BOT.id,
      version: this.newId(),
      nsfw: false,
      dm_permission: true,
    };
  }

  #acknowledge(id: string, token: string, body: Record<string, unknown>): [number, unknown] {
    if (this.#acknowledgedIds.has(id))
      return [400, { message: 'Interaction has already been acknowledged.', code: 40060 }];
    this.#acknowledgedIds.add(id);
    this.#acknowledged.set(token, body);
    return [204, null];
  }

  #webhook(method: string, path: string, token: string, body: Record<string, unknown>): [number, unknown] {
    const acknowledged = this.#acknowledged.get(token);
    if (!acknowledged) return [404, { message: 'Unknown Webhook', code: 10015 }];
    if (method === 'PATCH' && !path.endsWith('/messages/@original'))
      return [404, { message: 'Unknown Message', code: 10008 }];
    return [200, this.#message('0', body)];
  }

  /** A repeat within a nonce's life gives the first message back. */
  #post(channel: string, body: Record<string, unknown>): PostedMessage {
    const { nonce, enforce_nonce: enforced } = body;
    const known = enforced ? this.#nonces.get(String(nonce)) : undefined;
    if (known) return known;
    const message = this.#message(channel, body);
    this.#channels.set(channel, [...this.standing(channel), message]);
    if (nonce !== undefined) this.#nonces.set(String(nonce), message);
    return message;
  }

  /** Newest first; the nonce of a message is in no history. */
  #history(channel: string, query: URLSearchParams): PostedMessage[] {
    const before = query.get('before');
    const all = this.standing(channel).filter(({ id }) => !before || BigInt(id) < BigInt(before));
    return all.reverse().slice(0, Number(query.get('limit') ?? 50));
  }

  #message(channelId: string, body: Record<string, unknown>): PostedMessage {
    return {
      id: this.newId(),
      channel_id: channelId,
      author: BOT,
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: 0,
      flags: body['flags'] ?? 0,
      components: numbered(body['components'] ?? []),
    };
  }

  newId(): string {
    this.#nextId += 1n;
    return String(this.#nextId);
  }
}

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.not-a-real-token-not-a-real-token-00';

function send(socket: WebSocket, payload: GatewayReceivePayload): void {
  socket.send(JSON.stringify(payload));
}
