/** A date that a text states in full: year, month and day. */
export interface SaidDay {
  /** `YYYY-MM-DD` as written, never converted to another time zone. */
  readonly day: string;
  /** The words that state the date. */
  readonly words: string;
  /** UTF-16 offset at which the words begin. */
  readonly at: number;
}

/** Whether day or month comes first in numeric dates; null when the page does not tell. */
export type DayOrder = 'day' | 'month' | null;

const LOCALES =
  'en de fr es it pt nl ru uk be bg sr hr sl cs sk pl ro hu tr el sv nb da fi et lv lt ca gl eu is id ms vi af sq az ka hy kk mk bs ar fa he hi bn th ko'.split(
    ' ',
  );

/**
 * Maps folded month names of many languages to 1–12. The names come from the runtime's own tables (Unicode
 * CLDR).
 */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of LOCALES)
    for (const month of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, {
          month,
          timeZone: 'UTC',
          calendar: 'gregory',
          ...(day && { day }),
        });
        for (let at = 0; at < 12; at += 1) {
          const parts = format.formatToParts(new Date(Date.UTC(2021, at, 15)));
          const folded = fold(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (folded.length >= 3 && !/^\d/u.test(folded) && !names.has(folded)) names.set(folded, at + 1);
        }
      }
  for (const [name, month] of [
    ['sept', 9],
    ['janv', 1],
    ['juil', 7],
    ['jänner', 1],
    ['feber', 2],
    ['mrt', 3],
    ['mrz', 3],
    ['okt', 10],
    ['dez', 12],
  ] as const)
    names.set(fold(name), month);
  return names;
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

let names: Map<string, number> | null = null;

function monthOf(word: string): number | null {
  names ??= monthNames();
  return names.get(fold(word)) ?? null;
}

const YEAR = String.raw`(?:19[89]\d|20\d{2})`;
const PATTERNS = [
  // 2021-03-04, 2021/3/4, 2021.03.04, 2021年3月4日, 2021년 3월 4일
  {
    kind: 'ymd',
    pattern: new RegExp(
      String.raw`(?<![\d./-])(${YEAR})(?:\s?[-/.]\s?|年\s?|년\s?)(\d{1,2})(?:\s?[-/.]\s?|月\s?|월\s?)(\d{1,2})(?!\d|[-/.]\d{2,})`,
      'gu',
    ),
  },
  // 04.03.2021, 4/3/2021, 04-03-2021, 4. 3. 2021
  {
    kind: 'numbers',
    pattern: new RegExp(
      String.raw`(?<![\d./-])(\d{1,2})(\.\s?|/|-)(\d{1,2})(?:\2|\.|/|-)(${YEAR}|\d{2})(?![\d]|[./-]\d)`,
      'gu',
    ),
  },
  // 4. März 2021, 4 de marzo de 2021, 4th of March, 2021, 04-Mar-2021
  {
    kind: 'dmy',
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[\s-]{0,3}(?:de\s|of\s|di\s|en\s)?[\s-]{0,2}([\p{L}\p{M}]{3,14})\.?,?[\s-]{1,3}(?:de\s|del\s|of\s)?(${YEAR})(?!\d)`,
      'gu',
    ),
  },
  // March 4, 2021, Mar. 4th 2021, Tháng 3 4, 2021
  {
    kind: 'mdy',
    pattern: new RegExp(
      String.raw`([\p{L}\p{M}]{3,14})\.?[\s-]{1,3}(\d{1,2})(?:st|nd|rd|th)?\.?[\s,-]{1,4}(${YEAR})(?!\d)`,
      'gu',
    ),
  },
  // 2021. március 4., 2021 m. kovo 4 d.
  {
    kind: 'ynd',
    pattern: new RegExp(
      String.raw`(?<!\d)(${YEAR})\.?(?:\s(?:m\.|metų))?\s([\p{L}\p{M}]{3,14})\.?\s(\d{1,2})(?!\d)`,
      'gu',
    ),
  },
] as const;

/**
 * Quick check: a text without a year or three numbers joined by date separators cannot state a date in full.
 */
const MAY_STATE = /(?:19[89]|20\d)\d|\d(?:\.\s?|[/-])\d{1,2}[./-]\s?\d/u;

/**
 * The dates that a text states in full, in text order. Ambiguous dates and dates that do not exist are
 * omitted. With `shortYears`, a two-digit year counts as 20xx.
 */
export function readDays(text: string, order: DayOrder, shortYears = false): SaidDay[] {
  const found: SaidDay[] = [];
  if (!MAY_STATE.test(text)) return found;
  for (const { kind, pattern } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const day = dayOf(kind, match, order, shortYears);
      if (day) found.push({ day, words: match[0].trim(), at: match.index });
    }
  return found.sort((a, b) => a.at - b.at);
}

type Kind = (typeof PATTERNS)[number]['kind'];

function dayOf(
  kind: Kind,
  [, a = '', b = '', c = '', d = '']: RegExpMatchArray,
  order: DayOrder,
  shortYears: boolean,
): string | null {
  switch (kind) {
    case 'ymd':
      return toDay(Number(a), Number(b), Number(c));
    case 'numbers':
      return numbersOf(Number(a), b.trim(), Number(c), d, order, shortYears);
    case 'dmy':
      return toDay(Number(c), monthOf(b), Number(a));
    case 'mdy':
      return toDay(Number(c), monthOf(a), Number(b));
    case 'ynd':
      return toDay(Number(a), monthOf(b), Number(c));
    default:
      return kind satisfies never;
  }
}

function numbersOf(
  first: number,
  mark: string,
  second: number,
  year: string,
  order: DayOrder,
  shortYears: boolean,
): string | null {
  if (year.length === 2 && !shortYears) return null;
  const full = year.length === 4 ? Number(year) : 2000 + Number(year);
  // Dates written with points always put the day first.
  const dayFirst = mark === '.' || first > 12 || (second <= 12 && (first === second || order === 'day'));
  const monthFirst = !dayFirst && (second > 12 || order === 'month');
  if (!dayFirst && !monthFirst) return null;
  return dayFirst ? toDay(full, second, first) : toDay(full, first, second);
}

/** `YYYY-MM-DD` for an existing date from 1980 to 2099; otherwise null. */
function toDay(year: number, month: number | null, day: number): string | null {
  if (month === null || month < 1 || month > 12 || day < 1 || year < 1980 || year > 2099) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Parses a date from an attribute or metadata: an ISO timestamp's literal date, a compact date, a Unix
 * timestamp or words.
 */
export function readStatedDay(value: string, order: DayOrder): SaidDay | null {
  const text = value.trim().slice(0, 200);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(text);
  if (compact) {
    const day = toDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (day) return { day, words: text, at: 0 };
  }
  const seconds = /^(1[0-7]\d{8})(?:\d{3})?$/u.exec(text);
  if (seconds)
    return { day: new Date(Number(seconds[1]) * 1_000).toISOString().slice(0, 10), words: text, at: 0 };
  return readDays(text.replace(/(\d{4}-\d{2}-\d{2})[T ].*$/u, '$1'), order, true)[0] ?? null;
}
