import { readZone } from '../read-zone.ts';
import { readCron } from './read-cron.ts';
import { readDate, readDelay } from './read-date.ts';
import { readCount, readDaily, readDays, readExcept, readPartOfDay } from './read-days.ts';
import { readEach, readInterval } from './read-interval.ts';
import { readMonthDays } from './read-month-days.ts';
import { readTime, type TimeReading } from './read-time.ts';
import {
  type PartReader,
  type ReadPart,
  skipWords,
  type TimeOfDay,
  type WhenText,
  wordAt,
} from './when-part.ts';

const AT = new Set(['at', '@', 'by', 'and']);
const JOINS = new Set(['and', 'then', 'at', 'or']);
/** Most words in a zone's name: “Eastern Standard Time zone”. */
const LONGEST_ZONE = 4;

const readTimes: PartReader = (text, at) => {
  const times: TimeOfDay[] = [];
  let next = skipWords(text, at, AT);
  for (;;) {
    const from = times.length ? skipWords(text, next, JOINS) : next;
    const read = readTime(text.words, from);
    if (!read) break;
    if (read.kind === 'wrong') return noTime(read, from + 1);
    // “at 30 past” is a minute, and “8 to 17” a window.
    if (times.length === 0 && isWindow(text, read)) return null;
    times.push({ minutes: read.minutes, bare: read.bare });
    next = read.next;
  }
  return times.length ? { part: { kind: 'times', times }, next } : null;
};

function noTime({ typed }: Extract<TimeReading, { kind: 'wrong' }>, next: number): ReadPart {
  return {
    part: { kind: 'wrong', say: `“${typed}” is no time of day. Times are like 08:00, 8am or 17:30.`, typed },
    next,
  };
}

function isWindow(text: WhenText, { next }: { next: number }): boolean {
  return (
    /^(?:to|until|till|through)$/u.test(wordAt(text, next)) && readTime(text.words, next + 1)?.kind === 'time'
  );
}

/** Reads the hours of an interval: “from 9 to 5”, “between 9 and 17”, “9-17”. */
const readWindow: PartReader = (text, at) => {
  const lead = wordAt(text, at);
  const first = /^(?:from|between)$/u.test(lead) ? at + 1 : skipWords(text, at, AT);
  const glued = /^([\d:.apmh]+)[-–—]([\d:.apmh]+)$/u.exec(wordAt(text, first));
  if (glued) {
    const [from, to] = [glued[1], glued[2]].map((part = '') =>
      readTime([{ text: part, typed: part, token: 0, ends: true }], 0),
    );
    return from && to ? windowOf(from, to, wordAt(text, first), first + 1) : null;
  }
  const from = readTime(text.words, first);
  if (from?.kind !== 'time' || !/^(?:to|until|till|through|and)$/u.test(wordAt(text, from.next))) return null;
  if (wordAt(text, from.next) === 'and' && lead !== 'between') return null;
  const to = readTime(text.words, from.next + 1);
  return to?.kind === 'time'
    ? windowOf(from, to, `${wordAt(text, first)} to ${wordAt(text, from.next + 1)}`, to.next)
    : null;
};

function windowOf(from: TimeReading, to: TimeReading, typed: string, next: number): ReadPart | null {
  if (from.kind === 'wrong' || to.kind === 'wrong') return null;
  return { part: { kind: 'window', from: timeOf(from), to: timeOf(to), typed }, next };
}

function timeOf({ minutes, bare }: TimeOfDay): TimeOfDay {
  return { minutes, bare };
}

/** Reads the minute of an hourly schedule: “at :30”, “at 30 past”, “at quarter past the hour”. */
const readMinute: PartReader = (text, at) => {
  const first = skipWords(text, at, new Set(['at', 'on', 'and']));
  const glued = /^:(\d{2})$/u.exec(wordAt(text, first))?.[1];
  const named = /^(?:quarter|half)$/u.test(wordAt(text, first))
    ? wordAt(text, first) === 'half'
      ? '30'
      : '15'
    : undefined;
  const digits = glued ?? named ?? /^\d{1,2}$/u.exec(wordAt(text, first))?.[0];
  const past = skipWords(text, first + 1, new Set(['minutes', 'mins', 'min']));
  const isPast = wordAt(text, past) === 'past' && readTime(text.words, past + 1) === null;
  if (digits === undefined || Number(digits) > 59 || (glued === undefined && !isPast)) return null;
  const next = isPast ? skipWords(text, past + 1, new Set(['the', 'every', 'each', 'hour'])) : first + 1;
  return { part: { kind: 'minute', minute: Number(digits) }, next };
};

