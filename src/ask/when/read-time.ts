import type { WhenWord } from './split-when.ts';
import type { TimeOfDay } from './when-part.ts';

/** A time of day parsed from words, or the word that has the form of one and is none. */
export type TimeReading =
  | (TimeOfDay & { readonly kind: 'time'; readonly next: number })
  | { readonly kind: 'wrong'; readonly typed: string };

const NAMED: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
]);
const MORE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['ninety', 90],
]);
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const CLOCK = /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?(?::00)?(?<mark>h)?(?<half>am|pm|a|p)?$/u;
/** 800, 0800, 1930, 730pm. */
const DIGITS = /^(?<hour>\d{1,2})(?<minute>\d{2})(?<half>am|pm|a|p)?$/u;
const PAST: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
]);

type Half = 'am' | 'pm';

/** The half of a day that a word such as “morning” names; null for any other word. */
export function partOfDay(word: string): Half | null {
  if (/^mornings?$/u.test(word)) return 'am';
  return /^(?:afternoon|evening|night)s?$/u.test(word) ? 'pm' : null;
}

/** `HH:MM` of minutes since midnight. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The number of a word: “3”, “three”; null for any other word. */
export function numberOf(word: string): number | null {
  if (/^\d{1,6}$/u.test(word)) return Number(word);
  const named = NUMBERS.indexOf(word);
  return named > 0 ? named : (MORE_NUMBERS.get(word) ?? null);
}

/**
 * Parses a time of day that begins at `at`: 8, 08:00, 0800, 18h30, 8 p.m., half past eight, 8 in the morning,
 * noon. Null where no time begins there.
 */
export function readTime(words: readonly WhenWord[], at: number): TimeReading | null {
  const text = (n: number) => words[n]?.text ?? '';
  const first = text(at);
  const twelve = first === '12' ? NAMED.get(text(at + 1)) : undefined;
  const named = NAMED.get(first) ?? twelve;
  if (named !== undefined)
    return {
      kind: 'time',
      minutes: named,
      bare: false,
      next: behindMark(words, at + (twelve === undefined ? 1 : 2)),
    };
  const shift = PAST.get(first);
  if (shift === undefined || !/^(?:past|to|after|before)$/u.test(text(at + 1))) return readClock(words, at);
  const hour = readClock(words, at + 2);
  if (hour === null || hour.kind === 'wrong') return null;
  const isBefore = /^(?:to|before)$/u.test(text(at + 1));
  return { ...hour, minutes: (hour.minutes + (isBefore ? 1440 - shift : shift)) % 1440 };
}

function readClock(words: readonly WhenWord[], at: number): TimeReading | null {
  const { text = '', typed = '' } = words[at] ?? {};
  const spoken = NUMBERS.indexOf(text);
  const digits = spoken > 0 ? String(spoken) : text;
  const groups = (CLOCK.exec(digits) ?? DIGITS.exec(digits))?.groups;
  if (!groups) return null;
  const { hour, minute = '0', mark, half } = groups;
  const glued = half ? (half.startsWith('a') ? 'am' : 'pm') : null;
  const behind = readHalf(words, behindMark(words, at + 1), glued);
  const minutes = minutesOf(Number(hour), Number(minute), behind);
  if (minutes === null) return { kind: 'wrong', typed };
  const bare = behind.half === null && !groups['minute'] && !mark && Number(hour) >= 1 && Number(hour) <= 12;
  return { kind: 'time', minutes, bare, next: behindMark(words, behind.next) };
}

/** The index behind a word that only marks a time of day. */
function behindMark(words: readonly WhenWord[], at: number): number {
  return /^(?:o'?clock|hrs|hours|sharp|exactly|promptly)$/u.test(words[at]?.text ?? '') ? at + 1 : at;
}

interface HalfReading {
  readonly half: Half | 'night' | null;
  /** Whether the half was said in words, which allows “17:30 in the afternoon”. */
  readonly spoken: boolean;
  readonly next: number;
}

/** Reads “am”, “p.m.”, “in the morning” or “at night” behind the digits. */
function readHalf(words: readonly WhenWord[], at: number, glued: Half | null): HalfReading {
  const text = (n: number) => words[n]?.text ?? '';
  if (glued !== null) return { half: glued, spoken: false, next: at };
  const own = text(at);
  if (own === 'am' || own === 'pm') return { half: own, spoken: false, next: at + 1 };
  const lead = own === 'in' && text(at + 1) === 'the' ? 2 : own === 'at' ? 1 : 0;
  const part = lead ? partOfDay(text(at + lead)) : null;
  if (part === null) return { half: null, spoken: false, next: at };
  return { half: text(at + lead).startsWith('night') ? 'night' : part, spoken: true, next: at + lead + 1 };
}

/** Minutes since midnight; null where there is no such time. */
function minutesOf(hour: number, minute: number, { half, spoken }: HalfReading): number | null {
  if (minute > 59 || hour > 24 || (hour === 24 && (minute > 0 || half !== null))) return null;
  if (half === null || (spoken && hour > 12)) return (hour % 24) * 60 + minute;
  if (hour < 1 || hour > 12) return null;
  return (withHalf(hour, half) % 24) * 60 + minute;
}

/** The hour, 0 to 23, of 1 to 12 in a half of the day. “10 at night” is 22 and “2 at night” is 2. */
function withHalf(hour: number, half: Half | 'night'): number {
  if (half === 'night') return hour < 6 ? hour : hour === 12 ? 0 : hour + 12;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
