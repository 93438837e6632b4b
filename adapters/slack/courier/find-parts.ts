import type { WebClient } from '@slack/web-api';
import type { PartMark, Standing } from '../../../src/deliver/post-parts.ts';

/** The type of the metadata that messages of a delivery carry. */
export const EVENT = 'verbatim_delivery';

const PAGE = 200;
/** Pages of history read. A channel with more messages since the attempt cannot be read within an attempt. */
const PAGES = 25;

interface Message {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

/** Which parts of a delivery a channel and the thread of its first part hold. Throws what the client throws. */
export async function findParts(
  client: WebClient,
  { channel, key, since }: { channel: string; key: string; since: Date },
): Promise<Standing> {
  const oldest = String(Math.max(0, since.getTime()) / 1_000);
  const look = { channel, oldest, include_all_metadata: true, limit: PAGE } as const;
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const history = await client.conversations.history({ ...look, ...(cursor ? { cursor } : {}) });
    const first = (history.messages ?? []).find((message) => markOf(message, key)?.part === 1);
    if (first?.ts)
      return await countParts(client, { channel, ts: first.ts, key, of: markOf(first, key)?.of ?? 1 });
    cursor = history.response_metadata?.next_cursor ?? '';
    if (!cursor || !history.messages?.length) return { kind: 'none' };
  }
  return { kind: 'unknown', reason: 'the channel is too busy to be looked through' };
}

/** Counts the parts in the thread of the first one. */
async function countParts(
  client: WebClient,
  { channel, ts, key, of }: { channel: string; ts: string; key: string; of: number },
): Promise<Standing> {
  const parts = new Set([1]);
  let cursor = '';
  while (parts.size < of) {
    const thread = await client.conversations.replies({
      channel,
      ts,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const message of thread.messages ?? []) parts.add(markOf(message, key)?.part ?? 1);
    cursor = thread.has_more ? (thread.response_metadata?.next_cursor ?? '') : '';
    if (!cursor) break;
  }
  return { kind: 'parts', first: `${channel}:${ts}`, parts: parts.size, of };
}

function markOf({ metadata }: Message, key: string): Pick<PartMark, 'part' | 'of'> | null {
  if (metadata?.event_type !== EVENT) return null;
  const payload = new Map<string, unknown>(Object.entries(metadata.event_payload ?? {}));
  if (payload.get('key') !== key) return null;
  return { part: Number(payload.get('part')), of: Number(payload.get('of')) };
}