const readQuiet: PartReader = (text, at) =>
  /^(?:quiet|quietly|silent|silently)$/u.test(wordAt(text, at))
    ? { part: { kind: 'quiet' }, next: at + 1 }
    : null;

const readPoliteness: PartReader = (text, at) => {
  const next = skipWords(text, at, new Set(['please', 'pls', 'thanks', 'and']));
  const isOver = next === text.words.length || !text.words[next]?.text;
  return next > at && isOver ? { part: { kind: 'politeness' }, next } : null;
};

/** Reads a destination: “to #desk”, “in #desk”, “to me”, “privately”. “Here” needs no word. */
const readTo: PartReader = (text, at) => {
  const first = wordAt(text, at);
  if (first === 'here') return { part: { kind: 'politeness' }, next: at + 1 };
  if (first === 'privately') return { part: { kind: 'to', to: 'me' }, next: at + 1 };
  if (!/^(?:to|in|into|for|on|by)$/u.test(first)) return null;
  const next = skipWords(text, at + 1, new Set(['the', 'channel']));
  const typed = text.words[next]?.typed ?? '';
  const channel = /^(?:#|<#)([^\s|>]+)/u.exec(typed)?.[1];
  if (channel)
    return {
      part: { kind: 'to', to: typed.startsWith('<') ? typed : channel },
      next: skipWords(text, next + 1, new Set(['channel'])),
    };
  if (first === 'to' && /^(?:me|myself)$/u.test(wordAt(text, next)))
    return { part: { kind: 'to', to: 'me' }, next: next + 1 };
  if (first === 'by' && /^(?:dms?|direct)$/u.test(wordAt(text, next)))
    return {
      part: { kind: 'to', to: 'me' },
      next: skipWords(text, next + 1, new Set(['message', 'messages'])),
    };
  const isHere =
    /^(?:to|in)$/u.test(first) &&
    (wordAt(text, next) === 'here' ||
      wordAt(text, next) === 'us' ||
      (wordAt(text, next) === 'this' && wordAt(text, next + 1) === 'channel'));
  return isHere
    ? { part: { kind: 'politeness' }, next: wordAt(text, next) === 'this' ? next + 2 : next + 1 }
    : null;
};

const readOwnZone: PartReader = (text, at) => {
  const first = skipWords(text, at, new Set(['in']));
  const next = skipWords(text, first + 1, new Set(['own']));
  const isOwn =
    /^(?:my|our|local)$/u.test(wordAt(text, first)) && /^(?:time|timezone|zone)$/u.test(wordAt(text, next));
  return isOwn ? { part: { kind: 'politeness' }, next: skipWords(text, next + 1, new Set(['zone'])) } : null;
};

const readZoneWords: PartReader = (text, at) => {
  const first = skipWords(text, at, new Set(['in', 'and']));
  for (let count = LONGEST_ZONE; count > 0; count -= 1) {
    const words = text.words.slice(first, first + count);
    if (words.length < count || words.some((word) => !word.text)) continue;
    const typed = words.map((word) => word.typed).join(' ');
    const zone = readZone(typed);
    if (zone) return { part: { kind: 'zone', zone, typed }, next: first + count };
  }
  const typed = text.words[first]?.typed ?? '';
  const isLike = /^[a-z]+\/[a-z_/+-]+\d*$/iu.test(typed);
  return isLike ? { part: { kind: 'zone unclear', zones: [], typed }, next: first + 1 } : null;
};

/** Reads a dash or another mark that only separates. */
const readMark: PartReader = ({ words }, at) => {
  const typed = words[at]?.typed ?? '';
  return typed && !/[\p{L}\p{N}]/u.test(typed) ? { part: { kind: 'politeness' }, next: at + 1 } : null;
};

/** The readers in the order in which they are tried: a reader stands before a more general one. */
const READERS: readonly PartReader[] = [
  readCron,
  readQuiet,
  readTo,
  readDelay,
  readInterval,
  readEach,
  readCount,
  readDaily,
  readMonthDays,
  readDate,
  readExcept,
  readDays,
  readWindow,
  readMinute,
  readTimes,
  readPartOfDay,
  readOwnZone,
  readZoneWords,
  readPoliteness,
  readMark,
];

/** Reads the part of a schedule's time that begins at a word; null where none does. */
export const readPart: PartReader = (text, at, context) => {
  if (at >= text.words.length) return null;
  for (const read of READERS) {
    const part = read(text, at, context);
    if (part) return part;
  }
  return null;
};
