import type { Destination } from './asker.ts';

/** 1 is Monday, 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When something is due. Times of day are wall-clock times in the schedule's zone, `HH:MM`, sorted. */
export type Cadence =
  | { readonly kind: 'days'; readonly days: readonly Weekday[]; readonly times: readonly string[] }
  /** Real hours, whatever the clocks do, counted from an instant: ISO time, UTC. */
  | { readonly kind: 'hours'; readonly every: number; readonly from: string }
  /** On this day of each month, or the last one where the month is shorter: 1 to 31. */
  | { readonly kind: 'monthly'; readonly day: number; readonly times: readonly string[] }
  /** Five fields; the rules for clock changes are croner's, see src/deliver/plan-slots.ts. */
  | { readonly kind: 'cron'; readonly expression: string };

/** active: due slots are sent · paused: by an editor · stopped: by us, because it cannot be delivered. */
export type ScheduleState = 'active' | 'paused' | 'stopped';

/** Who made a schedule, and where they can be told that it stopped; null where nobody can be. */
export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly address: Destination | null;
}

/** What a schedule is made from. */
export interface NewSchedule {
  readonly destination: Destination;
  readonly cadence: Cadence;
  /** IANA zone. */
  readonly zone: string;
  /** The typed line that is answered at each slot: any lookup. */
  readonly line: string;
  /** Whether nothing is sent when there is nothing new. */
  readonly quietWhenNothing: boolean;
  readonly createdBy: Maker;
  /** ISO time, UTC; slots up to then are none of its business. */
  readonly createdAt: string;
  /** Names the entry of the desk's configuration it was made from; null for one that an editor made. */
  readonly origin: string | null;
  /** The first slot: ISO time, UTC; null where there is none. */
  readonly nextSlot: string | null;
}

/** A standing order for a lookup. All instants are ISO times, UTC. */
export interface Schedule extends NewSchedule {
  /** 1, 2, 3 …, never used again. */
  readonly id: number;
  readonly state: ScheduleState;
  /** Why it is paused or stopped, for a reader. */
  readonly reason: string | null;
  /** Every slot up to and including this instant is decided: a delivery, or skipped. */
  readonly decidedUntil: string;
  /** The last slot that became a delivery. */
  readonly lastSlot: string | null;
  /** What was new up to then has been sent; the next briefing covers what came after. */
  readonly lastSentUntil: string | null;
  /** Slots that were skipped because they were too late when we came to them, ever. */
  readonly skipped: number;
  readonly lastSkipped: string | null;
}
