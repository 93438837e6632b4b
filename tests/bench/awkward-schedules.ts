import type { Cadence, Weekday } from '../../src/kernel/schedule.ts';

/**
 * Zones whose clocks surprise: half-hour changes (Lord Howe), two hours (Troll), a change back for Ramadan (Casablanca), quarter-hour
 * offsets (Chatham, Kathmandu), changes at midnight (Cairo, Beirut) or just before it (Nuuk), the day line (Apia), none (Tehran, UTC).
 */
export const AWKWARD_ZONES: readonly string[] = [
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Asia/Tehran',
  'America/Chicago',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Norfolk',
  'America/Nuuk',
  'Asia/Beirut',
  'America/Santiago',
  'UTC',
];

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
/** Times that clocks skip or show twice somewhere stand among ordinary ones. */
const TIMES = [
  '08:00',
  '02:30',
  '01:30',
  '00:00',
  '02:00',
  '23:30',
  '02:15',
  '03:00',
  '00:30',
  '17:45',
  '01:00',
  '02:45',
];
const CRONS = [
  '0 8 * * 1-5',
  '30 2 * * *',
  '0 */3 * * *',
  '15 1,2,3 * * 0,6',
  '0 9 1,15 * *',
  '*/30 1-3 * * 0',
  '45 23 * 3,4,10,11 *',
  '0 7 13 * 5',
];

/** The Monday of the week of an ISO time: `YYYY-MM-DD`. */
function mondayOf(from: string): string {
  const day = new Date(from);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Fourteen cadences for a zone, different ones for each `n`: daily, twice a day, some weekdays, every N hours,
 * minutes, days and weeks, monthly, cron.
 */
export function awkwardCadences(n: number, from: string): readonly Cadence[] {
  const time = (at: number) => TIMES[(n + at) % TIMES.length] ?? '08:00';
  const days: readonly Weekday[] = [((n % 7) + 1) as Weekday, (((n + 3) % 7) + 1) as Weekday];
  return [
    { kind: 'days', days: EVERY_DAY, times: [time(0)] },
    { kind: 'days', days: EVERY_DAY, times: [time(1), time(2)].sort() },
    { kind: 'days', days: WEEKDAYS, times: [time(3)] },
    { kind: 'days', days: [...days].sort(), times: [time(4)] },
    { kind: 'days', days: [7], times: [time(5), time(6), time(7)].sort() },
    { kind: 'hours', every: [6, 3, 4, 2, 8, 12, 24, 1, 36][n % 9] ?? 2, from },
    { kind: 'hours', every: [5, 7, 12, 36][n % 4] ?? 5, from },
    { kind: 'monthly', on: [[1, 15, 28, 29, 30, 31][n % 6] ?? 1], times: [time(8)] },
    {
      kind: 'monthly',
      on: [31, { nth: [1, 2, 3, 4, 5, -1][n % 6] ?? 1, weekday: days[0] ?? 1 }],
      times: [time(9)],
    },
    { kind: 'minutes', every: [5, 15, 90, 480][n % 4] ?? 15, from },
    { kind: 'day interval', every: [2, 3, 31][n % 3] ?? 2, from: from.slice(0, 10), times: [time(10)] },
    {
      kind: 'week interval',
      every: [2, 3, 8][n % 3] ?? 2,
      from: mondayOf(from),
      days: [...days].sort(),
      times: [time(11)],
    },
    { kind: 'cron', expression: CRONS[n % CRONS.length] ?? '0 8 * * *' },
    { kind: 'cron', expression: CRONS[(n + 3) % CRONS.length] ?? '0 8 * * *' },
  ];
}
