import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIChannel,
  type APIMessage,
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  MessageFlags,
  RateLimitError,
  REST,
  Routes,
} from 'discord.js';
import type { ButtonLines } from '../../../src/desk/desk.ts';
import type { Destination } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import type { Courier, FindOutcome, SendOutcome } from '../../../src/kernel/delivery.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { describeError } from '../connect/answer-safely.ts';
import { makeRequest } from '../connect/send-request.ts';
import { PACE } from '../draw/limits.ts';
import { markMessage, renderParts } from '../draw/render-card.ts';
import { type Attachment, drawPictures, sayPictures, shownIn } from '../draw/render-pictures.ts';
import { keepTokens } from '../post/write-message.ts';
import type { DiscordConfig } from '../settings.ts';
import { type Failure, outcomeOf } from './explain-refusal.ts';
import { type Found, findParts } from './find-parts.ts';
import { MOST_PARTS, markOf, nonceOf } from './mark-delivery.ts';

export interface CourierOptions {
  readonly config: Pick<DiscordConfig, 'token' | 'apiUrl'>;
  readonly desk: Pick<ButtonLines, 'keepLine'>;
  readonly log: Log;
  /** The bot's own user id. */
  readonly bot: string;
  /** False where the bot is known to lack the right to read what stands in a channel: Discord then says that nothing does. */
  readonly mayLook: (channel: string) => boolean;
}

type Begun = Pick<Found, 'ref' | 'parts'>;

/** In the middle of a delivery Discord may ask for so much patience, so often; then it is left for another attempt: a claim on it lasts minutes. */
const PATIENCE_MS = 5_000;
const PATIENT_TIMES = 2;
/** Deliveries known to be half done; more than these never wait at once. */
const MOST_BEGUN = 1_000;

/** What one courier holds open. */
interface Room extends CourierOptions {
  readonly rest: REST;
  readonly channelOf: (address: Destination) => Promise<string>;
  /** Deliveries of which some parts stand. */
  readonly begun: Map<string, Begun>;
}

/**
 * Delivers to Discord: one message, or a few one after the other, each known by its nonce for some minutes and by its components' ids
 * for good. `find` must be asked after every uncertain attempt: it is what learns which parts stand.
 */
export function openCourier(options: CourierOptions): Courier {
  const rest = openRest(options.config);
  const channelOf = channelFinder(rest, options.config.token);
  const room: Room = { ...options, rest, channelOf, begun: new Map() };
  return {
    platform: 'discord',
    pace: PACE,
    async send(address, card, key) {
      try {
        return await sendParts(room, address, card, key);
      } catch (error) {
        room.log.error({ key, error: describeError(error) }, 'a delivery could not be made ready');
        return { kind: 'later', afterMs: null, reason: 'the answer could not be laid out just now' };
      }
    },
    async find(address, key, since) {
      try {
        return await findDelivery(room, { channel: await channelOf(address), key, since });
      } catch (error) {
        room.log.warn({ key, error: describeError(error) }, 'whether a delivery arrived could not be asked');
        return { kind: 'unknown', reason: outcomeOf(error).reason };
      }
    },
  };
}

/** Sends once: what may have arrived must not be sent again by a library that cannot look. */
function openRest({ apiUrl }: CourierOptions['config']): REST {
  return new REST({
    version: '10',
    retries: 0,
    timeout: 20_000,
    rejectOnRateLimit: () => true,
    makeRequest,
    ...(apiUrl ? { api: apiUrl } : {}),
  });
}

/** The channel of an address; that of somebody's direct messages is opened once. */
function channelFinder(rest: REST, token: string): Room['channelOf'] {
  const directs = new Map<string, string>();
  return async ({ channel, direct }) => {
    // A 401 makes the library forget the token for good.
    rest.setToken(token);
    if (!direct) return channel;
    const body = { recipient_id: channel };
    const known =
      directs.get(channel) ?? ((await rest.post(Routes.userChannels(), { body })) as APIChannel).id;
    directs.set(channel, known);
    return known;
  };
}

