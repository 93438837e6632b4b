import type { Cadence } from './schedule.ts';

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
    }
  | { readonly kind: 'schedules' }
  | { readonly kind: 'pause' | 'resume' | 'unschedule' | 'send now'; readonly schedule: number }
  /** What would be sent: of a schedule, or of a lookup that might become one. */
  | { readonly kind: 'preview'; readonly what: number | string };
