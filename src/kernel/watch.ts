import type { Destination } from './asker.ts';

/** What a watch looks for. */
export type Wanted =
  /** A person who is quoted or named in full; `id` is a speaker id. */
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** Words in any form, in the headline or in one paragraph; a phrase's words must follow each other. */
  | { readonly kind: 'words'; readonly words: string; readonly phrase: boolean }
  /** Quotations of a person, about `about` where that is given. */
  | { readonly kind: 'speaker'; readonly id: string; readonly name: string; readonly about: string | null };

/**
 * Hours in which an alert waits: from `from` to `to` (`HH:MM`, local), past midnight where `to` is earlier.
 */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  /** IANA zone. */
  readonly zone: string;
}

export interface NewWatch {
  readonly destination: Destination;
  readonly wanted: Wanted;
  readonly quiet: QuietHours | null;
  readonly madeBy: { readonly id: string; readonly name: string };
  /** ISO time, UTC. */
  readonly madeAt: string;
}

export interface Watch extends NewWatch {
  /** The number people use; never reused. */
  readonly number: number;
  /**
   * Why it is stopped, in plain words: its alert was refused. Null while it runs. A stopped watch keeps what
   * it finds.
   */
  readonly stopped: string | null;
  /** When it was last resumed: ISO time, UTC. */
  readonly resumedAt: string | null;
}

/** A command about watches. */
export type WatchAsk =
  | {
      readonly kind: 'watch';
      /** A name or words, in “ ” where typed as a phrase. Empty where only `by` is given. */
      readonly words: string;
      readonly by: string | null;
      readonly about: string | null;
      /** As typed: `22:00-07:00`, `none`. */
      readonly quiet: string | null;
      readonly privately: boolean;
    }
  | { readonly kind: 'watches' }
  | { readonly kind: 'unwatch'; readonly number: number };
