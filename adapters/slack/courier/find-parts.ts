import type { WebClient } from '@slack/web-api';
import type { FindOutcome } from '../../../src/kernel/delivery.ts';

/** The kind of metadata that a delivery's messages carry. */
export const EVENT = 'verbatim_delivery';

/** What of a delivery stands already: its first message, and how many parts in all. */
export interface Begun {
  readonly channel: string;
  readonly ts: string;
  readonly parts: number;
}

/** Our clock and Slack's may be this far apart: one of them an hour in the wrong zone, and a little. */
const SKEW_MS = 5_400_000;
const PAGE = 200;
/** A channel busier than this since the attempt cannot be looked through in the time there is. */
const PAGES = 25;

interface Message {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

/** Which parts of a delivery stand in a channel. Throws what the client throws. */
export async function findParts(
  client: WebClient,
  { channel, key, since }: { channel: string; key: string; since: Date },
): Promise<FindOutcome | { readonly kind: 'partly'; readonly begun: Begun }> {
  const oldest = String(Math.max(0, since.getTime() - SKEW_MS) / 1_000);
  const look = { channel, oldest, include_all_metadata: true, limit: PAGE } as const;
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const history = await client.conversations.history({ ...look, ...(cursor ? { cursor } : {}) });
    const first = (history.messages ?? []).find((message) => partOf(message, key)?.part === 1);
    if (first?.ts) return await rest(client, { channel, ts: first.ts, key, of: partOf(first, key)?.of ?? 1 });
    cursor = history.response_metadata?.next_cursor ?? '';
    if (!cursor || !history.messages?.length) return { kind: 'absent' };
  }
  return { kind: 'unknown', reason: 'the channel is too busy to be looked through' };
}

async function rest(
  client: WebClient,
  { channel, ts, key, of }: { channel: string; ts: string; key: string; of: number },
): Promise<FindOutcome | { readonly kind: 'partly'; readonly begun: Begun }> {
  const ref = `${channel}:${ts}`;
  if (of === 1) return { kind: 'found', ref };
  const parts = new Set([1]);
  let cursor = '';
  do {
    const thread = await client.conversations.replies({
      channel,
      ts,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const message of thread.messages ?? []) parts.add(partOf(message, key)?.part ?? 1);
    cursor = thread.has_more ? (thread.response_metadata?.next_cursor ?? '') : '';
  } while (cursor && parts.size < of);
  return parts.size >= of
    ? { kind: 'found', ref }
    : { kind: 'partly', begun: { channel, ts, parts: parts.size } };
}

function partOf({ metadata }: Message, key: string): { part: number; of: number } | null {
  if (metadata?.event_type !== EVENT) return null;
  const payload = (metadata.event_payload ?? {}) as Record<string, unknown>;
  return payload['key'] === key ? { part: Number(payload['part']), of: Number(payload['of']) } : null;
}
