import type { Cadence, Weekday } from '../kernel/schedule.ts';
import { nextSlots } from '../kernel/time/next-slot.ts';
import type { TypedToken } from './split-line.ts';

/** A cadence parsed from the start of a line, with the number of tokens it took, or what is wrong with it. */
export type ReadCadence =
  | { readonly kind: 'cadence'; readonly cadence: Cadence; readonly used: number }
  | { readonly kind: 'wrong'; readonly say: string };

/**
 * One word of a cadence; a token is split at commas, semicolons and ampersands. `after` is the number of
 * tokens consumed up to this word, its own included.
 */
interface Word {
  readonly text: string;
  readonly after: number;
}

export const CADENCES =
  'weekdays at 08:00 · daily at 7:30 and 17:00 · mon,wed,fri at 9 · every 2 hours · monthly on the 1st at 09:00 · cron "0 8 * * 1-5"';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY =
  /^(mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|sday|sdays|nesday|nesdays|rs|rsday|rsdays|urday|urdays)?$/u;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/u;
const MOST_TIMES = 24;
const MOST_HOURS = 24 * 7;
/** Shortest interval of a cron expression, in minutes. Nobody reads messages that come more often. */
const LEAST_MINUTES = 5;

/** Parses a cadence from the start of a line. */
export function readCadence(tokens: readonly TypedToken[], now: Date): ReadCadence {
  const words = wordsOf(tokens);
  const first = words[0]?.text ?? '';
  if (first === 'cron') return readCron(tokens, now);
  const at = ['every', 'each', 'on'].includes(first) ? 1 : 0;
  const hours = readHours(words, at, now);
  if (hours) return hours;
  const monthly = readMonthly(words, at);
  if (monthly) return monthly;
  const days = readDays(words, at);
  if (!days) return wrong(`That does not say when. Say it as one of these: ${CADENCES}.`);
  return withTimes(words, days.next, (times) => ({ kind: 'days', days: days.days, times }));
}

function wrong(say: string): ReadCadence {
  return { kind: 'wrong', say };
}

function wordsOf(tokens: readonly TypedToken[]): Word[] {
  return tokens.flatMap(({ text, quoted, filter }, i) =>
    quoted || filter
      ? [{ text: '', after: i + 1 }]
      : text
          .toLowerCase()
          .split(/[,;&]/u)
          .filter(Boolean)
          .map((word) => ({ text: word.replace(/^([ap])\.m\.?$/u, '$1m'), after: i + 1 })),
  );
}

function readHours(words: readonly Word[], at: number, now: Date): ReadCadence | null {
  const one = words[at];
  const from = now.toISOString();
  if (one && (one.text === 'hourly' || (at === 1 && one.text === 'hour')))
    return { kind: 'cadence', cadence: { kind: 'hours', every: 1, from }, used: one.after };
  const unit = words[at + 1];
  if (!one || at !== 1 || !/^\d{1,6}$/u.test(one.text) || !/^(?:h|hrs?|hours?)$/u.test(unit?.text ?? ''))
    return null;
  const every = Number(one.text);
  if (every < 1 || every > MOST_HOURS)
    return wrong(`“Every ${every} hours” is not possible: 1 to ${MOST_HOURS}.`);
  return { kind: 'cadence', cadence: { kind: 'hours', every, from }, used: unit?.after ?? 0 };
}

function readMonthly(words: readonly Word[], at: number): ReadCadence | null {
  const head = words[at]?.text;
  if (head !== 'monthly' && !(at === 1 && head === 'month')) return null;
  let next = at + 1;
  while (['on', 'the', 'day'].includes(words[next]?.text ?? '')) next += 1;
  const typed = words[next]?.text ?? '';
  const day =
    typed === 'last' ? 31 : typed === 'first' ? 1 : Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(typed)?.[1]);
  if (!(day >= 1 && day <= 31)) return wrong('Say on which day of the month: “monthly on the 1st at 09:00”.');
  next += 1;
  while (['day', 'of', 'the', 'each', 'every', 'month'].includes(words[next]?.text ?? '')) next += 1;
  return withTimes(words, next, (times) => ({ kind: 'monthly', day, times }));
}

interface Days {
  readonly days: readonly Weekday[];
  readonly next: number;
}

