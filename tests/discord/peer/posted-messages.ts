import { BOT } from './build-events.ts';

export type PostedMessage = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly components: readonly unknown[];
};

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

/** The messages of every channel, as Discord keeps them. */
export class PostedMessages {
  /** What stands in each channel, oldest first. */
  readonly #channels = new Map<string, PostedMessage[]>();
  readonly #nonces = new Map<string, PostedMessage>();
  #nextId = 900_000_000_000_000_000n;

  /** What stands in a channel, oldest first. */
  standing(channel: string): readonly PostedMessage[] {
    return this.#channels.get(channel) ?? [];
  }

  /** Forgets which nonces were used, as Discord does after some minutes. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  /** A repeat within a nonce's life gives the first message back. */
  post(channel: string, body: Record<string, unknown>): PostedMessage {
    const { nonce, enforce_nonce: enforced } = body;
    const known = enforced ? this.#nonces.get(String(nonce)) : undefined;
    if (known) return known;
    const message = this.build(channel, body);
    this.#channels.set(channel, [...this.standing(channel), message]);
    if (nonce !== undefined) this.#nonces.set(String(nonce), message);
    return message;
  }

  /** Newest first; the nonce of a message is in no history. */
  history(channel: string, query: URLSearchParams): PostedMessage[] {
    const before = query.get('before');
    const all = this.standing(channel).filter(({ id }) => !before || BigInt(id) < BigInt(before));
    return all.reverse().slice(0, Number(query.get('limit') ?? 50));
  }

  /** A message as Discord gives it back, held by no channel. */
  build(channelId: string, body: Record<string, unknown>): PostedMessage {
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
