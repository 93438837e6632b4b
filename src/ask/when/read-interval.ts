import { dayNamed } from './read-days.ts';
import { numberOf } from './read-time.ts';
import { type PartReader, type ReadPart, wordAt } from './when-part.ts';

const UNITS = {
  minute: /^(?:m|mins?|minutes?)$/u,
  hour: /^(?:h|hrs?|hours?)$/u,
  day: /^days?$/u,
  week: /^(?:weeks?|wks?)$/u,
} as const;
type Unit = keyof typeof UNITS;

function unitOf(word: string): Unit | null {
  const units: readonly Unit[] = ['minute', 'hour', 'day', 'week'];
  return units.find((unit) => UNITS[unit].test(word)) ?? null;
}

function interval(every: number, unit: Unit, next: number): ReadPart {
  return { part: { kind: 'interval', every, unit }, next };
}

/** Reads “every 15 minutes”, “every other day”, “every 2h”, “hourly”, “fortnightly”, “every half hour”. */
export const readInterval: PartReader = (text, at) => {
  const first = wordAt(text, at);
  if (first === 'hourly') return interval(1, 'hour', at + 1);
  if (/^(?:fortnightly|biweekly|bi-weekly)$/u.test(first)) return interval(2, 'week', at + 1);
  if (
    /^(?:once|one)$/u.test(first) &&
    /^(?:an|per|every|each)$/u.test(wordAt(text, at + 1)) &&
    wordAt(text, at + 2) === 'hour'
  )
    return interval(1, 'hour', at + 3);
  if (first !== 'every' && first !== 'each') return null;
  const second = wordAt(text, at + 1);
  const third = wordAt(text, at + 2);
  if (second === 'hour') return interval(1, 'hour', at + 2);
  if (second === 'minute') return interval(1, 'minute', at + 2);
  if (second === 'fortnight') return interval(2, 'week', at + 2);
  if (second === 'half')
    return /^(?:hours?)$/u.test(third)
      ? interval(30, 'minute', at + 3)
      : third === 'an'
        ? interval(30, 'minute', at + 4)
        : null;
  if (second === 'quarter' && third === 'hour') return interval(15, 'minute', at + 3);
  return readEvery(second, third, at, (n) => wordAt(text, n));
};

function readEvery(second: string, third: string, at: number, word: (n: number) => string): ReadPart | null {
  const glued = /^(\d{1,6})(\p{L}+)$/u.exec(second);
  if (glued) {
    const unit = unitOf(glued[2] ?? '');
    return unit && interval(Number(glued[1]), unit, at + 2);
  }
  if (second === 'other' || second === 'second') {
    const unit = unitOf(third);
    if (unit) return interval(2, unit, at + 3);
    const weekday = dayNamed(third);
    if (weekday === null) return null;
    // The day itself is read next.
    if (second === 'other') return interval(2, 'week', at + 2);
    return word(at + 3) === 'of' ? null : { part: { kind: 'second', weekday }, next: at + 3 };
  }
  const count = numberOf(second);
  const unit = count === null ? null : unitOf(third);
  return count !== null && unit !== null ? interval(count, unit, at + 3) : null;
}

/** Reads “weekly”, “once a week”, “monthly”, “every month”. */
export const readEach: PartReader = (text, at) => {
  const first = wordAt(text, at);
  const named = { weekly: 'week', monthly: 'month' } as const;
  if (first === 'weekly' || first === 'monthly')
    return { part: { kind: 'each', unit: named[first] }, next: at + 1 };
  const from =
    first === 'once' && /^(?:a|per|each|every)$/u.test(wordAt(text, at + 1))
      ? at + 2
      : /^(?:every|each)$/u.test(first)
        ? at + 1
        : at;
  const unit = wordAt(text, from);
  if (from === at || (unit !== 'week' && unit !== 'month')) return null;
  return { part: { kind: 'each', unit }, next: from + 1 };
};
