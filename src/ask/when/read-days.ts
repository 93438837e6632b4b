import type { Weekday } from '../../kernel/schedule.ts';
import { numberOf, partOfDay } from './read-time.ts';
import { type PartReader, skipWords, type WhenText, wordAt } from './when-part.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY =
  /^(mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|sday|sdays|nesday|nesdays|rs|rsday|rsdays|urday|urdays)?$/u;
/** Short forms that are words by themselves, so they count only beside another day. */
const SHORT: ReadonlyMap<string, Weekday> = new Map([
  ['m', 1],
  ['mo', 1],
  ['t', 2],
  ['tu', 2],
  ['w', 3],
  ['we', 3],
  ['th', 4],
  ['f', 5],
  ['fr', 5],
  ['sa', 6],
  ['su', 7],
]);
const TO = new Set(['to', 'through', 'thru', 'until', 'till']);
const LEADS = new Set(['on', 'every', 'each', 'for', 'the', 'all', 'and']);
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The day of a name, in full or shortened to three letters or more; null for any other word. */
export function dayNamed(word: string): Weekday | null {
  const short = DAY.exec(word.replace(/^weds$/u, 'wed'))?.[1];
  return short ? ((NAMES.indexOf(short) + 1) as Weekday) : null;
}

interface Item {
  readonly days: readonly Weekday[];
  readonly next: number;
  /** Whether it is a short form that counts only beside another day. */
  readonly short: boolean;
}

/** Reads days of the week: “weekdays”, “Mon–Fri”, “Monday to Friday”, “M W F”, “on Saturday and Sunday”. */
export const readDays: PartReader = (text, at) => {
  const from = skipWords(text, at, LEADS);
  const list = readDayList(text, from);
  if (!list) return null;
  const lead = wordAt(text, from - 1);
  const isPlural = /s$/u.test(wordAt(text, from)) && !/^(?:thurs|tues|weds)$/u.test(wordAt(text, from));
  const single = list.days.length === 1 && from > at && lead === 'on' && !isPlural;
  return { part: { kind: 'days', days: list.days, single }, next: list.next };
};

/** Reads “except Friday”, “but not on Sundays”. */
export const readExcept: PartReader = (text, at) => {
  const lead = wordAt(text, at);
  const next = /^(?:except|excluding|without)$/u.test(lead)
    ? at + 1
    : (lead === 'but' && wordAt(text, at + 1) === 'not') ||
        (lead === 'apart' && wordAt(text, at + 1) === 'from')
      ? at + 2
      : at;
  if (next === at) return null;
  const list = readDayList(text, skipWords(text, next, new Set(['on', 'for', 'the'])));
  return list && { part: { kind: 'except', days: list.days }, next: list.next };
};

/** Reads “daily”, “every day”, “every morning”, “nightly”: every day, and the part of the day. */
export const readDaily: PartReader = (text, at) => {
  const first = wordAt(text, at);
  const all = (next: number) => ({ part: { kind: 'days', days: EVERY_DAY, single: false }, next }) as const;
  if (/^(?:daily|everyday)$/u.test(first)) return all(at + 1);
  const isEach = /^(?:every|each)$/u.test(first);
  if (isEach && wordAt(text, at + 1) === 'day') return all(at + 2);
  if (first === 'once' && /^(?:daily|a|per|each|every)$/u.test(wordAt(text, at + 1)))
    return wordAt(text, at + 1) === 'daily'
      ? all(at + 2)
      : wordAt(text, at + 2) === 'day'
        ? all(at + 3)
        : null;
  const word = first === 'nightly' ? 'nights' : isEach ? `${wordAt(text, at + 1)}s` : first;
  const half = /^(?:mornings|afternoons|evenings|nights)$/u.test(word) ? partOfDay(word) : null;
  return (
    half && { part: { kind: 'part of day', half, name: word.slice(0, -1) }, next: at + (isEach ? 2 : 1) }
  );
};

/** Reads the part of the day behind a day: “weekday morning”, “in the afternoon”, “at night”. */
export const readPartOfDay: PartReader = (text, at) => {
  const next = skipWords(text, at, new Set(['in', 'the', 'at']));
  const half = partOfDay(wordAt(text, next));
  return (
    half && {
      part: { kind: 'part of day', half, name: wordAt(text, next).replace(/s$/u, '') },
      next: next + 1,
    }
  );
};

/** Reads “twice a day”, “three times daily”, “3x a day”. */
export const readCount: PartReader = (text, at) => {
  const first = wordAt(text, at);
  const glued = /^(\d)x$/u.exec(first)?.[1];
  const times = numberOf(first);
  const [count, next] =
    first === 'twice'
      ? [2, at + 1]
      : glued
        ? [Number(glued), at + 1]
        : times !== null && wordAt(text, at + 1) === 'times'
          ? [times, at + 2]
          : [0, at];
  if (next === at) return null;
  if (wordAt(text, next) === 'daily') return { part: { kind: 'count', count }, next: next + 1 };
  const isDay = /^(?:a|per|each|every)$/u.test(wordAt(text, next)) && wordAt(text, next + 1) === 'day';
  return isDay ? { part: { kind: 'count', count }, next: next + 2 } : null;
};

function readDayList(text: WhenText, from: number): { days: readonly Weekday[]; next: number } | null {
  const found = new Set<Weekday>();
  let items = 0;
  let short = false;
  let next = from;
  for (;;) {
    const at = items ? skipWords(text, next, new Set(['and', 'on'])) : next;
    const item = readItem(text, at);
    if (!item) break;
    for (const day of item.days) found.add(day);
    short ||= item.short;
    items += item.days.length;
    next = item.next;
  }
  if (!items || (short && items < 2)) return null;
  return { days: [...found].sort((a, b) => a - b), next };
}

function readItem(text: WhenText, at: number): Item | null {
  const word = wordAt(text, at);
  const second = wordAt(text, at + 1);
  if (/^(?:weekdays?|workdays?)$/u.test(word)) return { days: WEEKDAYS, next: at + 1, short: false };
  if (/^(?:working|business|work|week)$/u.test(word) && /^days?$/u.test(second))
    return { days: WEEKDAYS, next: at + 2, short: false };
  if (/^weekends?$/u.test(word)) return { days: WEEKEND, next: at + 1, short: false };
  const [first, last, ...others] = word
    .split(/[-–—]/u)
    .map((each) => dayNamed(each) ?? SHORT.get(each) ?? null);
  if (!first || last === null || others.length) return null;
  if (last !== undefined) return { days: rangeOf(first, last), next: at + 1, short: false };
  const isShort = dayNamed(word) === null;
  const to = TO.has(second)
    ? (dayNamed(wordAt(text, at + 2)) ?? SHORT.get(wordAt(text, at + 2)) ?? null)
    : null;
  if (to !== null) return { days: rangeOf(first, to), next: at + 3, short: false };
  return { days: [first], next: at + 1, short: isShort };
}

function rangeOf(first: Weekday, last: Weekday): readonly Weekday[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => (((first - 1 + n) % 7) + 1) as Weekday);
}
