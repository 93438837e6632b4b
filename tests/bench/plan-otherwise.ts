import type { Cadence } from '../../src/kernel/schedule.ts';

type Match = (wall: number) => boolean;

/**
 * Every slot of a cadence in a stretch of minutes, found by looking at each minute of it: the minutes, counted from the beginning. It
 * shares no code with the planner.
 */
export function planOtherwise(cadence: Cadence, walls: Float64Array, from: number): number[] {
  if (cadence.kind === 'hours' || cadence.kind === 'minutes') {
    const anchor = Math.round((Date.parse(cadence.from) - from) / 60_000);
    const step = cadence.every * (cadence.kind === 'hours' ? 60 : 1);
    return minutesWhere(walls, (minute) => minute > 0 && (minute - anchor) % step === 0 && minute >= anchor);
  }
  const match = matchOf(cadence);
  const whenever =
    cadence.kind === 'cron' && /[*/]/.test(cadence.expression.split(' ').slice(0, 2).join(' '));
  let shown = walls[0] ?? 0;
  return minutesWhere(walls, (minute) => {
    const wall = walls[minute] ?? 0;
    if (minute === 0) return false;
    if (whenever) return match(wall);
    let due = false;
    // Times that the clocks skipped count at the first minute after them; what was shown before does not count again.
    for (; shown < wall; ) {
      shown += 1;
      due ||= match(shown);
    }
    return due;
  });
}

function minutesWhere(walls: Float64Array, due: (minute: number) => boolean): number[] {
  const minutes: number[] = [];
  for (let minute = 0; minute < walls.length; minute += 1) if (due(minute)) minutes.push(minute);
  return minutes;
}

function matchOf(cadence: Exclude<Cadence, { kind: 'hours' | 'minutes' }>): Match {
  if (cadence.kind === 'cron') return matchOfCron(cadence.expression);
  if (cadence.kind === 'once') {
    const at = Date.parse(`${cadence.at}Z`) / 60_000;
    return (wall) => wall === at;
  }
  const times = new Uint8Array(1440);
  for (const time of cadence.times) times[Number(time.slice(0, 2)) * 60 + Number(time.slice(3))] = 1;
  return (wall) => times[wall % 1440] === 1 && onDay(cadence, new Date(wall * 60_000));
}

type DayCadence = Extract<Cadence, { readonly times: readonly string[] }>;

function onDay(cadence: DayCadence, day: Date): boolean {
  const weekday = day.getUTCDay() || 7;
  switch (cadence.kind) {
    case 'days':
      return cadence.days.some((each) => each === weekday);
    case 'day interval':
      return daysSince(cadence.from, day) >= 0 && daysSince(cadence.from, day) % cadence.every === 0;
    case 'week interval': {
      const days = daysSince(cadence.from, day);
      const week = (days - (days % 7)) / 7;
      return days >= 0 && week % cadence.every === 0 && cadence.days.some((each) => each === weekday);
    }
    case 'monthly':
      return cadence.on.some((wanted) =>
        typeof wanted === 'number' ? onDate(wanted, day) : onNth(wanted, day),
      );
    default:
      return cadence satisfies never;
  }
}

function daysSince(from: string, day: Date): number {
  return Math.floor((day.getTime() - Date.parse(from)) / 86_400_000);
}

function onDate(wanted: number, day: Date): boolean {
  const tomorrow = new Date(day.getTime() + 86_400_000);
  const lastDay = tomorrow.getUTCDate() === 1;
  return day.getUTCDate() === wanted || (lastDay && day.getUTCDate() < wanted);
}

/** Counts the same weekdays of the month up to the day, or from it on. */
function onNth({ nth, weekday }: { nth: number; weekday: number }, day: Date): boolean {
  if ((day.getUTCDay() || 7) !== weekday) return false;
  const step = nth < 0 ? 7 : -7;
  let count = 0;
  for (
    let other = new Date(day);
    other.getUTCMonth() === day.getUTCMonth();
    other = new Date(other.getTime() + step * 86_400_000)
  )
    count += 1;
  return count === Math.abs(nth);
}

function matchOfCron(expression: string): Match {
  const [minute, hour, dayOfMonth, month, weekday] = expression.split(' ');
  const sets = {
    minute: valuesOf(minute, 0, 59),
    hour: valuesOf(hour, 0, 23),
    dayOfMonth: valuesOf(dayOfMonth, 1, 31),
    month: valuesOf(month, 1, 12),
    weekday: new Set([...valuesOf(weekday, 0, 7)].map((day) => day % 7)),
  };
  const times = new Uint8Array(1440);
  for (const hour of sets.hour) for (const minute of sets.minute) times[hour * 60 + minute] = 1;
  return (wall) => {
    if (times[wall % 1440] !== 1) return false;
    const day = new Date(wall * 60_000);
    const onDate = sets.dayOfMonth.has(day.getUTCDate());
    const onWeekday = sets.weekday.has(day.getUTCDay());
    // POSIX: where both are restricted, either will do.
    const today = dayOfMonth !== '*' && weekday !== '*' ? onDate || onWeekday : onDate && onWeekday;
    return today && sets.month.has(day.getUTCMonth() + 1);
  };
}

function valuesOf(field = '*', low: number, high: number): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '*', step = '1'] = part.split('/');
    const [first, last] = range === '*' ? [low, high] : range.split('-').map(Number);
    for (let value = first ?? low; value <= (last ?? first ?? low); value += Number(step)) values.add(value);
  }
  return values;
}
