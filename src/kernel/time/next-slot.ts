import { Cron } from 'croner';
import type { Cadence, MonthDay, Weekday } from '../schedule.ts';
import { instantsOf, type WallTime, wallTimeAt } from './wall-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Longest time by which clocks are set back, with a margin (two hours at Troll). */
const LONGEST_OVERLAP_MS = 3 * HOUR_MS;

/**
 * The first slot after an instant; null where none ever comes. A time of day that the clocks skip runs once,
 * at the first instant after the gap. A time that they show twice runs once, at the first of the two. A
 * cadence without a time of day (every N hours, a cron expression with `*` or `/` in its minute or hour) runs
 * each time the clocks show it.
 */
export function nextSlot(cadence: Cadence, zone: string, after: Date): Date | null {
  switch (cadence.kind) {
    case 'hours':
      return afterSteps(cadence.every * HOUR_MS, Date.parse(cadence.from), after.getTime());
    case 'minutes':
      return afterSteps(cadence.every * MINUTE_MS, Date.parse(cadence.from), after.getTime());
    case 'days':
    case 'day interval':
    case 'week interval':
    case 'monthly':
      return atWallTime(zone, after, (wall) =>
        nextDayTime(cadence.times, wall, (day) => isDayOf(cadence, day)),
      );
    case 'once': {
      const found = instantsOf(zone, Date.parse(`${cadence.at}Z`));
      const at = found.kind === 'gap' ? found.after : found.at[0];
      return at > after.getTime() ? new Date(at) : null;
    }
    case 'cron': {
      const next = cronWalker(cadence.expression);
      return isInterval(cadence.expression)
        ? wheneverShown(zone, after, next)
        : atWallTime(zone, after, next);
    }
    default:
      return cadence satisfies never;
  }
}

/** The next `count` slots after `now`, in order. */
export function nextSlots(cadence: Cadence, zone: string, now: Date, count: number): Date[] {
  const slots: Date[] = [];
  for (let last: Date | null = now; last && slots.length < count; ) {
    last = nextSlot(cadence, zone, last);
    if (last) slots.push(last);
  }
  return slots;
}

type NextWall = (after: WallTime) => WallTime | null;

function afterSteps(step: number, from: number, after: number): Date {
  const steps = Math.max(0, Math.floor((after - from) / step) + 1);
  return new Date(from + steps * step);
}

/** Wall times in order give instants in order, so the first instant after `after` is the next slot. */
function atWallTime(zone: string, after: Date, next: NextWall): Date | null {
  for (let wall = next(wallTimeAt(zone, after)); wall !== null; wall = next(wall)) {
    const found = instantsOf(zone, wall);
    const at = found.kind === 'gap' ? found.after : found.at[0];
    if (at > after.getTime()) return new Date(at);
  }
  return null;
}

/**
 * Runs each time the clocks show the wall time. Clocks set back show times again, so near a change the search
 * begins earlier.
 */
function wheneverShown(zone: string, after: Date, next: NextWall): Date | null {
  const now = wallTimeAt(zone, after);
  let nearest: number | null = null;
  const isSteady = [-LONGEST_OVERLAP_MS, LONGEST_OVERLAP_MS].every(
    (ms) => wallTimeAt(zone, new Date(after.getTime() + ms)) === now + ms,
  );
  for (let wall = next(isSteady ? now : now - LONGEST_OVERLAP_MS); wall !== null; wall = next(wall)) {
    const found = instantsOf(zone, wall);
    const later = found.kind === 'gap' ? [] : found.at.filter((at) => at > after.getTime());
    for (const at of later) nearest = Math.min(nearest ?? at, at);
    if (wall > now && nearest !== null) break;
  }
  return nearest === null ? null : new Date(nearest);
}

/** Days to search. Four months have a fifth weekday at least once, and hold the longest interval of days or weeks. */
const DAYS_AHEAD = 124;

function nextDayTime(
  times: readonly string[],
  after: WallTime,
  isDay: (day: Date) => boolean,
): WallTime | null {
  const midnight = Math.floor(after / DAY_MS) * DAY_MS;
  for (let n = 0; n <= DAYS_AHEAD; n += 1) {
    const day = midnight + n * DAY_MS;
    if (!isDay(new Date(day))) continue;
    const time = times.map((each) => day + sinceMidnight(each)).find((wall) => wall > after);
    if (time !== undefined) return time;
  }
  return null;
}

function sinceMidnight(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
}

function isOn(days: readonly Weekday[], day: Date): boolean {
  return days.some((weekday) => weekday % 7 === day.getUTCDay());
}

type DayCadence = Extract<Cadence, { kind: 'days' | 'day interval' | 'week interval' | 'monthly' }>;

/** Whether a cadence has slots on a day, which is given as its midnight in UTC. */
function isDayOf(cadence: DayCadence, day: Date): boolean {
  switch (cadence.kind) {
    case 'days':
      return isOn(cadence.days, day);
    case 'day interval':
      return isStep((day.getTime() - Date.parse(cadence.from)) / DAY_MS, cadence.every);
    case 'week interval': {
      const weeks = Math.floor((day.getTime() - Date.parse(cadence.from)) / (7 * DAY_MS));
      return isStep(weeks, cadence.every) && isOn(cadence.days, day);
    }
    case 'monthly':
      return cadence.on.some((wanted) => isDayOfMonth(wanted, day));
    default:
      return cadence satisfies never;
  }
}

function isStep(count: number, every: number): boolean {
  return count >= 0 && count % every === 0;
}

function isDayOfMonth(wanted: MonthDay, day: Date): boolean {
  const date = day.getUTCDate();
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  if (typeof wanted === 'number') return date === Math.min(wanted, last);
  const isNth = wanted.nth < 0 ? date + 7 > last : Math.ceil(date / 7) === wanted.nth;
  return isNth && isOn([wanted.weekday], day);
}

/** Patterns by expression: making one costs more than using it, and a desk has few. */
const walkers = new Map<string, Cron>();
const WALKERS_KEPT = 500;

/** The wall times of a cron expression. Throws TypeError or RangeError where croner cannot parse it. */
function cronWalker(expression: string): NextWall {
  let cron = walkers.get(expression);
  if (!cron) {
    // Croner matches the pattern in UTC only: given a zone, it drops a time in a gap before midnight
    // (America/Nuuk, 23:30).
    cron = new Cron(expression, { timezone: 'UTC', paused: true, mode: '5-part' });
    if (walkers.size >= WALKERS_KEPT) walkers.clear();
    walkers.set(expression, cron);
  }
  const walker = cron;
  return (after) => walker.nextRun(new Date(after))?.getTime() ?? null;
}

function isInterval(expression: string): boolean {
  return expression
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .some((field) => /[*/]/.test(field));
}

/**
 * A cadence of every N hours or minutes moved to begin at its minute of the zone's present hour; any other
 * cadence unchanged.
 */
export function fromWholeHour(cadence: Cadence, zone: string): Cadence {
  if (cadence.kind !== 'hours' && cadence.kind !== 'minutes') return cadence;
  const minute = cadence.kind === 'hours' ? (cadence.minute ?? 0) : 0;
  const hour = Math.floor(wallTimeAt(zone, new Date(cadence.from)) / HOUR_MS) * HOUR_MS;
  const at = instantsOf(zone, hour + minute * MINUTE_MS);
  return { ...cadence, from: new Date(at.kind === 'gap' ? at.after : at.at[0]).toISOString() };
}
