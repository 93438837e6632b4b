import type { MonthDay } from '../../kernel/schedule.ts';
import { dayNamed } from './read-days.ts';
import { type PartReader, skipWords, type WhenText, wordAt } from './when-part.ts';

const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];
const LEADS = new Set(['on', 'the', 'every', 'each', 'day']);
const OF_MONTH = new Set(['of', 'the', 'each', 'every', 'a', 'month', 'in', 'day']);

/** Reads days of the month: “the 1st and 15th”, “first Monday of the month”, “the last day”. */
export const readMonthDays: PartReader = (text, at) => {
  const on: MonthDay[] = [];
  let next = skipWords(text, at, LEADS);
  const isEach = /^(?:every|each)$/u.test(wordAt(text, at));
  for (;;) {
    const item = readItem(text, on.length ? skipWords(text, next, new Set(['and', 'the', 'on'])) : next);
    if (!item) break;
    on.push(...item.on);
    next = item.next;
  }
  if (!on.length) return null;
  const end = behindMonth(text, next);
  // “on the 15th” alone can mean one day; a weekday of the month, several days, or “of the month” cannot.
  const sure = end > next || isEach || on.length > 1 || typeof on[0] !== 'number';
  return { part: { kind: 'month days', on, sure }, next: end };
};

interface Item {
  readonly on: readonly MonthDay[];
  readonly next: number;
}

function readItem(text: WhenText, at: number): Item | null {
  const word = wordAt(text, at);
  const number =
    /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word)?.[1] ??
    (wordAt(text, at - 1) === 'day' ? /^\d{1,2}$/u.exec(word)?.[0] : undefined);
  const nth = number === undefined ? nthOf(word) : Number(number);
  if (nth === null) return null;
  const day = dayNamed(wordAt(text, at + 1));
  if (day !== null && nth <= 5) return { on: [{ nth, weekday: day }], next: at + 2 };
  if (number !== undefined)
    return isDate(nth) ? { on: [nth], next: wordAt(text, at + 1) === 'day' ? at + 2 : at + 1 } : null;
  if (wordAt(text, at + 1) === 'day') return { on: [nth < 0 ? 31 : nth], next: at + 2 };
  // “first and third Monday”: the first of the two has its weekday behind the other.
  if (wordAt(text, at + 1) !== 'and' && wordAt(text, at + 1) !== '') return null;
  const other =
    wordAt(text, at + 1) === 'and' ? readItem(text, skipWords(text, at + 2, new Set(['the']))) : null;
  const [shared] = other?.on ?? [];
  if (!other || shared === undefined || typeof shared === 'number') return null;
  return { on: [{ nth, weekday: shared.weekday }, ...other.on], next: other.next };
}

function isDate(day: number): boolean {
  return day >= 1 && day <= 31;
}

/** 1 to 5 for “first” to “fifth”, -1 for “last”; null for any other word. */
function nthOf(word: string): number | null {
  if (word === 'last') return -1;
  const nth = NTH.indexOf(word) + 1;
  return nth || null;
}

/** The index behind “of the month”, “of each month”, “every month”; `at` where there is none. */
function behindMonth(text: WhenText, at: number): number {
  const end = skipWords(text, at, OF_MONTH);
  return end > at && wordAt(text, end - 1) === 'month' ? end : at;
}
