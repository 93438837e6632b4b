import { type APIMessage, type REST, Routes } from 'discord.js';
import { partOf } from './mark-delivery.ts';

/** Our clock and Discord's may be this far apart: one of them an hour in the wrong zone, and a little. */
const SKEW_MS = 5_400_000;
/** The most Discord gives at once: Channel resource, "Get Channel Messages". */
const PAGE = 100;
/** A channel busier than this since the attempt cannot be looked through in the time there is. */
const PAGES = 50;

export interface Found {
  readonly ref: string;
  /** How many parts stand, from the first on. */
  readonly parts: number;
  /** How many there are to be. */
  readonly of: number;
}

/** Which parts of a delivery stand in a channel, newest messages looked at first; null for none. Throws what the client throws. */
export async function findParts(
  rest: REST,
  { channel, bot, key, since }: { channel: string; bot: string; key: string; since: Date },
): Promise<Found | null | 'too busy'> {
  const oldest = since.getTime() - SKEW_MS;
  const parts = new Set<number>();
  let before = '';
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    for (const message of messages) {
      if (Date.parse(message.timestamp) < oldest) return null;
      const found = message.author.id === bot ? partOf(message, key) : null;
      if (!found) continue;
      parts.add(found.part);
      if (found.part === 1) return { ref: `${channel}/${message.id}`, parts: parts.size, of: found.of };
    }
    before = messages.at(-1)?.id ?? '';
    if (messages.length < PAGE) return null;
  }
  return 'too busy';
}
