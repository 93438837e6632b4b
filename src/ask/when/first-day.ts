import { DateTime } from 'luxon';
import type { Cadence, Weekday } from '../../kernel/schedule.ts';
import type { WhenContext } from './when-part.ts';

/** A cadence of every few weeks that begins in the week of its first slot. */
export function weeksFrom(
  every: number,
  days: readonly Weekday[],
  times: readonly string[],
  context: WhenContext,
): Cadence {
  const from = firstDay(days, times, context).startOf('week').toFormat('yyyy-MM-dd');
  return { kind: 'week interval', every, from, days, times };
}

/** The first day, today or later, on which one of the times is still to come. */
export function firstDay(
  days: readonly Weekday[],
  times: readonly string[],
  { now, zone }: WhenContext,
): DateTime {
  const today = DateTime.fromJSDate(now, { zone });
  const isLeft = (times.at(-1) ?? '') > today.toFormat('HH:mm');
  let day = isLeft ? today : today.plus({ days: 1 });
  while (!days.some((each) => each === day.weekday)) day = day.plus({ days: 1 });
  return day;
}

/** The next day with this date of the month: `YYYY-MM-DD`. */
export function nextDate(date: number, { now, zone }: WhenContext): string {
  let day = DateTime.fromJSDate(now, { zone }).plus({ days: 1 });
  while (day.day !== Math.min(date, day.daysInMonth ?? date)) day = day.plus({ days: 1 });
  return day.toFormat('yyyy-MM-dd');
}
