import { setTimeout } from 'node:timers/promises';
import type { Destination, PlatformId } from '../kernel/asker.ts';
import type { Card } from '../kernel/card.ts';
import type { Courier, FindOutcome, PlatformPace, SendOutcome } from '../kernel/delivery.ts';
import type { Log } from '../kernel/log.ts';

/** What a failed request means for the delivery. */
export type Failure = Exclude<SendOutcome, { kind: 'sent' }>;

/** Identifies one message of a delivery. The message must carry it, so that `look` recognizes it in another process. */
export interface PartMark {
  /** The key of the delivery. */
  readonly key: string;
  /** 1 for the first message. */
  readonly part: number;
  /** How many messages the delivery has. */
  readonly of: number;
}

/** Which messages of a delivery a channel holds: the first `parts` of `of`. `first`: the reference of the first one. */
export type Standing =
  | { readonly kind: 'parts'; readonly first: string; readonly parts: number; readonly of: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What an adapter provides so that cards reach its platform. Every method may throw what its SDK throws; `explain` must not throw. */
export interface PartTransport<Part> {
  readonly platform: PlatformId;
  readonly pace: PlatformPace;
  /** The platform's channel of a destination; opens a person's direct messages. */
  channelOf(destination: Destination): Promise<string>;
  /** Renders a card as messages, in order. The number of messages of a card must not change between attempts. */
  render(card: Card): Promise<readonly Part[]>;
  /**
   * Posts one message once, without retries, and returns its reference. `first` is the reference of the first message,
   * null when this is the first.
   */
  post(
    part: Part,
    at: { readonly channel: string; readonly first: string | null },
    mark: PartMark,
  ): Promise<string>;
  /** Looks through the messages that were posted at or after `since`. */
  look(channel: string, key: string, since: Date): Promise<Standing>;
  /** What a thrown error means, and fields for the log that hold no secret. `afterMs` must be set for rate limits only. */
  explain(error: unknown): { readonly failure: Failure; readonly fields: object };
}

export interface PartsDeps {
  readonly log: Log;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Between two messages of one delivery, a rate limit is waited out this long and this often; then the delivery is left for another
 * attempt, because a claim on it lasts only minutes.
 */
const LONGEST_WAIT_MS = 5_000;
const MOST_WAITS = 2;
/** Deliveries known to be half sent. More than these never wait at once. */
const MOST_BEGUN = 1_000;

interface Begun {
  readonly first: string;
  readonly parts: number;
}

interface Open<Part> {
  readonly transport: PartTransport<Part>;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** By key, deliveries of which the platform holds some parts. */
  readonly begun: Map<string, Begun>;
}

/**
 * A courier that sends a card as one or more messages and resumes a delivery that broke off. `find` must be called after every
 * uncertain attempt: it learns which parts have arrived, so that `send` skips them.
 */
export function openPartsCourier<Part>(
  transport: PartTransport<Part>,
  { log, sleep = (ms) => setTimeout(ms) }: PartsDeps,
): Courier {
  const open: Open<Part> = { transport, log, sleep, begun: new Map() };
  const { platform, pace } = transport;
  return {
    platform,
    pace,
    async send(destination, card, key) {
      let parts: readonly Part[];
      try {
        parts = await transport.render(card);
      } catch (error) {
        log.error(
          { key, ...transport.explain(error).fields },
          `${platform}: a delivery could not be rendered`,
        );
        return { kind: 'later', afterMs: null, reason: 'the answer could not be laid out just now' };
      }
      return sendParts(open, { destination, key }, parts);
    },
    async find(destination, key, since) {
      try {
        return await findParts(open, { destination, key, since });
      } catch (error) {
        const { failure, fields } = transport.explain(error);
        log.warn({ key, ...fields }, `${platform}: whether a delivery arrived could not be asked`);
        return { kind: 'unknown', reason: failure.reason };
      }
    },
  };
}

async function sendParts<Part>(
  open: Open<Part>,
  { destination, key }: { destination: Destination; key: string },
  parts: readonly Part[],
): Promise<SendOutcome> {
  const { transport, log, begun } = open;
  let channel: string;
  try {
    channel = await transport.channelOf(destination);
  } catch (error) {
    const { failure, fields } = transport.explain(error);
    log.warn({ key, ...fields }, `${transport.platform}: the channel of a delivery could not be opened`);
    // Nothing has been posted yet, so nothing can have arrived.
    return failure.kind === 'uncertain' ? { kind: 'later', afterMs: null, reason: failure.reason } : failure;
  }
  const sent = await postMissing(open, { channel, key }, parts);
  if (sent.kind === 'sent') begun.delete(key);
  return sent;
}

/** Posts the parts that have not arrived yet. */
async function postMissing<Part>(
  open: Open<Part>,
  { channel, key }: { channel: string; key: string },
  parts: readonly Part[],
): Promise<SendOutcome> {
  const { transport, log, begun } = open;
  let done = begun.get(key) ?? null;
  for (const [i, part] of parts.entries()) {
    if (done && i < done.parts) continue;
    const first: string | null = done?.first ?? null;
    try {
      const ref = await postPatiently(open, part, { channel, first }, { key, part: i + 1, of: parts.length });
      done = { first: first ?? ref, parts: i + 1 };
    } catch (error) {
      const { failure, fields } = transport.explain(error);
      log.warn({ key, part: i + 1, ...fields }, `${transport.platform}: a part of a delivery was not sent`);
      // The first part has arrived: the next attempt must look for it.
      return done && failure.kind === 'later' ? { kind: 'uncertain', reason: failure.reason } : failure;
    }
  }
  return { kind: 'sent', ref: done?.first ?? channel };
}

/** Posts one part; after the first part, waits out a short rate limit. */
async function postPatiently<Part>(
  { transport, sleep }: Open<Part>,
  part: Part,
  at: { readonly channel: string; readonly first: string | null },
  mark: PartMark,
): Promise<string> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await transport.post(part, at, mark);
    } catch (error) {
      const { failure } = transport.explain(error);
      const waitMs = failure.kind === 'later' ? failure.afterMs : null;
      if (at.first === null || waits === MOST_WAITS || waitMs === null || waitMs > LONGEST_WAIT_MS)
        throw error;
      await sleep(waitMs);
    }
  }
}

/** Whether all parts have arrived; remembers how many of a broken-off delivery have, for the next attempt. */
async function findParts<Part>(
  { transport, begun }: Open<Part>,
  { destination, key, since }: { destination: Destination; key: string; since: Date },
): Promise<FindOutcome> {
  const standing = await transport.look(await transport.channelOf(destination), key, since);
  begun.delete(key);
  switch (standing.kind) {
    case 'none':
      return { kind: 'absent' };
    case 'unknown':
      return standing;
    case 'parts': {
      const { first, parts, of } = standing;
      if (parts >= of) return { kind: 'found', ref: first };
      if (begun.size >= MOST_BEGUN) begun.clear();
      begun.set(key, { first, parts });
      return { kind: 'absent' };
    }
    default:
      return standing satisfies never;
  }
}
