import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Destination } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Courier, FindOutcome, SendOutcome } from '../../../src/kernel/delivery.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { PACE } from '../draw/limits.ts';
import type { Pictures } from '../draw/render-block.ts';
import { renderCard, type SlackMessage } from '../draw/render-card.ts';
import { keepLines } from '../post/keep-lines.ts';
import { errorCode } from '../post/name-error.ts';
import { postMessage, type Target } from '../post/post-message.ts';
import { type Failure, outcomeOf } from './explain-refusal.ts';
import { type Begun, EVENT, findParts } from './find-parts.ts';

export interface CourierOptions {
  /** Sends once: no retries of its own, and a rate limit is an error. */
  readonly client: WebClient;
  readonly desk: Pick<ButtonLines, 'keepLine'>;
  readonly log: Log;
  readonly gallery: (card: Card) => Promise<Pictures>;
}

/** In the middle of a delivery Slack may ask for so much patience, so often; then it is left for another attempt: a claim on it lasts minutes. */
const PATIENCE_MS = 5_000;
const PATIENT_TIMES = 2;
/** Deliveries known to be half done; more than these never wait at once. */
const MOST_BEGUN = 1_000;
/** What one courier holds open. */
interface Room extends CourierOptions {
  readonly channelOf: (address: Destination) => Promise<string>;
  /** Deliveries of which some parts stand. */
  readonly begun: Map<string, Begun>;
}

/**
 * Delivers to Slack: the first message, the rest in its thread, each part knowing its key and number, so that a delivery that broke off
 * goes on where it broke off. `find` must be asked after every uncertain attempt: it is what learns which parts stand.
 */
export function openCourier(options: CourierOptions): Courier {
  const room: Room = { ...options, channelOf: channelFinder(options.client), begun: new Map() };
  return {
    platform: 'slack',
    pace: PACE,
    async send(address, card, key) {
      try {
        return await sendParts(room, address, card, key);
      } catch (error) {
        room.log.error({ key, code: errorCode(error) }, 'slack: a delivery could not be made ready');
        return { kind: 'later', afterMs: null, reason: 'the answer could not be laid out just now' };
      }
    },
    async find(address, key, since) {
      try {
        return await findDelivery(room, { channel: await room.channelOf(address), key, since });
      } catch (error) {
        room.log.warn(
          { key, code: errorCode(error) },
          'slack: whether a delivery arrived could not be asked',
        );
        return { kind: 'unknown', reason: outcomeOf(error).reason };
      }
    },
  };
}

/** The channel of an address; that of somebody's direct messages is opened once. */
function channelFinder(client: WebClient): Room['channelOf'] {
  const directs = new Map<string, string>();
  return async ({ channel, direct }) => {
    if (!direct) return channel;
    const known = directs.get(channel) ?? (await client.conversations.open({ users: channel })).channel?.id;
    if (!known) throw new TypeError('Slack opened no direct messages');
    directs.set(channel, known);
    return known;
  };
}

async function sendParts(room: Room, address: Destination, card: Card, key: string): Promise<SendOutcome> {
  const { desk, gallery, log, begun } = room;
  const tokens = await keepLines(card, (line) => desk.keepLine(line));
  const pictures = await gallery(card);
  const messages = renderCard(card, { showing: { kind: 'direct' }, tokens, thread: null, pictures });
  const done = begun.get(key) ?? null;
  let channel = done?.channel ?? '';
  try {
    channel ||= await room.channelOf(address);
  } catch (error) {
    log.warn({ key, code: errorCode(error) }, 'slack: no direct messages could be opened');
    return surelyNot(outcomeOf(error));
  }
  const sent = await postAll(room, { channel, key, done }, messages);
  if (sent.kind === 'sent') begun.delete(key);
  return sent;
}

interface Posting {
  readonly channel: string;
  readonly key: string;
  /** What stands of it already. */
  readonly done: Begun | null;
}

/** Posts the parts that do not stand yet, the first one to the channel, the others in its thread. */
async function postAll(
  { client, log }: Room,
  { channel, key, done: before }: Posting,
  messages: readonly SlackMessage[],
): Promise<SendOutcome> {
  let done = before;
  for (const [i, message] of messages.entries()) {
    if (done && i < done.parts) continue;
    const metadata = { event_type: EVENT, event_payload: { key, part: i + 1, of: messages.length } };
    try {
      const ts = await postPart(client, { channel, thread: done?.ts ?? null, metadata }, message);
      done = { channel, ts: done?.ts ?? ts ?? '', parts: i + 1 };
    } catch (error) {
      log.warn({ key, part: i + 1, code: errorCode(error) }, 'slack: a part of a delivery was not sent');
      const failure = outcomeOf(error);
      // The first part stands: whoever tries again must look for it.
      return done && failure.kind === 'later' ? { kind: 'uncertain', reason: failure.reason } : failure;
    }
  }
  return { kind: 'sent', ref: `${channel}:${done?.ts ?? ''}` };
}

/** Whether all of a delivery stands; what stands of one that broke off is remembered for the next attempt. */
async function findDelivery(
  { client, begun }: Room,
  what: { channel: string; key: string; since: Date },
): Promise<FindOutcome> {
  const found = await findParts(client, what);
  if (found.kind !== 'partly') {
    begun.delete(what.key);
    return found;
  }
  if (begun.size >= MOST_BEGUN) begun.clear();
  begun.set(what.key, found.begun);
  return { kind: 'absent' };
}

/** Posts one part; between two parts Slack is given its time. */
async function postPart(client: WebClient, target: Target, message: SlackMessage): Promise<string | null> {
  for (let times = 0; ; times += 1) {
    try {
      return await postMessage(client, target, message);
    } catch (error) {
      const patient =
        error instanceof WebAPIRateLimitedError && target.thread !== null && times < PATIENT_TIMES;
      if (!patient || error.retryAfter * 1_000 > PATIENCE_MS) throw error;
      await pause(error.retryAfter * 1_000);
    }
  }
}

/** Before anything is posted, nothing can have arrived. */
function surelyNot(failure: Failure): Failure {
  return failure.kind === 'uncertain' ? { kind: 'later', afterMs: null, reason: failure.reason } : failure;
}
