import type { WebClient } from '@slack/web-api';
import { openPartsCourier, type PartMark, type PartTransport } from '../../../src/deliver/post-parts.ts';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Courier } from '../../../src/kernel/delivery.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { storeButtonLines } from '../../../src/render/lines-of-card.ts';
import { PACE } from '../draw/limits.ts';
import type { Pictures } from '../draw/render-block.ts';
import { renderCard, type SlackMessage } from '../draw/render-card.ts';
import { errorCode } from '../post/error-code.ts';
import { postMessage } from '../post/post-message.ts';
import { outcomeOf } from './explain-refusal.ts';
import { EVENT, findParts } from './find-parts.ts';

export interface CourierDeps {
  /** Sends once: it must not retry, and must throw on a rate limit. */
  readonly client: WebClient;
  readonly desk: Pick<ButtonLines, 'keepLine'>;
  readonly log: Log;
  readonly gallery: (card: Card) => Promise<Pictures>;
}

/** Delivers to Slack: the first message to the channel, the others in its thread. The metadata of each message holds its mark. */
export function openCourier({ client, desk, log, gallery }: CourierDeps): Courier {
  const transport: PartTransport<SlackMessage> = {
    platform: 'slack',
    pace: PACE,
    channelOf: channelFinder(client),
    render: async (card) => {
      const tokens = await storeButtonLines(card, (line) => desk.keepLine(line));
      const pictures = await gallery(card);
      return renderCard(card, { showing: { kind: 'direct' }, tokens, thread: null, pictures });
    },
    post: (message, at, mark) => postPart(client, message, at, mark),
    look: (channel, key, since) => findParts(client, { channel, key, since }),
    explain: (error) => ({ failure: outcomeOf(error), fields: { code: errorCode(error) } }),
  };
  return openPartsCourier(transport, { log });
}

/** The channel of a destination; a member's direct messages are opened once. */
function channelFinder(client: WebClient): PartTransport<SlackMessage>['channelOf'] {
  const directs = new Map<string, string>();
  return async ({ channel, direct }) => {
    if (!direct) return channel;
    const known = directs.get(channel) ?? (await client.conversations.open({ users: channel })).channel?.id;
    if (!known) throw new TypeError('Slack opened no direct messages');
    directs.set(channel, known);
    return known;
  };
}

async function postPart(
  client: WebClient,
  message: SlackMessage,
  { channel, first }: { channel: string; first: string | null },
  mark: PartMark,
): Promise<string> {
  const metadata = { event_type: EVENT, event_payload: { ...mark } };
  // A reference is `channel:ts`.
  const thread = first === null ? null : first.slice(first.indexOf(':') + 1);
  const ts = await postMessage(client, { channel, thread, metadata }, message);
  return `${channel}:${ts ?? ''}`;
}
