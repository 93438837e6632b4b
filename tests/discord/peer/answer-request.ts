import { BOT, CHANNEL, DIRECT, READER } from './build-events.ts';
import { judgeRequest } from './judge-payload.ts';
import type { PostedMessages } from './posted-messages.ts';
import type { SeenRequest } from './read-request.ts';

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.not-a-real-token-not-a-real-token-00';

export const MESSAGES = /^\/channels\/\d+\/messages$/;

export interface PeerOptions {
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

/** The REST routes. Every request is judged first, and refused with code 50035 as Discord refuses it. */
export class RestRoutes {
  /** Complaints of the judge; a test ends with none. */
  readonly refusals: string[] = [];
  commands: unknown[];
  readonly #options: PeerOptions;
  readonly #messages: PostedMessages;
  /** Where `GET /gateway/bot` leads unless the options name another place. */
  readonly #ownGateway: () => string;
  readonly #acknowledged = new Map<string, Record<string, unknown>>();
  readonly #acknowledgedIds = new Set<string>();

  constructor(options: PeerOptions, messages: PostedMessages, ownGateway: () => string) {
    this.#options = options;
    this.#messages = messages;
    this.#ownGateway = ownGateway;
    this.commands = [...(options.commands ?? [])];
  }

  answer(seen: SeenRequest, authorization: string | undefined, query: URLSearchParams): [number, unknown] {
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
    if (path === '/users/@me') return [200, { id: BOT.id, username: 'verbatim' }];
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
    if (first === 'channels' && method === 'POST') return [200, this.#messages.post(second ?? '', body)];
    if (MESSAGES.test(path)) return [200, this.#messages.history(second ?? '', query)];
    return [404, { message: 'Unknown route', code: 0 }];
  }

  #gateway(): unknown {
    return {
      url: this.#options.gatewayUrl ?? this.#ownGateway(),
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
      id: this.#messages.newId(),
      application_id: BOT.id,
      version: this.#messages.newId(),
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
    return [200, this.#messages.build('0', body)];
  }
}
