import { MOST_PARTS, markOf } from '../../adapters/discord/courier/mark-delivery.ts';
import type { PostedMessage } from '../discord/peer/posted-messages.ts';
import { BOT_TOKEN } from '../slack/peer/workspace.ts';

/** How often each part of one delivery arrived. */
export interface Arrived {
  readonly of: number;
  readonly parts: Map<number, number>;
}

/** What arrived at the platforms, by the delivery's key. */
export type Arrivals = Map<string, Arrived>;

function arrive(arrivals: Arrivals, key: string, part: number, of: number): void {
  const arrived = arrivals.get(key) ?? { of, parts: new Map() };
  arrived.parts.set(part, (arrived.parts.get(part) ?? 0) + 1);
  arrivals.set(key, arrived);
}

interface SlackMessage {
  readonly ts: string;
  readonly reply_count?: number;
  readonly metadata?: { readonly event_payload?: { key?: string; part?: number; of?: number } };
}

/** Counts a Slack channel's deliveries by the key and part in each message's metadata. */
export async function countSlack(apiUrl: string, channel: string, arrivals: Arrivals): Promise<void> {
  const count = (messages: readonly SlackMessage[]) => {
    for (const { metadata } of messages) {
      const { key, part, of } = metadata?.event_payload ?? {};
      if (key !== undefined) arrive(arrivals, key, Number(part), Number(of));
    }
  };
  const tops = await slackPages(apiUrl, 'conversations.history', { channel });
  count(tops);
  for (const { ts, reply_count: replies = 0 } of tops)
    if (replies) {
      const thread = await slackPages(apiUrl, 'conversations.replies', { channel, ts });
      count(thread.filter((message) => message.ts !== ts));
    }
}

async function slackPages(
  apiUrl: string,
  method: string,
  args: Readonly<Record<string, string>>,
): Promise<SlackMessage[]> {
  const messages: SlackMessage[] = [];
  let cursor = '';
  do {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${BOT_TOKEN}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ ...args, cursor, limit: '200', include_all_metadata: 'true' }).toString(),
    });
    const page = (await response.json()) as {
      readonly messages?: readonly SlackMessage[];
      readonly response_metadata?: { readonly next_cursor?: string };
    };
    messages.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  return messages;
}

/** Counts a Discord channel's deliveries among those expected by the marks in their components. */
export function countDiscord(
  standing: readonly PostedMessage[],
  expected: readonly string[],
  arrivals: Arrivals,
): number {
  const marks = new Map<string, { key: string; part: number; of: number }>();
  for (const key of expected)
    for (let of = 1; of <= MOST_PARTS; of += 1)
      for (let part = 1; part <= of; part += 1) marks.set(String(markOf(key, part, of)), { key, part, of });
  let strange = 0;
  for (const { components } of standing) {
    const [top] = components as readonly { readonly id?: number; readonly components?: { id?: number }[] }[];
    const known = marks.get(String([top?.id, top?.components?.[0]?.id]));
    if (known) arrive(arrivals, known.key, known.part, known.of);
    else strange += 1;
  }
  return strange;
}
