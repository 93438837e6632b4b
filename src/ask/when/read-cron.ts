import type { Cadence } from '../../kernel/schedule.ts';
import { nextSlots } from '../../kernel/time/next-slot.ts';
import { joinTokens, type TypedToken } from '../split-line.ts';
import type { PartReader, ReadPart } from './when-part.ts';

/** Shortest interval of a schedule, in minutes. Nobody reads messages that come more often. */
export const LEAST_MINUTES = 5;
const EXAMPLE = 'Five fields, minute hour day month weekday: cron "0 8 * * 1-5".';
const FIELD = /^[\d*/,\-a-z#l]+$/iu;
const LONGEST = 200;
/** The names that cron gives to whole expressions. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
]);
const MARKS = /^[`'‘’]+|[`'‘’]+$/gu;

/** Reads `cron "0 8 * * 1-5"`, with any marks or none, five bare fields, and `@daily`. */
export const readCron: PartReader = (text, at, { now }) => {
  const from = text.words[at]?.token ?? text.tokens.length;
  const first = text.tokens[from];
  if (!first) return null;
  const isLed = !first.quoted && first.text.toLowerCase().replace(/:$/u, '') === 'cron';
  const found = expressionAt(text.tokens.slice(isLed ? from + 1 : from), isLed);
  if (!found)
    return isLed ? wrong('That cron expression is missing or not whole.', first.text, at + 1) : null;
  const used = from + (isLed ? 1 : 0) + found.used;
  const next = text.words.findIndex(({ token }) => token >= used);
  return checked(found.expression, next < 0 ? text.words.length : next, now);
};

interface Found {
  readonly expression: string;
  readonly used: number;
}

function expressionAt(tokens: readonly TypedToken[], isLed: boolean): Found | null {
  const [first] = tokens;
  if (!first || first.filter) return null;
  const nickname = NICKNAMES.get(first.text.toLowerCase());
  if (nickname) return { expression: nickname, used: 1 };
  if (first.quoted) {
    const fields = first.text.trim().split(/\s+/u);
    const isCron = isLed || (fields.length >= 5 && fields.every((field) => FIELD.test(field)));
    return isCron ? { expression: fields.join(' '), used: 1 } : null;
  }
  const fields = tokens.slice(0, 6).map(({ text, quoted }) => (quoted ? '' : text.replace(MARKS, '')));
  const five = fields.slice(0, 5);
  const isWhole = five.length === 5 && five.every((field) => FIELD.test(field));
  const isMarked = isWhole && five.some((field) => field.includes('*'));
  if (!isWhole || !(isLed || isMarked)) return null;
  // A sixth field would be seconds, and must not become the lookup.
  const isSix = /^[\d*][\d*/,-]*$/u.test(fields[5] ?? '');
  return {
    expression: isSix
      ? fields.join(' ')
      : joinTokens(five.map((text) => ({ text, quoted: false, filter: null }))),
    used: isSix ? 6 : 5,
  };
}

function checked(expression: string, next: number, now: Date): ReadPart {
  const known = NICKNAMES.get(expression.toLowerCase()) ?? expression;
  const fields = known.split(' ');
  if (fields.length === 6)
    return wrong(`“${known}” has six fields, and a schedule has no seconds. ${EXAMPLE}`, known, next);
  // croner accepts more (nicknames, years), but only five plain fields mean one thing everywhere.
  if (fields.length !== 5 || known.length > LONGEST || !fields.every((field) => FIELD.test(field)))
    return wrong(`“${known}” is no cron expression. ${EXAMPLE}`, known, next);
  const why = whyNot({ kind: 'cron', expression: known }, now);
  return why ? wrong(`“${known}” ${why}`, known, next) : { part: { kind: 'cron', expression: known }, next };
}

function whyNot(cadence: Extract<Cadence, { kind: 'cron' }>, now: Date): string | null {
  try {
    const slots = nextSlots(cadence, 'UTC', now, 20).map((slot) => slot.getTime());
    if (!slots.length) return `never comes. ${EXAMPLE}`;
    const isOften = slots.some((slot, i) => i > 0 && slot - (slots[i - 1] ?? 0) < LEAST_MINUTES * 60_000);
    return isOften ? `is too often: at most every ${LEAST_MINUTES} minutes.` : null;
  } catch {
    return `is no cron expression. ${EXAMPLE}`;
  }
}

function wrong(say: string, typed: string, next: number): ReadPart {
  return { part: { kind: 'wrong', say, typed }, next };
}