async function sendParts(room: Room, address: Destination, card: Card, key: string): Promise<SendOutcome> {
  const tokenOf = await keepTokens(room.desk, card);
  const pictures = await drawPictures(card);
  const look = { share: 'none', above: null, tokenOf } as const;
  const parts = renderParts(card, { ...look, pictures }, MOST_PARTS).map((part, i, all) => {
    const components = markMessage(part, markOf(key, i + 1, all.length));
    return { components, files: shownIn(components, pictures), nonce: nonceOf(key, i + 1) };
  });
  let channel: string;
  try {
    channel = await room.channelOf(address);
  } catch (error) {
    room.log.warn({ key, error: describeError(error) }, 'no direct messages could be opened');
    return surelyNot(outcomeOf(error));
  }
  const sent = await postAll(room, { channel, key }, parts);
  if (sent.kind === 'sent') room.begun.delete(key);
  return sent;
}

/** Posts the parts that do not stand yet. */
async function postAll(
  room: Room,
  { channel, key }: { channel: string; key: string },
  parts: readonly Omit<Part, 'first'>[],
): Promise<SendOutcome> {
  let done = room.begun.get(key) ?? null;
  for (const [i, part] of parts.entries()) {
    if (done && i < done.parts) continue;
    try {
      const id = await postPart(room, channel, { ...part, first: !done });
      done = { ref: done?.ref ?? `${channel}/${id}`, parts: i + 1 };
    } catch (error) {
      room.log.warn({ key, part: i + 1, error: describeError(error) }, 'a part of a delivery was not sent');
      const failure = outcomeOf(error);
      // The first part stands: whoever tries again must look for it.
      return done && failure.kind === 'later' ? { kind: 'uncertain', reason: failure.reason } : failure;
    }
  }
  return { kind: 'sent', ref: done?.ref ?? channel };
}

/** Whether all of a delivery stands; what stands of one that broke off is remembered for the next attempt. */
async function findDelivery(
  { rest, bot, begun, mayLook }: Room,
  { channel, key, since }: { channel: string; key: string; since: Date },
): Promise<FindOutcome> {
  if (!mayLook(channel))
    return { kind: 'unknown', reason: 'I lack the right “Read Message History” in the channel' };
  const found = await findParts(rest, { channel, bot, key, since });
  if (found === 'too busy')
    return { kind: 'unknown', reason: 'the channel is too busy to be looked through' };
  begun.delete(key);
  if (!found) return { kind: 'absent' };
  if (found.parts >= found.of) return { kind: 'found', ref: found.ref };
  if (begun.size >= MOST_BEGUN) begun.clear();
  begun.set(key, found);
  return { kind: 'absent' };
}

interface Part {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly Attachment[];
  readonly nonce: string;
  readonly first: boolean;
}

type Posting = Pick<Room, 'rest' | 'log'>;

/** Posts one part; between two parts Discord is given its time, and a picture it does not take is said in words. */
async function postPart(posting: Posting, channel: string, part: Part): Promise<string> {
  for (let times = 0; ; times += 1) {
    try {
      return await postOnce(posting.rest, channel, part);
    } catch (error) {
      if (error instanceof DiscordAPIError && part.files.length) {
        posting.log.warn({ error: describeError(error) }, 'a picture was not taken; its words are shown');
        return await postPart(posting, channel, {
          ...part,
          components: sayPictures(part.components),
          files: [],
        });
      }
      const { first } = part;
      const patient = error instanceof RateLimitError && !first && times < PATIENT_TIMES;
      if (!patient || error.retryAfter > PATIENCE_MS) throw error;
      await pause(error.retryAfter);
    }
  }
}

async function postOnce(rest: REST, channel: string, { components, files, nonce }: Part): Promise<string> {
  const attachments = files.map(({ name, description }, i) => ({
    id: String(i),
    filename: name,
    description,
  }));
  const body = {
    components,
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
    nonce,
    enforce_nonce: true,
    ...(files.length ? { attachments } : {}),
  };
  const sent = files.map(({ name, data }) => ({ name, data }));
  const options = { body, ...(files.length ? { files: sent } : {}) };
  return ((await rest.post(Routes.channelMessages(channel), options)) as APIMessage).id;
}

/** Before anything is posted, nothing can have arrived. */
function surelyNot(failure: Failure): Failure {
  return failure.kind === 'uncertain' ? { kind: 'later', afterMs: null, reason: failure.reason } : failure;
}
