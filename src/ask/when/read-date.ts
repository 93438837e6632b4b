import { DateTime, Info } from 'luxon';
import { dayNamed } from './read-days.ts';
import { numberOf } from './read-time.ts';
import { type PartReader, type ReadPart, skipWords, type WhenText, wordAt } from './when-part.ts';

const MONTHS = Info.months('long', { locale: 'en-US' }).map((name) => name.toLowerCase());
const LEADS = new Set(['once', 'on', 'the']);

/** Reads one day: “tomorrow”, “next Monday”, “5 December”, `2026-12-05`. */
export const readDate: PartReader = (text, at, context) => {
  const next = skipWords(text, at, LEADS);
  const today = DateTime.fromJSDate(context.now, { zone: context.zone }).startOf('day');
  return (
    readNearDay(text, next, today) ?? readNextWeekday(text, next, today) ?? readCalendarDay(text, next, today)
  );
};

/** Reads “in 2 hours”, “in half an hour”, “in 3 days”, as minutes. */
export const readDelay: PartReader = (text, at) => {
  const next = skipWords(text, at, new Set(['once']));
  if (wordAt(text, next) !== 'in') return null;
  const half = wordAt(text, next + 1) === 'half' ? skipWords(text, next + 2, new Set(['an', 'a'])) : null;
  if (half !== null && /^hours?$/u.test(wordAt(text, half))) return delay(30, half + 1);
  const count = numberOf(wordAt(text, next + 1));
  const unit = /^(?:(m|mins?|minutes?)|(h|hrs?|hours?)|(days?)|(weeks?))$/u.exec(wordAt(text, next + 2));
  if (count === null || !unit) return null;
  const minutes = unit[1] ? 1 : unit[2] ? 60 : unit[3] ? 1_440 : 10_080;
  return delay(count * minutes, next + 3);
};

function delay(minutes: number, next: number): ReadPart {
  return { part: { kind: 'delay', minutes }, next };
}

function dated(day: DateTime, next: number, or: DateTime | null = null, half: 'pm' | null = null): ReadPart {
  return {
    part: { kind: 'date', date: day.toFormat('yyyy-MM-dd'), or: or?.toFormat('yyyy-MM-dd') ?? null, half },
    next,
  };
}

function readNearDay(text: WhenText, at: number, today: DateTime): ReadPart | null {
  const word = wordAt(text, at);
  if (word === 'today') return dated(today, at + 1);
  if (word === 'tonight') return dated(today, at + 1, null, 'pm');
  if (word === 'tomorrow' || word === 'tmrw') return dated(today.plus({ days: 1 }), at + 1);
  const isAfter = word === 'day' && wordAt(text, at + 1) === 'after' && wordAt(text, at + 2) === 'tomorrow';
  if (isAfter) return dated(today.plus({ days: 2 }), at + 3);
  const isThis = word === 'this' && /^(?:morning|afternoon|evening)$/u.test(wordAt(text, at + 1));
  // The part of the day is read next.
  return isThis ? dated(today, at + 1) : null;
}

function readNextWeekday(text: WhenText, at: number, today: DateTime): ReadPart | null {
  const lead = wordAt(text, at);
  if (!/^(?:next|this|coming)$/u.test(lead)) return null;
  const from = lead === 'this' && wordAt(text, at + 1) === 'coming' ? at + 2 : at + 1;
  const weekday = dayNamed(wordAt(text, from));
  if (weekday === null) return null;
  const ahead = (weekday - today.weekday + 7) % 7 || (lead === 'this' ? 0 : 7);
  const day = today.plus({ days: ahead });
  // On a Wednesday, “next Friday” can be in two days or in nine.
  const later = lead === 'next' && weekday > today.weekday ? day.plus({ weeks: 1 }) : null;
  return dated(day, from + 1, later);
}

function readCalendarDay(text: WhenText, at: number, today: DateTime): ReadPart | null {
  const iso = /^(\d{4}-\d{2}-\d{2})$/u.exec(wordAt(text, at))?.[1];
  if (iso) {
    const day = DateTime.fromISO(iso, { zone: today.zone });
    return day.isValid ? dated(day, at + 1) : null;
  }
  const isDayFirst = dateOf(wordAt(text, at)) !== null;
  const second = isDayFirst ? skipWords(text, at + 1, new Set(['of'])) : at + 1;
  const date = dateOf(wordAt(text, isDayFirst ? at : second));
  const month = monthOf(wordAt(text, isDayFirst ? second : at));
  if (date === null || month === null) return null;
  const year = /^20\d{2}$/u.exec(wordAt(text, second + 1))?.[0];
  const day = DateTime.fromObject(
    { year: Number(year ?? today.year), month, day: date },
    { zone: today.zone },
  );
  if (!day.isValid) return null;
  return dated(!year && day < today ? day.plus({ years: 1 }) : day, second + (year ? 2 : 1));
}

function dateOf(word: string): number | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word)?.[1]);
  return day >= 1 && day <= 31 ? day : null;
}

/** 1 to 12 for a month's name, in full or with three letters or more; null for any other word. */
function monthOf(word: string): number | null {
  const month = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return month < 0 ? (word === 'sept' ? 9 : null) : month + 1;
}
