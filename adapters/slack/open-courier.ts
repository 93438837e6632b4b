import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Desk } from '../../src/desk/desk.ts';
import type { Address } from '../../src/kernel/asker.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Courier, FindOutcome, SendOutcome } from '../../src/kernel/delivery.ts';
import type { Log } from '../../src/kernel/log.ts';
import { type Failure, outcomeOf } from './explain-refusal.ts';
import { type Begun, EVENT, findParts } from './find-parts.ts';
import { keepLines } from './keep-lines.ts';
import { errorCode } from './name-error.ts';
import { postMessage, type Target } from './post-message.ts';
import { renderCard, type SlackMessage } from './render-card.ts';
import type { Pictures } from './upload-pictures.ts';

export interface CourierOptions {
  /** Sends once: no retries of its own, and a rate limit is an error. */
  readonly client: WebClient;
  readonly desk: Pick<Desk, 'keepLine'>;
  readonly log: Log;
  readonly gallery: (card: Card) => Promise<Pictures>;
}

/** In the middle of a delivery Slack may ask for so much patience, so often; then it is left for another attempt: a claim on it lasts minutes. */
const PATIENCE_MS = 5_000;
const PATIENT_TIMES = 2;
/** Deliveries known to be half done; more than these never wait at once. */
const MOST_BEGUN = 1_000;
/**
 * Delivers to Slack: the first message, the rest in its thread, each part knowing its key and number, so that a delivery that broke off
 * goes on where it broke off. `find` must be asked after every uncertain attempt: it is what learns which parts stand.
 */
export function openCourier({ client, desk, log, gallery }: CourierOptions): Courier {
  const begun = new Map<string, Begun>();
  const directs = new Map<string, string>();

  async function channelOf({ channel, direct }: Address): Promise<string> {
    if (!direct) return channel;
    const known = directs.get(channel) ?? (await client.conversations.open({ users: channel })).channel?.id;
    if (!known) throw new TypeError('Slack opened no direct messages');
    directs.set(channel, known);
    return known;
  }

  async function sendParts(address: Address, card: Card, key: string): Promise<SendOutcome> {
    const tokens = await keepLines(card, (line) => desk.keepLine(line));
    const pictures = await gallery(card);
    const messages = renderCard(card, { showing: { kind: 'direct' }, tokens, thread: null, pictures });
    let done = begun.get(key) ?? null;
    let channel = done?.channel ?? '';
    try {
      channel ||= await channelOf(address);
    } catch (error) {
      log.warn({ key, code: errorCode(error) }, 'slack: no direct messages could be opened');
      return surelyNot(outcomeOf(error));
    }
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
    begun.delete(key);
    return { kind: 'sent', ref: `${channel}:${done?.ts ?? ''}` };
  }

  return {
    platform: 'slack',
    async send(address, card, key) {
      try {
        return await sendParts(address, card, key);
      } catch (error) {
        log.error({ key, code: errorCode(error) }, 'slack: a delivery could not be made ready');
        return { kind: 'later', afterMs: null, reason: 'the answer could not be laid out just now' };
      }
    },
    async find(address, key, since): Promise<FindOutcome> {
      try {
        const channel = await channelOf(address);
        const found = await findParts(client, { channel, key, since });
        if (found.kind !== 'partly') {
          begun.delete(key);
          return found;
        }
        if (begun.size >= MOST_BEGUN) begun.clear();
        begun.set(key, found.begun);
        return { kind: 'absent' };
      } catch (error) {
        log.warn({ key, code: errorCode(error) }, 'slack: whether a delivery arrived could not be asked');
        return { kind: 'unknown', reason: outcomeOf(error).reason };
      }
    },
  };
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
