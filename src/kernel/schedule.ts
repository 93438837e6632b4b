import type { Destination } from './asker.ts';

/** 1 is Monday, 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A day of the month: 1 to 31, where 31 is the last day of any month, or the nth weekday of the month. `nth` is
 * 1 to 5, or -1 for the last.
 */
export type MonthDay = number | { readonly nth: number; readonly weekday: Weekday };

/**
 * When a schedule is due. Times of day are wall-clock times in the schedule's zone, `HH:MM`, sorted. Days are
 * `YYYY-MM-DD`.
 */
export type Cadence =
  | { readonly kind: 'days'; readonly days: readonly Weekday[]; readonly times: readonly string[] }
  /** Every `every` days, counted from the day `from`. */
  | {
      readonly kind: 'day interval';
      readonly every: number;
      readonly from: string;
      readonly times: readonly string[];
    }
  /** On these days of every `every`th week, counted from the week whose Monday is `from`. */
  | {
      readonly kind: 'week interval';
      readonly every: number;
      readonly from: string;
      readonly days: readonly Weekday[];
      readonly times: readonly string[];
    }
  /**
   * Every `every` hours of elapsed time, whatever the clocks do, counted from `from`: ISO time, UTC. `minute` is
   * the minute of the hour; absent: 0.
   */
  | { readonly kind: 'hours'; readonly every: number; readonly from: string; readonly minute?: number }
  /** Every `every` minutes of elapsed time, counted from `from`: ISO time, UTC. */
  | { readonly kind: 'minutes'; readonly every: number; readonly from: string }
  /** On these days of each month. A shorter month has its last day instead of a day that it lacks. */
  | { readonly kind: 'monthly'; readonly on: readonly MonthDay[]; readonly times: readonly string[] }
  /** Five fields; src/kernel/time/next-slot.ts says how clock changes count. */
  | { readonly kind: 'cron'; readonly expression: string }
  /** Once, at a wall-clock time: `YYYY-MM-DDTHH:MM`. */
  | { readonly kind: 'once'; readonly at: string };

/**
 * active: due slots are sent · paused: by an editor · stopped: by Verbatim, because the platform refuses it.
 */
export type ScheduleState = 'active' | 'paused' | 'stopped';

/** Who made a schedule, and where to tell them that it stopped; null for nowhere. */
export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly address: Destination | null;
}

/** A schedule before the archive numbers it. */
export interface NewSchedule {
  readonly destination: Destination;
  readonly cadence: Cadence;
  /** IANA zone. */
  readonly zone: string;
  /** The typed line to answer at each slot; it must be a lookup. */
  readonly line: string;
  /** True: a slot without news sends nothing. */
  readonly quietWhenNothing: boolean;
  readonly createdBy: Maker;
  /** ISO time, UTC. Slots at or before this time are ignored. */
  readonly createdAt: string;
  /** The entry of the desk's configuration that it comes from; null for an editor's schedule. */
  readonly origin: string | null;
  /** The first slot: ISO time, UTC; null where no slot ever comes. */
  readonly nextSlot: string | null;
}

/** A standing order for a lookup. All instants are ISO times, UTC. */
export interface Schedule extends NewSchedule {
  /** 1, 2, 3 …; a number is never reused. */
  readonly id: number;
  readonly state: ScheduleState;
  /** Why it is paused or stopped, in plain words. */
  readonly reason: string | null;
  /** Every slot up to and including this instant is decided: a delivery, or skipped. */
  readonly decidedUntil: string;
  /** The latest slot that became a delivery. */
  readonly lastSlot: string | null;
  /** End of the last window that was sent; the next window starts here. */
  readonly lastSentUntil: string | null;
  /** Number of slots skipped because they were too late when planned. */
  readonly skipped: number;
  readonly lastSkipped: string | null;
}
