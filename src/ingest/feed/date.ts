import { DateTime } from 'luxon';

/**
 * First letters of month names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
 * Russian, Greek, Hungarian, Turkish and Swedish.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'jän', 'янв', 'ιαν', 'sty', 'oca'],
  ['feb', 'fév', 'fev', 'фев', 'φεβ', 'lut', 'şub'],
  ['mar', 'mär', 'maa', 'мар', 'μάρ', 'μαρ', 'már', 'mrt'],
  ['apr', 'abr', 'avr', 'апр', 'απρ', 'ápr', 'kwi', 'nis'],
  ['may', 'mai', 'mag', 'maj', 'mei', 'мая', 'май', 'μάι', 'μαϊ', 'μαι', 'máj'],
  ['jun', 'juin', 'giu', 'июн', 'ιούν', 'ιουν', 'jún', 'cze', 'haz'],
  ['jul', 'juil', 'lug', 'июл', 'ιούλ', 'ιουλ', 'júl', 'lip', 'tem'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'αύγ', 'αυγ', 'sie', 'ağu'],
  ['sep', 'set', 'сен', 'σεπ', 'szep', 'wrz', 'eyl'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'οκτ', 'paź', 'eki'],
  ['nov', 'ноя', 'νοέ', 'νοε', 'lis', 'kas'],
  ['dec', 'dez', 'dic', 'déc', 'дек', 'δεκ', 'gru', 'ara'],
];
/**
 * Zone names that RFC 822 and newsrooms use, in minutes from UTC. Ambiguous names are omitted (IST) or have
 * their European or North American meaning (BST).
 */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  et: -300,
  ct: -360,
  mt: -420,
  pt: -480,
};
/** Chinese, Japanese and Korean dates with year, month and day marks. */
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u;
const ISO = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_]+|$)/iu;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\b/u;
const TIME = /(?:^|[T\s_,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(am|pm|a\.m\.|p\.m\.)?/iu;
const COMPACT_TIME = /T(\d{2})(\d{2})(\d{2})?/u;
const OFFSET = /([+-]|−)(\d{1,2}):?(\d{2})?\s*(?:\(|\[|$)/u;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Parses a feed's date into a day or an ISO time with its stated offset. Accepts RFC 822 and variants, ISO
 * 8601, and month names in a dozen languages. Null without a full and valid day, and for 1970-01-01, which an
 * unset clock produces.
 */
export function readFeedDate(value: string): string | null {
  const text = value
    .slice(0, 100)
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim();
  const found = findDay(text);
  if (!found) return null;
  const at = DateTime.fromObject({ ...found.day });
  if (!at.isValid || found.day.year < 1970 || found.day.year > 2100) return null;
  const time = findTime(found.rest);
  const iso = at.toISODate();
  // 1970-01-01 comes from an unset clock, not from a publication.
  if (iso === '1970-01-01') return null;
  return time === null ? iso : withTime(at, time, findOffset(found.rest));
}

function findDay(text: string): { day: Day; rest: string } | null {
  const numbered = ISO.exec(text) ?? YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  if (numbered) {
    const [all, year, month, day] = numbered;
    // Keep the T of `2023-10-09T10:00`: it marks the start of the time.
    const rest = text.slice(numbered.index + all.replace(/[T\s_]+$/iu, '').length);
    return { day: { year: Number(year), month: Number(month), day: Number(day) }, rest };
  }
  return findNamedDay(text);
}

/** `Mon, 09 Oct 2023 …`, `October 9, 2023 …`, `Mon Oct 9 10:00:00 2023`. */
function findNamedDay(text: string): { day: Day; rest: string } | null {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => monthOf(word) !== null);
  // In several languages a weekday begins like a month (French "mar.", Tuesday), so the last match counts.
  const named = words.at(-1);
  if (!named) return null;
  const month = monthOf(named[0]) ?? 0;
  const before = /(?:^|[^\d:+])(\d{1,2})(?:st|nd|rd|th|\.|º|er)?[\s\-/.]*(?:de\s+)?$/iu.exec(
    text.slice(0, named.index),
  );
  const after = text.slice(named.index + named[0].length);
  const year = /^[\s\-/.,]*(?:de\s+)?(\d{4}|'?\d{2})(?![\d:])/iu.exec(after);
  if (before && year) return dayOf(year[1], month, before[1], after.slice(year[0].length));
  const american = /^[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})(?![\d:])/iu.exec(after);
  if (american) return dayOf(american[2], month, american[1], after.slice(american[0].length));
  const asctime = /^\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+([A-Z]{2,5}\s+|[+-]\d{4}\s+)?(\d{4})\b/u.exec(
    after,
  );
  return asctime ? dayOf(asctime[4], month, asctime[1], ` ${asctime[2]} ${asctime[3] ?? ''}`) : null;
}

function dayOf(year = '', month: number, day = '', rest: string): { day: Day; rest: string } {
  const digits = year.replace("'", '');
  const short = Number(digits);
  // RFC 2822, section 4.3: two-digit years below 50 are in the 2000s, the others in the 1900s.
  const full = digits.length > 2 ? short : short + (short < 50 ? 2000 : 1900);
  return { day: { year: full, month, day: Number(day) }, rest };
}

function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  const at = MONTHS.findIndex((names) => names.some((name) => lower.startsWith(name)));
  return at < 0 ? null : at + 1;
}

function findTime(rest: string): { hour: number; minute: number; second: number } | null {
  const found = TIME.exec(rest) ?? COMPACT_TIME.exec(rest);
  if (!found) return null;
  const [, hour, minute, second, half] = found;
  const twelve = half ? (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0) : Number(hour);
  const time = { hour: twelve, minute: Number(minute), second: Number(second ?? 0) };
  return time.hour <= 24 && time.minute < 60 && time.second <= 60 ? time : null;
}

/** Minutes from UTC; null without a known zone. */
function findOffset(rest: string): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(rest) ?? [];
  if (hours !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes ?? 0);
    return offset > 14 * 60 ? null : sign === '+' ? offset : -offset;
  }
  const named = /(?:\d|\s)([a-z]{1,4})\s*(?:\(.*)?$/iu.exec(rest)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ZONES, named) ? (ZONES[named] ?? null) : null;
}

function withTime(
  day: DateTime<true>,
  { hour, minute, second }: { hour: number; minute: number; second: number },
  offset: number | null,
): string {
  // 24:00 is midnight of the next day; a leap second (:60) is stored as :59.
  const at = day.plus({ hours: hour, minutes: minute, seconds: Math.min(second, 59) });
  const local = at.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (offset === null) return local;
  if (offset === 0) return `${local}Z`;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
