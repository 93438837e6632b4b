import type { Cadence } from './schedule.ts';

/** A command about one schedule, by its number. */
export interface OneScheduleAsk<Kind extends string> {
  readonly kind: Kind;
  readonly schedule: number;
}

/** What an editor, or a reader, asks of the schedules. */
export type ScheduleAsk =
  | {
      readonly kind: 'schedule';
      readonly cadence: Cadence;
      /** IANA zone; null for the asker's own, else the desk's. */
      readonly zone: string | null;
      /** Whether nothing is to be sent when nothing is new. */
      readonly quiet: boolean;
      /** The typed line to be answered. */
      readonly lookup: string;
      /**
       * The destination as typed: a channel's name without `#`, or `me` for the asker's direct messages. Null
       * for where the asker writes.
       */
      readonly to: string | null;
    }
  | { readonly kind: 'schedules' }
  | OneScheduleAsk<'pause'>
  | OneScheduleAsk<'resume'>
  | OneScheduleAsk<'unschedule'>
  | OneScheduleAsk<'send now'>
  /** What would be sent: of a schedule, or of a lookup that might become one. */
  | { readonly kind: 'preview'; readonly what: number | string };
