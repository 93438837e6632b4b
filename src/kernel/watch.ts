import type { Destination } from './asker.ts';

/** What a watch waits for. */
export type Wanted =
  /** Somebody quoted, or named in full; `id` is a speaker's. */
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** Words in the headline or in one paragraph, in any form; as a phrase, one after the other. */
  | { readonly kind: 'words'; readonly words: string; readonly phrase: boolean }
  /** Words of somebody's, about something where that is given. */
  | { readonly kind: 'speaker'; readonly id: string; readonly name: string; readonly about: string | null };

/** Hours in which an alert waits: from `from` to `to` (`HH:MM`, local), over midnight where `to` is the earlier. */
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
  /** As readers name it; never given out a second time. */
  readonly number: number;
  /** Why it is stopped, for a reader: its alert was refused. Null while it runs. What it finds meanwhile is kept. */
  readonly stopped: string | null;
  /** When it was last started again: ISO time, UTC. */
  readonly resumedAt: string | null;
}

/** What a reader asks of the watches. */
export type WatchAsk =
  | {
      readonly kind: 'watch';
      /** A name or words; “ ” around it all where it was marked as a phrase. Empty where only `by` is given. */
      readonly words: string;
      readonly by: string | null;
      readonly about: string | null;
      /** As typed: `22:00-07:00`, `none`. */
      readonly quiet: string | null;
      readonly privately: boolean;
    }
  | { readonly kind: 'watches' }
  | { readonly kind: 'unwatch'; readonly number: number };
