import type { Destination, PlatformId } from './asker.ts';
import type { Card } from './card.ts';

/** The result of one attempt to send. Reasons are in plain words. */
export type SendOutcome =
  | { readonly kind: 'sent' /** The platform's reference of the message. */; readonly ref: string }
  /** Certainly not sent, worth another attempt; `afterMs` where the platform named a delay. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly reason: string }
  /**
   * It may have arrived, because the connection broke after the request. The message must be looked for
   * before another attempt.
   */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** It cannot arrive: the channel is gone, the bot was removed, or a right is missing. */
  | { readonly kind: 'refused'; readonly reason: string };

export type FindOutcome =
  | { readonly kind: 'found'; readonly ref: string }
  | { readonly kind: 'absent' }
  /** The platform did not answer. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Minimum time between two messages, in ms. */
export interface PlatformPace {
  /** To one destination. */
  readonly channelMs: number;
  /** To all destinations of the platform together. */
  readonly platformMs: number;
}

/** Delivers cards to a platform's destinations. Its methods never throw. */
export interface Courier {
  readonly platform: PlatformId;
  readonly pace: PlatformPace;
  /**
   * Sends a card; what does not fit in one message follows in its thread. `key` goes along so that `find`
   * knows it again.
   */
  send(address: Destination, card: Card, key: string): Promise<SendOutcome>;
  /** Whether a message with this key stands at the address already; looks at what was posted since then. */
  find(address: Destination, key: string, since: Date): Promise<FindOutcome>;
}

/** What to send. The card is composed at sending, so that it is up to date. Instants are ISO times, UTC. */
export type DeliveryPayload =
  /** A schedule's lookup; `slot` is the instant it was due. */
  | {
      readonly kind: 'scheduled';
      readonly line: string;
      readonly zone: string;
      readonly quietWhenNothing: boolean;
      readonly slot: string;
    }
  /** New articles that match watches. */
  | { readonly kind: 'alert'; readonly watches: readonly number[]; readonly articleIds: readonly string[] }
  /** A message about the desk itself. */
  | { readonly kind: 'notice'; readonly title: string; readonly text: string };

/**
 * planned: to be sent, or tried again, at `nextAttemptAt` · sending: claimed by a process · sent · silent:
 * there was nothing new and quiet was asked for · skipped: it came too late or is not wanted any more ·
 * refused: the platform will never take it · failed: it could not be composed or sent in time.
 */
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'silent' | 'skipped' | 'refused' | 'failed';

export interface NewDelivery {
  /** Unique for ever: `<schedule>@<slot>`, `alert-<…>`, `notice-<…>`; at most 60 characters. */
  readonly key: string;
  readonly destination: Destination;
  readonly payload: DeliveryPayload;
  /** The schedule it belongs to; deliveries of one schedule are sent in order. */
  readonly schedule: number | null;
  readonly plannedAt: string;
  /** The instant at which it should arrive. */
  readonly dueAt: string;
  /** After this instant it is not sent, for example because the next slot is due. */
  readonly notAfter: string;
}

/** One row of the outbox. */
export interface Delivery extends NewDelivery {
  readonly id: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  /** The first attempt; its window ends here on every later attempt too. */
  readonly firstTriedAt: string | null;
  /** An attempt may have arrived; the courier must look for it before another attempt. */
  readonly uncertain: boolean;
  /** The platform's reference of the message. */
  readonly ref: string | null;
  /** Why it is not sent, in plain words. */
  readonly reason: string | null;
  readonly finishedAt: string | null;
  /** Whether it arrived late. */
  readonly late: boolean;
}

/** The result of composing a delivery. */
export type Composed =
  | { readonly kind: 'card'; readonly card: Card }
  /** Nothing is new, and the schedule asked for silence in that case. */
  | { readonly kind: 'silent' }
  /** Try again, for example because the archive is busy. */
  | { readonly kind: 'later'; readonly reason: string }
  /** The line can no longer be answered. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What a delivery covers: what became known after one instant (null: from the beginning) and up to another.
 * ISO times, UTC.
 */
export interface Coverage {
  readonly after: string | null;
  readonly until: string;
  /** Whether it will arrive noticeably after it was due. */
  readonly late: boolean;
}

export type Compose = (delivery: NewDelivery, coverage: Coverage) => Promise<Composed>;
