import type { Cadence, MonthDay, Weekday } from '../schedule.ts';

export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const NTH = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/**
 * A cadence as people type it: “weekdays at 08:00”, “every 2 hours”, “monthly on the 1st at 09:00”. A schedule
 * line that holds the text parses to the cadence. Many times of day with one distance are an interval.
 */
export function cadenceText(cadence: Cadence): string {
  return textOf(cadence, timesText);
}

/** Like `cadenceText`, with every time of day. Archives store this text, so it must not change. */
export function cadenceTextInFull(cadence: Cadence): string {
  return textOf(cadence, (times) => `at ${listed(times)}`);
}

function textOf(cadence: Cadence, timesOf: (times: readonly string[]) => string): string {
  switch (cadence.kind) {
    case 'days':
      return `${daysText(cadence.days)} ${timesOf(cadence.times)}`;
    case 'day interval':
      return `every ${cadence.every} days ${timesOf(cadence.times)}`;
    case 'week interval':
      return `every ${cadence.every} weeks on ${listed(cadence.days.map((day) => DAY_NAMES[day]))} ${timesOf(cadence.times)}`;
    case 'hours': {
      const minute = cadence.minute ? ` at :${String(cadence.minute).padStart(2, '0')}` : '';
      return `${cadence.every === 1 ? 'every hour' : `every ${cadence.every} hours`}${minute}`;
    }
    case 'minutes':
      return `every ${cadence.every} minutes`;
    case 'monthly':
      return `monthly on the ${listed(cadence.on.map(monthDayText))} ${timesOf(cadence.times)}`;
    case 'cron':
      return `cron "${cadence.expression}"`;
    case 'once':
      return `once on ${cadence.at.replace('T', ' at ')}`;
    default:
      return cadence satisfies never;
  }
}

function daysText(days: readonly Weekday[]): string {
  if (days.length === 7) return 'daily';
  if (String(days) === '1,2,3,4,5') return 'weekdays';
  if (String(days) === '6,7') return 'weekends';
  return listed(days.map((day) => DAY_NAMES[day]));
}

/** Fewest times that are written as an interval rather than one by one. */
const LEAST_OF_INTERVAL = 4;

/** Times of day: “at 08:00 and 17:00”, or, where many have one distance, “every 2 hours from 09:00 to 17:00”. */
function timesText(times: readonly string[]): string {
  const minutes = times.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const gaps = new Set(minutes.slice(1).map((minute, n) => minute - (minutes[n] ?? 0)));
  const [gap = 0] = gaps;
  if (times.length < LEAST_OF_INTERVAL || gaps.size !== 1) return `at ${listed(times)}`;
  const every = gap % 60 ? `${gap} minutes` : gap === 60 ? 'hour' : `${gap / 60} hours`;
  return `every ${every} from ${times[0]} to ${times.at(-1)}`;
}

function monthDayText(day: MonthDay): string {
  if (typeof day === 'number') return day === 31 ? 'last day' : ordinal(day);
  return `${day.nth < 0 ? 'last' : NTH[day.nth]} ${DAY_NAMES[day.weekday]}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function ordinal(n: number): string {
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}
