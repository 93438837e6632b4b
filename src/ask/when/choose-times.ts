import type { Gathered } from './gather-parts.ts';
import { clockTime } from './read-time.ts';
import type { TimeOfDay } from './when-part.ts';

const HALF_DAY = 720;
const DAY = 1_440;

/** Times of day, `HH:MM`, sorted; or why they are not clear, with the times that they can mean. */
export type ChosenTimes =
  | { readonly kind: 'times'; readonly times: readonly string[] }
  | { readonly kind: 'unclear'; readonly say: string; readonly choices: readonly (readonly string[])[] };

/** Times offered where none is named, by the part of the day. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['afternoon', '14:00'],
  ['evening', '18:00'],
  ['night', '22:00'],
]);

/**
 * Chooses the times of day. A number alone is on the 24-hour clock unless a part of the day says otherwise; a list
 * such as “8 and 5”, which goes back on that clock, is not clear.
 */
export function chooseTimes({
  times,
  partOfDay,
  count,
}: Pick<Gathered, 'times' | 'partOfDay' | 'count'>): ChosenTimes {
  if (!times.length) return noTimes(partOfDay?.name ?? '', count);
  const half = times.map((time) => inPartOfDay(time, partOfDay));
  const misfit = partOfDay && half.find((time) => !fits(time, partOfDay));
  if (misfit)
    return {
      kind: 'unclear',
      say: `${clockTime(misfit.minutes)} is not in the ${partOfDay.name}.`,
      choices: [listTimes(half)],
    };
  if (count !== null && count !== half.length)
    return {
      kind: 'unclear',
      say: `That names ${half.length === 1 ? 'one time' : `${half.length} times`} of day, not ${count}.`,
      choices: [listTimes(half)],
    };
  const later = half.map((time, at) =>
    isUnsure(half, at) ? { ...time, minutes: time.minutes + HALF_DAY } : time,
  );
  const unsure = half.find((_, at) => isUnsure(half, at));
  if (unsure)
    return {
      kind: 'unclear',
      say: `Is “${unsure.minutes / 60}” ${clockTime(unsure.minutes)} or ${clockTime(unsure.minutes + HALF_DAY)}?`,
      choices: [listTimes(half), listTimes(later)],
    };
  return { kind: 'times', times: listTimes(half) };
}

/** The minutes from one time to another. A bare “to” that is not later is in the afternoon: “9 to 5”. */
export function windowMinutes({
  from,
  to,
}: NonNullable<Gathered['window']>): readonly [number, number] | null {
  const end = to.bare && to.minutes <= from.minutes ? to.minutes + HALF_DAY : to.minutes;
  return end > from.minutes && end < DAY ? [from.minutes, end] : null;
}

/** Times of day from `first` to `last`, in minutes, every `step`. */
export function timesEvery(step: number, first: number, last: number): string[] {
  const times: string[] = [];
  for (let at = first; at <= last; at += step) times.push(clockTime(at));
  return times;
}

function noTimes(name: string, count: number | null): ChosenTimes {
  const usual = USUAL.get(name) ?? '08:00';
  const several = count !== null && count > 1;
  return {
    kind: 'unclear',
    say: several
      ? 'Say at which times: “at 08:00 and 17:00”.'
      : 'Say at what time: “at 08:00”, “at 8am”, “at 7:30 and 17:00”.',
    choices: [
      several
        ? ['08:00', '12:00', '17:00', '20:00'].filter((_, at) => count !== 2 || at % 2 === 0).slice(0, count)
        : [usual],
    ],
  };
}

function inPartOfDay(time: TimeOfDay, part: Gathered['partOfDay']): TimeOfDay {
  if (!part || !time.bare) return time;
  const isLate = part.half === 'pm' && time.minutes < HALF_DAY;
  // “Every night at 2” is after midnight.
  const stays = part.name === 'night' && time.minutes < 360;
  const isMidnight = part.name === 'night' && time.minutes === HALF_DAY;
  if (isMidnight) return { minutes: 0, bare: false };
  return { minutes: isLate && !stays ? time.minutes + HALF_DAY : time.minutes, bare: false };
}

function fits({ minutes }: TimeOfDay, { half, name }: NonNullable<Gathered['partOfDay']>): boolean {
  if (name === 'night') return minutes < 360 || minutes >= 1_080;
  return half === 'am' ? minutes < HALF_DAY : minutes >= HALF_DAY;
}

/** Whether a bare time is earlier than one before it, or fits closer to a later one in the afternoon. */
function isUnsure(times: readonly TimeOfDay[], at: number): boolean {
  const time = times[at];
  if (!time?.bare || time.minutes >= HALF_DAY) return false;
  const isBack = times.slice(0, at).some(({ minutes }) => minutes >= time.minutes);
  const next = times.slice(at + 1).find(({ bare }) => !bare);
  return isBack || (next !== undefined && time.minutes + HALF_DAY <= next.minutes);
}

function listTimes(times: readonly TimeOfDay[]): string[] {
  return [...new Set(times.map(({ minutes }) => clockTime(minutes)))].sort();
}
