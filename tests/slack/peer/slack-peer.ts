import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { type WebSocket, WebSocketServer } from 'ws';
import { judgePayload, type Payload } from './judge-payload.ts';
import { judgeView } from './judge-view.ts';
import {
  APP_TOKEN,
  ASKER,
  BOT,
  BOT_TOKEN,
  CHANNEL,
  channelFrom,
  completed,
  seed,
  standing,
  triggerFrom,
} from './workspace.ts';
import { answered, json, type PlannedAnswer, payloadOf, type Reply, read } from './write-reply.ts';

/** One call of the Web API as it came over the wire. */
export interface ApiCall {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  readonly payload: Payload;
}

/** One use of a response_url. */
export interface Response {
  readonly id: string;
  readonly body: Payload & Readonly<Record<string, unknown>>;
}

export interface SlackPeer {
  readonly apiUrl: string;
  readonly calls: readonly ApiCall[];
  readonly responses: readonly Response[];
  /** A new channel with the app in it; gives its id. */
  makeChannel(name: string): Promise<string>;
  /** What the judge found wrong in anything that was sent. */
  readonly complaints: readonly string[];
  /** A channel the app is no member of. */
  readonly foreignChannel: string;
  /** The asker's direct messages with the app. */
  readonly directChannel: string;
  responseUrl(id: string): string;
  /** What `users.info` says of somebody beside what the emulator knows. */
  readonly profiles: Map<string, object>;
  /** User groups by id. */
  readonly groups: Map<string, { readonly handle: string; readonly users: readonly string[] }>;
  /**
   * The next call of the method, or use of the response_url (`response:<id>`), is answered so.
   */
  answerNext(what: string, answer: PlannedAnswer): void;
  /** Sends an envelope over the open socket; resolves with how long its acknowledgement took, in ms. */
  sendEnvelope(type: string, payload: object): Promise<number>;
  /** Asks the app to connect anew, as Slack does now and then. */
  recycleSocket(): void;
  /** Sockets opened so far. */
  connections(): number;
  posts(method: string): ApiCall[];
  /** What the emulator answered to calls of a method, as JSON. */
  answers(method: string): string[];
  /** What somebody's doing gives an app for three seconds, to open a form with. */
  trigger(): Promise<string>;
  /** Everything that stands in a channel or direct messages, oldest first, threads in their places. */
  history(channel: string): Promise<Payload[]>;
  /** Resolves once the condition holds, looked at after everything that arrives; rejects after ten seconds. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/**
 * Slack as far as an app can see it: the emulator's Web API behind a front that judges every payload as Slack does, a response_url
 * sink, and the far end of Socket Mode.
 */
export async function openSlackPeer({ botScopes }: { botScopes: readonly string[] }): Promise<SlackPeer> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: seed(botScopes) });
  const calls: ApiCall[] = [];
  const responses: Response[] = [];
  const complaints: string[] = [];
  const given: { method: string; body: string }[] = [];
  const answers = new Map<string, PlannedAnswer[]>();
  const profiles: SlackPeer['profiles'] = new Map();
  const groups: SlackPeer['groups'] = new Map();
  const arrived = new EventEmitter();
  const sockets: WebSocket[] = [];
  const front = http.createServer((request, response) => {
    void serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  const wss = new WebSocketServer({ server: front, path: '/link' });
  wss.on('connection', (socket) => {
    sockets.push(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    arrived.emit('change');
  });

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const raw = await read(request);
    const [, kind, name = ''] = (request.url ?? '').split('/');
    const planned = answers.get(kind === 'response' ? `response:${name}` : name)?.shift();
    const reply = kind === 'response' ? respond(name, raw, planned) : await call(name, raw, request, planned);
    if (planned && 'lost' in planned && planned.lost === 'dropped') response.socket?.destroy();
    else if (planned && 'lost' in planned) response.writeHead(Number(planned.lost)).end();
    else response.writeHead(reply.status, reply.headers).end(reply.body);
    arrived.emit('change');
  }

  function respond(id: string, raw: string, planned: PlannedAnswer | undefined): Reply {
    if (planned && !('lost' in planned)) return answered(planned);
    if (responses.filter((each) => each.id === id).length >= 5)
      return json({ ok: false, error: 'used_url' }, 404);
    const body = JSON.parse(raw) as Response['body'];
    responses.push({ id, body });
    if (body['delete_original'] !== true) judge(body, 'message');
    return { status: 200, headers: {}, body: 'ok' };
  }

  async function call(
    method: string,
    raw: string,
    request: http.IncomingMessage,
    planned: PlannedAnswer | undefined,
  ): Promise<Reply> {
    const args = Object.fromEntries(new URLSearchParams(raw));
    const payload = payloadOf(args);
    calls.push({ method, args, payload });
    if (planned && !('lost' in planned)) return answered(planned);
    if (method === 'apps.connections.open') return connection(request);
    // The emulator takes any token for its first user's.
    if (request.headers.authorization !== `Bearer ${BOT_TOKEN}`)
      return json({ ok: false, error: 'invalid_auth' });
    if (method === 'views.publish' && judge(payload, 'home'))
      return json({ ok: false, error: 'invalid_arguments' });
    if (method === 'views.open' || method === 'views.update') {
      const found = judgeView(JSON.parse(args['view'] ?? '{}') as Record<string, unknown>);
      complaints.push(...found);
      if (found.length) return json({ ok: false, error: 'invalid_arguments' });
    }
    if (method.startsWith('chat.post') && judge(payload, 'message'))
      return json({ ok: false, error: 'invalid_blocks' });
    if (method.startsWith('usergroups.')) return userGroups(method, args);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: request.headers.authorization ?? '',
    };
    const upstream = await fetch(`${emulator.url}/api/${method}`, { method: 'POST', headers, body: raw });
    const body = (await upstream.json()) as Record<string, unknown>;
    given.push({ method, body: JSON.stringify(body) });
    return json(completed({ method, args, body, profiles }), upstream.status);
  }

  /** The emulator knows no user groups. */
  function userGroups(method: string, args: Readonly<Record<string, string>>): Reply {
    if (!botScopes.includes('usergroups:read')) return json({ ok: false, error: 'missing_scope' });
    if (method === 'usergroups.list')
      return json({ ok: true, usergroups: [...groups].map(([id, { handle }]) => ({ id, handle })) });
    const group = groups.get(args['usergroup'] ?? '');
    return json(group ? { ok: true, users: group.users } : { ok: false, error: 'no_such_subteam' });
  }

  function connection({ headers }: http.IncomingMessage): Reply {
    if (headers.authorization !== `Bearer ${APP_TOKEN}`) return json({ ok: false, error: 'invalid_auth' });
    return json({ ok: true, url: `ws://127.0.0.1:${portOf(front)}/link` });
  }

  function judge(payload: Payload, surface: 'message' | 'home'): boolean {
    const found = judgePayload(payload, { surface, mayName: ASKER });
    complaints.push(...found);
    return found.length > 0;
  }

  async function until(condition: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(30_000);
    while (!condition()) await once(arrived, 'change', { signal });
  }

  async function sendEnvelope(type: string, payload: object): Promise<number> {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket is open');
    const envelope_id = `e-${Math.random()}`;
    const before = performance.now();
    const acknowledged = new Promise<number>((resolve) => {
      const listener = (message: unknown) => {
        if (!String(message).includes(envelope_id)) return;
        socket.off('message', listener);
        resolve(performance.now() - before);
      };
      socket.on('message', listener);
    });
    socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }));
    return await acknowledged;
  }

  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const base = `http://127.0.0.1:${portOf(front)}`;
  const asAdmin = (method: string, args: object) => channelFrom(emulator.url, method, args);
  const foreignChannel = await asAdmin('conversations.create', {
    name: 'newsroom-private',
    is_private: true,
  });
  const directChannel = await asAdmin('conversations.open', { users: BOT });
  await asAdmin('conversations.invite', { channel: CHANNEL, users: BOT });
  return {
    apiUrl: `${base}/api/`,
    calls,
    responses,
    complaints,
    profiles,
    groups,
    foreignChannel,
    async makeChannel(name) {
      const id = await asAdmin('conversations.create', { name });
      await asAdmin('conversations.invite', { channel: id, users: BOT });
      return id;
    },
    directChannel,
    responseUrl: (id) => `${base}/response/${id}`,
    answerNext: (what, answer) => answers.set(what, [...(answers.get(what) ?? []), answer]),
    sendEnvelope,
    recycleSocket: () =>
      sockets.at(-1)?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    connections: () => sockets.length,
    answers: (method) => given.filter((each) => each.method === method).map(({ body }) => body),
    trigger: () => triggerFrom(emulator.url),
    history: (channel) => standing(emulator.url, channel),
    posts: (method) => calls.filter((each) => each.method === method),
    until,
    async close() {
      for (const socket of sockets) socket.terminate();
      wss.close();
      front.closeAllConnections();
      front.close();
      await emulator.close();
    },
  };
}

function portOf(server: http.Server): number {
  return (server.address() as AddressInfo).port;
}
