import type { Cadence, Weekday } from '../schedule.ts';

export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** A cadence as people type it: “weekdays at 08:00”, “every 2 hours”, “monthly on the 1st at 09:00”. */
export function cadenceText(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'days':
      return `${daysText(cadence.days)} at ${listed(cadence.times)}`;
    case 'hours':
      return cadence.every === 1 ? 'every hour' : `every ${cadence.every} hours`;
    case 'monthly':
      return `monthly on the ${cadence.day === 31 ? 'last day' : ordinal(cadence.day)} at ${listed(cadence.times)}`;
    case 'cron':
      return `cron "${cadence.expression}"`;
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

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function ordinal(n: number): string {
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}
