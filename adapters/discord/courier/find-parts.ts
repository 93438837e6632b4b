import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Standing } from '../../../src/deliver/post-parts.ts';
import { partOf } from './mark-delivery.ts';

/** The most messages per request: Channel resource, "Get Channel Messages". */
const PAGE = 100;
/** Pages read. A channel with more messages since the attempt cannot be read within an attempt. */
const PAGES = 50;

/** Which parts of a delivery a channel holds, newest messages looked at first. Throws what the client throws. */
export async function findParts(
  rest: REST,
  { channel, bot, key, since }: { channel: string; bot: string; key: string; since: Date },
): Promise<Standing> {
  const oldest = since.getTime();
  const parts = new Set<number>();
  let before = '';
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    for (const message of messages) {
      if (Date.parse(message.timestamp) < oldest) return { kind: 'none' };
      const found = message.author.id === bot ? partOf(message, key) : null;
      if (!found) continue;
      parts.add(found.part);
      if (found.part === 1)
        return { kind: 'parts', first: `${channel}/${message.id}`, parts: parts.size, of: found.of };
    }
    before = messages.at(-1)?.id ?? '';
    if (messages.length < PAGE) return { kind: 'none' };
  }
  return { kind: 'unknown', reason: 'the channel is too busy to be looked through' };
}