function readDays(words: readonly Word[], at: number): Days | null {
  const head = words[at]?.text ?? '';
  const all: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  if (/^(?:daily|everyday)$/u.test(head) || (at === 1 && head === 'day')) return { days: all, next: at + 1 };
  if (at === 0 && head === 'at') return { days: all, next: 0 };
  if (/^(?:weekdays?|workdays?)$/u.test(head)) return { days: [1, 2, 3, 4, 5], next: at + 1 };
  if (/^weekends?$/u.test(head)) return { days: [6, 7], next: at + 1 };
  const found = new Set<Weekday>();
  let next = at;
  for (; next < words.length; next += 1) {
    const word = words[next]?.text ?? '';
    if (found.size && word === 'and') continue;
    const days = dayRange(word);
    if (!days) break;
    for (const day of days) found.add(day);
  }
  return found.size ? { days: [...found].sort((a, b) => a - b), next } : null;
}

function dayRange(word: string): readonly Weekday[] | null {
  const [first, last, ...others] = word.split(/[-–]/u).map(dayOf);
  if (!first || last === null || others.length) return null;
  if (last === undefined) return [first];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => (((first - 1 + n) % 7) + 1) as Weekday);
}

function dayOf(word: string): Weekday | null {
  const short = DAY.exec(word)?.[1];
  return short ? ((DAYS.indexOf(short) + 1) as Weekday) : null;
}

function withTimes(
  words: readonly Word[],
  from: number,
  make: (times: readonly string[]) => Cadence,
): ReadCadence {
  const times: string[] = [];
  let at = words[from]?.text === 'at' || words[from]?.text === '@' ? from + 1 : from;
  let used = 0;
  while (at < words.length) {
    const joins = times.length && words[at]?.text === 'and' ? 1 : 0;
    const read = readTime(words, at + joins);
    if (read === null) break;
    if (typeof read === 'string') return wrong(read);
    times.push(read.time);
    at = read.next;
    used = words[at - 1]?.after ?? used;
  }
  if (!times.length) return wrong('Say at what time: “at 08:00”, “at 8am”, “at 7:30 and 17:00”.');
  if (times.length > MOST_TIMES) return wrong(`At most ${MOST_TIMES} times a day.`);
  return { kind: 'cadence', cadence: make([...new Set(times)].sort()), used };
}

/** Parses a time of day. Returns null when the word is none, and a message when it is out of range. */
function readTime(words: readonly Word[], at: number): { time: string; next: number } | string | null {
  const word = words[at]?.text ?? '';
  if (word === 'noon') return { time: '12:00', next: at + 1 };
  if (word === 'midnight') return { time: '00:00', next: at + 1 };
  const read = TIME.exec(word);
  if (!read) return null;
  const [, typed = '', minutes = '00', glued] = read;
  const apart = words[at + 1]?.text;
  const half = glued ?? (apart === 'am' || apart === 'pm' ? apart : undefined);
  const hour = half ? (Number(typed) % 12) + (half === 'pm' ? 12 : 0) : Number(typed);
  if (hour > 23 || Number(minutes) > 59 || (half && (Number(typed) < 1 || Number(typed) > 12)))
    return `“${words[at]?.text}” is no time of day. Times are like 08:00, 8am or 17:30.`;
  const next = at + 1 + (half && !glued ? 1 : 0);
  return { time: `${String(hour).padStart(2, '0')}:${minutes}`, next };
}

function readCron(tokens: readonly TypedToken[], now: Date): ReadCadence {
  const second = tokens[1];
  const used = second?.quoted ? 2 : 6;
  const expression = (
    second?.quoted
      ? second.text
      : tokens
          .slice(1, 6)
          .map(({ text }) => text)
          .join(' ')
  )
    .replace(/\s+/gu, ' ')
    .trim();
  const example = 'Five fields, minute hour day month weekday: cron "0 8 * * 1-5".';
  // croner accepts more (nicknames, seconds, years), but only five plain fields mean one thing everywhere.
  if (!/^[\d*/,\-a-z#l]+(?: [\d*/,\-a-z#l]+){4}$/iu.test(expression) || expression.length > 200)
    return wrong(`“${expression}” is no cron expression. ${example}`);
  const cadence: Cadence = { kind: 'cron', expression };
  try {
    const slots = nextSlots(cadence, 'UTC', now, 20).map((slot) => slot.getTime());
    if (!slots.length) return wrong(`“${expression}” never comes. ${example}`);
    if (slots.some((slot, i) => i > 0 && slot - (slots[i - 1] ?? 0) < LEAST_MINUTES * 60_000))
      return wrong(`“${expression}” is too often: at most every ${LEAST_MINUTES} minutes.`);
  } catch {
    return wrong(`“${expression}” is no cron expression. ${example}`);
  }
  return { kind: 'cadence', cadence, used };
}
