import { paragraphsOf } from '../../text/cut-passage.ts';
import { sentencesOf } from '../../text/cut-sentences.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import type { Span } from '../../text/span.ts';
import { contentStems } from '../../text/words.ts';

/** A number and what it counts, as an article reports them. */
export interface Figure {
  /** As printed, with its hedge and its unit: “about 500”, “90 percent”. */
  readonly printed: string;
  readonly value: number;
  readonly unit: 'count' | 'percent' | 'money';
  /** What is counted, as printed: “overdose deaths”. */
  readonly noun: string;
  /** The stems of the noun, sorted. */
  readonly nounStems: readonly string[];
  /** The span of the number and its noun in the body. */
  readonly span: Span;
  /** The sentence that holds the number. */
  readonly sentence: string;
  /** Stems of the sentence’s other content words. */
  readonly context: ReadonlySet<string>;
}

const SPELLED = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const HEDGES =
  'about|around|nearly|almost|over|more than|at least|up to|some|roughly|fewer than|less than|an estimated|approximately';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,’'$€£#–—-])(?:(${HEDGES})\\s)?([$€£])?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,9}(?:\\.\\d+)?|(?:${SPELLED.join('|')})\\b)(?:\\s?(%|percent\\b|per cent\\b)|\\s(${Object.keys(SCALES).join('|')})\\b)?(?![\\p{L}\\p{N}%])`,
  'giu',
);
/** After a number, these words make it a time, an age or a rank, not a figure. */
const TIMES =
  /^(?:years?|months?|days?|weeks?|hours?|minutes?|seconds?|decades?|times?|percent|a\.?m|p\.?m|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|st|nd|rd|th)$/iu;
const NO_FIGURE_BEFORE =
  /(?:\b(?:aged?|ages|ages of|ages of \d+ and|aged \d+ (?:to|and)|no\.|number|article|section|chapter|page|jan\.?|feb\.?|mar\.?|apr\.?|may|june|july|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|january|february|march|april|august|september|october|november|december|in|since|until|by|per)\s|[-–/:])$/iu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*/uy;
/** Longest noun phrase, in words. */
const NOUN_WORDS = 4;
/**
 * Longest sentence searched, in UTF-16 units. A longer one is a table, and the time grows with its length
 * multiplied by its numbers.
 */
const LONGEST_SENTENCE = 1_500;
/** Part of a body that is searched, in UTF-16 units from its start. */
const LOOKED_AT = 60_000;

/**
 * Finds the figures of a body, in order. Years, dates, ages, durations and numbers without a noun do not
 * count.
 */
export function findFigures(body: string): Figure[] {
  return paragraphsOf(body.slice(0, LOOKED_AT)).flatMap(({ text, start }) =>
    sentencesOf(text).flatMap((place) => inSentence(text.slice(place.start, place.end), start + place.start)),
  );
}

function inSentence(sentence: string, at: number): Figure[] {
  if (sentence.length > LONGEST_SENTENCE) return [];
  const figures: Figure[] = [];
  const stems = contentStems(sentence);
  for (const match of sentence.matchAll(NUMBER)) {
    const [printed, hedge, currency, digits = '', percent, scale] = match;
    const end = match.index + printed.length;
    const isYear = /^(?:1[6-9]|20)\d\d$/.test(digits) && !scale && !percent && !currency;
    if (isYear) continue;
    // A hedged number is a figure even after “in”: “in about 500 cases”.
    if (
      !hedge &&
      !percent &&
      !currency &&
      NO_FIGURE_BEFORE.test(sentence.slice(Math.max(0, match.index - 24), match.index))
    )
      continue;
    const noun = nounAfter(sentence, end, percent !== undefined);
    if (!noun && !currency) continue;
    const spelled = SPELLED.indexOf(digits.toLowerCase());
    const plain = spelled >= 0 ? spelled + 3 : Number(digits.replaceAll(',', ''));
    // “The two countries” names the countries and counts nothing.
    if (plain < 3 && !percent && !currency && !scale && !digits.includes('.')) continue;
    const nounStems = contentStems(noun?.text ?? '').sort();
    const own = new Set([...nounStems, ...contentStems(printed)]);
    figures.push({
      printed,
      value: plain * (SCALES[scale?.toLowerCase() ?? ''] ?? 1),
      unit: percent ? 'percent' : currency ? 'money' : 'count',
      noun: noun?.text ?? '',
      nounStems,
      span: { start: at + match.index, end: at + (noun?.end ?? end) },
      sentence: sentence.trim(),
      context: new Set(stems.filter((stem) => !own.has(stem) && !/^\d/.test(stem))),
    });
  }
  return figures;
}

/** The noun phrase after a number. Null when there is none, or when it names a time. */
function nounAfter(sentence: string, from: number, isShare: boolean): { text: string; end: number } | null {
  const lead = isShare
    ? /^ of (?:the |all |its |their |our |these |those )?/iu
    : /^ (?:of (?:the |its |their )?)?/iu;
  const opened = lead.exec(sentence.slice(from, from + 16));
  if (!opened) return null;
  const start = from + opened[0].length;
  let end = start;
  let words = 0;
  while (words < NOUN_WORDS) {
    WORD.lastIndex = words ? end + 1 : start;
    const gap = words ? sentence[end] : ' ';
    const word = WORD.exec(sentence)?.[0]?.replace(/[.’'-]+$/u, '');
    if (gap !== ' ' || !word || isFunctionWord(word.toLowerCase()) || /^\d/.test(word)) break;
    if (!words && TIMES.test(word)) return null;
    end = (words ? end + 1 : start) + word.length;
    words += 1;
  }
  // “Six senators ended …”: the noun phrase ends before the verb.
  while (words && /ed$/u.test(sentence.slice(start, end))) {
    end = Math.max(start, sentence.lastIndexOf(' ', end - 1));
    words -= 1;
  }
  if (!words || end <= start) return null;
  const [, joined = ''] =
    /^ and ([\p{L}-]+s)(?=[,.;)]| (?:in|on|of|from|for|with|to|based|at)\b)/u.exec(
      sentence.slice(end, end + 40),
    ) ?? [];
  if (joined && sentence.slice(start, end).endsWith('s')) end += ` and ${joined}`.length;
  return { text: sentence.slice(start, end), end };
}
