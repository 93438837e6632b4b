import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';

const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|mars|avr|mai|juin|juil|août|déc|mär|okt|dez|gen|mag|giu|lug|set|ott|fev|out)[\p{L}]{0,8}\b\.?|[一-龥]?月|\b(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\p{L}*/iu;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)|\d{4}年/u;
const NUMERIC =
  /(?<![\d.])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)/u;
const CLOCK = /\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b|Uhr\b)?/iu;
/** Words that a date line may contain besides its date. */
const BESIDE =
  /\b(?:published|publié|publicado|veröffentlicht|pubblicato|posted|first|last|updated|modified|created|released|date|on|at|le|am|el|um|à|de|do|pm|a\.m|p\.m|et|est|edt|gmt|utc|cet|cest|pt|pst|pdt|ct|cst|cdt|bst|ist|aest|uhr|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|urday|rsday)?\b\.?/giu;

/** Separates names and times that a page's layout ran together: "CorrespondentDec 22, 202310:15 PM". */
function takeApart(line: string): string {
  return line
    .replace(
      /(\p{L})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.? \d{1,2}, \d{4})/gu,
      '$1 ',
    )
    .replace(/((?:19|20)\d{2})(?=\d{1,2}:\d{2}|\p{Lu})/gu, '$1 ');
}

/** Whether a line's purpose is to state a day: a full date and few other words. */
export function statesDay(line: string): boolean {
  if (
    /^(?:published|posted|updated|last (?:updated|modified)|first published|publicado|publié|veröffentlicht)\b.{0,120}$/iu.test(
      line,
    )
  )
    return true;
  const text = takeApart(line);
  if (!NUMERIC.test(text) && !(YEAR.test(text) && MONTH.test(text))) return false;
  // "Somebody in Beijing on Oct. 9, 2023" is a caption.
  if (/\b(?:in|during|of|after|before) \p{Lu}/u.test(text)) return false;
  const besides = text
    .replace(NUMERIC, ' ')
    .replace(MONTH, ' ')
    .replace(CLOCK, ' ')
    .replace(BESIDE, ' ')
    .match(/\p{L}{2,}/gu);
  // Allow authors' names beside a date with a time.
  return (besides?.length ?? 0) <= (CLOCK.test(text.replace(NUMERIC, ' ')) ? 8 : 4);
}

export interface StatedDay {
  /** `YYYY-MM-DD`: the day as written, never moved to another zone. */
  readonly day: string;
  /** The words that state the day. */
  readonly words: string;
}

// Only complete dates are accepted, so “now” must not matter; a fixed value proves it.
const HELD_STILL = new Date(2000, 0, 1);
const READERS = [
  chrono.en,
  chrono.de,
  chrono.fr,
  chrono.es,
  chrono.it,
  chrono.pt,
  chrono.nl,
  chrono.ru,
  chrono.ja,
];

/** The full date in a line; `ambiguous` when it can be read as two days; null without one. */
export function readDay(text: string): StatedDay | { readonly ambiguous: string } | null {
  const line = takeApart(text.slice(0, 300));
  if (!NUMERIC.test(line) && !YEAR.test(line)) return null;
  const slashed = /(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/u.exec(line);
  const [first, second] = [Number(slashed?.[1] ?? 0), Number(slashed?.[3] ?? 0)];
  const dayFirst = first > 12 || slashed?.[2] === '.';
  if (slashed && !dayFirst && second <= 12 && first !== second && !/\b[ECMP][SD]?T\b/u.test(line))
    return { ambiguous: slashed[0] };
  for (const reader of dayFirst ? [chrono.en.GB, chrono.de] : READERS) {
    const results =
      'strict' in reader ? reader.strict.parse(line, HELD_STILL) : reader.parse(line, HELD_STILL);
    for (const { text: words, start } of results) {
      if (!(start.isCertain('year') && start.isCertain('month') && start.isCertain('day'))) continue;
      if (!YEAR.test(words) && !NUMERIC.test(words)) continue;
      const { year, month, day } = {
        year: start.get('year'),
        month: start.get('month'),
        day: start.get('day'),
      };
      const at = DateTime.fromObject({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
      if (at.isValid) return { day: at.toISODate(), words };
    }
  }
  return null;
}

/** Parses a date from metadata: keeps an ISO day or time, reduces any other full date to its day. */
export function readGivenDate(value: string): string | null {
  const text = value.trim();
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return DateTime.fromISO(text).isValid ? text : null;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text)) return DateTime.fromISO(text).isValid ? text : null;
  const stated = readDay(text);
  return stated !== null && 'day' in stated ? stated.day : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MENTIONED =
  /\b(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?) (\d{1,2})(?!\d)(?:, (\d{4}))?/gu;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u;

/** Evidence of an undated text's day, for people: the latest day it mentions, or a weekday. */
export function evidenceOfDay(body: string): string {
  let latest = { key: -1, words: '' };
  const mentions = [...body.slice(0, 200_000).matchAll(MENTIONED)];
  const newestYear = Math.max(0, ...mentions.map((found) => Number(found[3] ?? 0)));
  for (const [words, month = '', day, year] of mentions) {
    const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
    const key = (Number(year ?? 0) || newestYear) * 400 + m * 32 + Number(day);
    if (Number(day) <= 31 && key > latest.key) latest = { key, words };
  }
  if (latest.words) return `not stated; the latest day the text mentions is ${latest.words}`;
  const weekday = WEEKDAY.exec(body.slice(0, 200_000))?.[0];
  return weekday ? `not stated; the text speaks of ${weekday}` : 'not stated';
}
