import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackMessage } from '../draw/render-card.ts';
import { postMessage, QUIET } from './post-message.ts';

/** Where an answer is posted. */
export type Place =
  /**
   * Seen by one person, sent through the response_url of their command or button. Once the response_url is
   * used up or expired, the rest goes to `spare`.
   */
  | {
      readonly kind: 'response';
      readonly respond: RespondFn;
      readonly thread: string | null;
      readonly spare: Place | null;
    }
  /** Seen by one person in a channel, sent through the Web API. */
  | {
      readonly kind: 'ephemeral';
      readonly channel: string;
      readonly user: string;
      readonly thread: string | null;
    }
  /**
   * Seen by everyone there. `channel` is a channel, a direct message, or a user id for that person's direct
   * messages.
   */
  | { readonly kind: 'open'; readonly channel: string; readonly thread: string | null };

/** Posts the messages in order. In an open place, all messages after the first go into its thread. */
export async function postAnswer(
  client: WebClient,
  place: Place,
  messages: readonly SlackMessage[],
): Promise<void> {
  switch (place.kind) {
    case 'response':
      return await postThroughResponse(client, place, messages);
    case 'ephemeral': {
      const { channel, user, thread } = place;
      for (const message of messages)
        await client.chat.postEphemeral({
          channel,
          user,
          ...inThread(thread),
          ...message,
          link_names: false,
          parse: 'none',
        });
      return;
    }
    case 'open': {
      let thread = place.thread;
      for (const message of messages) {
        const ts = await postMessage(client, { channel: place.channel, thread }, message);
        thread ??= ts;
      }
      return;
    }
    default:
      return place satisfies never;
  }
}

async function postThroughResponse(
  client: WebClient,
  { respond, thread, spare }: Extract<Place, { kind: 'response' }>,
  messages: readonly SlackMessage[],
): Promise<void> {
  for (const [i, message] of messages.entries()) {
    try {
      await respondOnce(respond, { ...message, ...inThread(thread) }, 'ephemeral');
    } catch (error) {
      if (!spare) throw error;
      return await postAnswer(client, spare, messages.slice(i));
    }
  }
}

/** Uses a response_url once. Throws if Slack rejects the message, which Slack may do with status 200. */
export async function respondOnce(
  respond: RespondFn,
  message: SlackMessage & { readonly thread_ts?: string },
  seenBy: 'ephemeral' | 'in_channel',
): Promise<void> {
  const response = await respond({ ...message, ...QUIET, response_type: seenBy, replace_original: false });
  const said = await response.text();
  if (/"ok"\s*:\s*false/.test(said)) throw new ResponseRefused(said);
}

/** Deletes the message that held the pressed button. */
export async function removeOriginal(respond: RespondFn): Promise<void> {
  await respond({ delete_original: true, text: '' });
}

class ResponseRefused extends Error {
  readonly code: string;

  constructor(said: string) {
    super('Slack refused a response');
    this.code = /"error"\s*:\s*"([a-z_]{1,60})"/.exec(said)?.[1] ?? 'response_refused';
  }
}

function inThread(thread: string | null): { thread_ts?: string } {
  return thread ? { thread_ts: thread } : {};
}
