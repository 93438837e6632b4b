import type { Destination, PlatformId } from './asker.ts';
import type { Card } from './card.ts';

/** What became of one attempt to send. Reasons are plain words for a reader. */
export type SendOutcome =
  | { readonly kind: 'sent' /** The platform's own reference of the message. */; readonly ref: string }
  /** Surely not sent, and worth trying again; `afterMs` where the platform named a time. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly reason: string }
  /** It may have arrived or not (the connection broke after it was handed over): look for it before sending again. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** It can never arrive as things are (channel gone, bot removed, right missing). */
  | { readonly kind: 'refused'; readonly reason: string };

export type FindOutcome =
  | { readonly kind: 'found'; readonly ref: string }
  | { readonly kind: 'absent' }
  /** The platform could not be asked now. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Minimum time between two messages, in ms. */
export interface PlatformPace {
  /** To one destination. */
  readonly channelMs: number;
  /** To all destinations of the platform together. */
  readonly platformMs: number;
}

/** How a platform's adapter delivers; nothing is ever thrown. */
export interface Courier {
  readonly platform: PlatformId;
  readonly pace: PlatformPace;
  /** Sends a card; what does not fit in one message follows in its thread. `key` goes along so that `find` knows it again. */
  send(address: Destination, card: Card, key: string): Promise<SendOutcome>;
  /** Whether a message with this key stands at the address already; looks at what was posted since then. */
  find(address: Destination, key: string, since: Date): Promise<FindOutcome>;
}

/** What is sent; the card is composed when it is, so that it holds what is known then. Instants are ISO times, UTC. */
export type DeliveryPayload =
  /** A schedule's lookup; `slot` is when it was due. */
  | {
      readonly kind: 'scheduled';
      readonly line: string;
      readonly zone: string;
      readonly quietWhenNothing: boolean;
      readonly slot: string;
    }
  /** New articles that match watches. */
  | { readonly kind: 'alert'; readonly watches: readonly number[]; readonly articleIds: readonly string[] }
  /** A few plain words about the desk's own working. */
  | { readonly kind: 'notice'; readonly title: string; readonly text: string };

/**
 * planned: to be sent, or tried again, at `nextAttemptAt` · sending: claimed by a process · sent · silent: there was nothing new and
 * quiet was asked for · skipped: it came too late or is not wanted any more · refused: the platform will never take it · failed: it
 * could not be composed or sent in time.
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
  /** When it should arrive. */
  readonly dueAt: string;
  /** From then on it is not worth sending: the next slot is due, say. */
  readonly notAfter: string;
}

/** One row of the outbox. */
export interface Delivery extends NewDelivery {
  readonly id: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  /** When it was first claimed: what it covers ends here, on every attempt. */
  readonly firstTriedAt: string | null;
  /** An attempt may have arrived without our knowing: ask the courier before sending again. */
  readonly uncertain: boolean;
  /** The platform's reference of the message. */
  readonly ref: string | null;
  /** Why it is not sent (yet), for a reader. */
  readonly reason: string | null;
  readonly finishedAt: string | null;
  /** Whether it arrived noticeably after it was due. */
  readonly late: boolean;
}

/** What to send for a delivery, made when it is sent. */
export type Composed =
  | { readonly kind: 'card'; readonly card: Card }
  /** There is nothing new, and nothing is wanted then. */
  | { readonly kind: 'silent' }
  /** Not now: the archive is busy, say. */
  | { readonly kind: 'later'; readonly reason: string }
  /** Never: its line cannot be answered any more. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What a delivery covers: what became known after one instant (null: from the beginning) and up to another. ISO times, UTC. */
export interface Coverage {
  readonly after: string | null;
  readonly until: string;
  /** Whether it will arrive noticeably after it was due. */
  readonly late: boolean;
}

export type Compose = (delivery: NewDelivery, coverage: Coverage) => Promise<Composed>;
