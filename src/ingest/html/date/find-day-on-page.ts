import type { Mark } from '../dom/gather-metadata.ts';
import type { NearLine } from '../dom/near-line.ts';
import { attribute } from '../dom/read-dom.ts';
import {
  CHANGED_NAMES,
  CHANGED_WORDS,
  DATE_NAMES,
  isElsewhere,
  PUBLISHED_NAMES,
  PUBLISHED_WORDS,
} from './day-names.ts';
import { type FoundDay, found, type PageDates } from './found-day.ts';
import { type DayOrder, readDays, readStatedDay, type SaidDay } from './read-days.ts';

/** How many elements below the headline a date still counts as beside it; above it, a third of that. */
const BESIDE = 120;

/** Sorts marks by distance from the headline, nearest first; distance above the headline counts threefold. */
function byNearness(marks: readonly Mark[], headlineAt: number | null): Mark[] {
  if (headlineAt === null) return [...marks];
  const distance = ({ at }: Mark) => (at >= headlineAt ? at - headlineAt : 3 * (headlineAt - at));
  return [...marks].sort((a, b) => distance(a) - distance(b));
}

/** The date in the element nearest to the headline whose names mark it as a date, or null. */
export function fromMarks(
  { metadata, order, headlineAt }: PageDates,
  source: 'published mark' | 'mark',
): FoundDay | null {
  const pattern = source === 'published mark' ? PUBLISHED_NAMES : DATE_NAMES;
  const marks = metadata.marks.filter(
    ({ names, tag, text, element }) =>
      tag !== 'h1' &&
      pattern.test(names) &&
      text.length <= 150 &&
      !CHANGED_NAMES.test(names) &&
      !isElsewhere(element),
  );
  for (const { element, text } of byNearness(marks, headlineAt)) {
    const stated =
      attribute(element, 'datetime') ?? attribute(element, 'content') ?? attribute(element, 'title');
    const day = (stated ? readStatedDay(stated, order) : null) ?? publishedIn(text, order);
    if (day) return found(day, source);
  }
  return null;
}

/**
 * The first date in a text that no word such as “updated” precedes, unless a publication word does too. With
 * several dates, all preceded by such words, the first.
 */
function publishedIn(text: string, order: DayOrder): SaidDay | null {
  const days = readDays(text, order, true);
  if (days.length <= 1 || !CHANGED_WORDS.test(text)) {
    const only = days[0];
    return only &&
      !(CHANGED_WORDS.test(text.slice(0, only.at)) && !PUBLISHED_WORDS.test(text.slice(0, only.at)))
      ? only
      : null;
  }
  return (
    days.find(({ at }, n) => !CHANGED_WORDS.test(text.slice(n ? (days[n - 1]?.at ?? 0) : 0, at))) ??
    days[0] ??
    null
  );
}

/**
 * The date in the `time` element nearest to the headline, or null. With `beside`, only elements beside the
 * headline count.
 */
export function fromTimes({ metadata, order, headlineAt }: PageDates, beside: boolean): FoundDay | null {
  const times = metadata.marks.filter(
    ({ tag, at, element, names }) =>
      tag === 'time' &&
      !CHANGED_NAMES.test(names) &&
      !isElsewhere(element) &&
      (!beside || (headlineAt !== null && at - headlineAt < BESIDE && headlineAt - at < BESIDE / 3)),
  );
  const ordered = byNearness(times, headlineAt);
  for (const { element, text } of ordered) {
    const stated = attribute(element, 'datetime');
    const day = (stated ? readStatedDay(stated, order) : null) ?? readDays(text, order, true)[0];
    if (day) return found(day, beside ? 'time beside the headline' : 'time');
  }
  return null;
}

/** Limits, in lines, above and below the headline or the text, and after the text. */
const LINES_ABOVE = 6;
const LINES_BELOW = 12;
const LINES_AFTER = 8;
/**
 * Up to this many lines below the headline, a line counts as beside it even after the detected end of the
 * text.
 */
const LINES_BESIDE = 6;

/** The date in the nearest line at the position that `source` names, or null. */
export function fromLines({ lines, order }: PageDates, source: LineSource): FoundDay | null {
  const asked = lines.filter((line) => !line.isCaption && IS_ASKED[source](line));
  const ordered = [...asked].sort((a, b) => weighPlace(a) - weighPlace(b));
  for (const { text, element } of ordered) {
    const day = publishedIn(text.slice(0, 300), order);
    if (day && !(source === 'line below the text' && isElsewhere(element))) return found(day, source);
  }
  return null;
}

type LineSource = 'line beside the headline' | 'line above the text' | 'line below the text';

const IS_ASKED: Readonly<Record<LineSource, (line: NearLine) => boolean>> = {
  'line beside the headline': ({ below, words, after }) =>
    below !== null &&
    below >= -LINES_ABOVE &&
    below <= (after > 0 ? LINES_BESIDE : LINES_BELOW) &&
    words <= 24,
  'line above the text': ({ above, words }) =>
    above !== null && above > 0 && above <= LINES_ABOVE && words <= 14,
  'line below the text': ({ after, words }) => after > 0 && after <= LINES_AFTER && words <= 14,
};

/** How many lines of the text, and how many characters of each, are searched for a dateline. */
const OPENING_LINES = 3;
const OPENING_CHARACTERS = 60;

/** The date in a dateline that opens the text, as in "KARLSRUHE (12.11.2021). …", or null. */
export function fromOpening({ lines, order }: PageDates): FoundDay | null {
  for (const { text } of lines.filter(({ isText }) => isText).slice(0, OPENING_LINES)) {
    const day = readDays(text.slice(0, OPENING_CHARACTERS), order)[0];
    if (CHANGED_WORDS.test(text.slice(0, OPENING_CHARACTERS))) continue;
    if (
      day &&
      /^[^.!?]{0,40}$/u.test(text.slice(0, day.at)) &&
      /^\s*(?:[-–—:|).(,/]|$)/u.test(text.slice(day.at + day.words.length))
    )
      return found(day, 'opening of the text');
  }
  return null;
}

const weighPlace = ({ below }: NearLine): number => (below === null ? 0 : below >= 0 ? below : 100 - below);
