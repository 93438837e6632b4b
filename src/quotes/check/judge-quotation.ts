import type { DiffRun, Verdict } from '../../kernel/verdict.ts';
import type { Span } from '../../text/span.ts';
import { alignClaim, isContent, LONGEST_CLAIM, weight } from './align-claim.ts';
import { diffWords, type WordedText } from './diff-words.ts';
import { joinCompounds } from './join-compounds.ts';
import { type EditedWord, readEditing } from './read-editing.ts';
import { writeOut } from './write-out.ts';

/** A quotation to check, with the claimed speaker; `speakerId` is null without one. */
export interface Claim {
  readonly words: string;
  readonly speakerId: string | null;
}

/**
 * A quotation as the archive stores it, or the halves of a split one. `asides` are the stretches between the
 * halves, in order.
 */
export interface Recorded {
  readonly words: string;
  /** Null when the article names no speaker. */
  readonly speakerId: string | null;
  readonly asides?: readonly Span[];
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Index of the record on which the verdict rests; null when nothing is found. */
  readonly nearest: number | null;
  /** How the words compare with that record; set also when the verdict is `other speaker`. */
  readonly words: 'exact' | 'altered' | 'cut' | 'not found';
  /** True when the record names no speaker, so it neither confirms nor contradicts a claimed speaker. */
  readonly unnamed: boolean;
  readonly diff: readonly DiffRun[];
}

const NOT_FOUND: Judgement = {
  verdict: 'not found',
  nearest: null,
  words: 'not found',
  unnamed: false,
  diff: [],
};

/** A record must contain more than this weighted share of the claim, in order. */
const ENOUGH = 0.5;
/** Minimum share of a claim's meaningful words that must match, when it has four or more. */
const ENOUGH_CONTENT = 0.4;
/**
 * Minimum weighted share of the claim's words that must stand close together when their order was changed. A
 * claim that matches in order by this share needs no meaningful words.
 */
const NEARLY_ALL = 0.85;
/**
 * A claim of fewer words is short. With more omitted words than the second number, it does not count as cut.
 */
const SHORT = 6;
const LONGEST_CUT_OF_SHORT = 12;
/**
 * If an altered wording by the claimed speaker covers less of the claim than this, another speaker's exact or
 * cut words win.
 */
const CLEARLY_OWN = 0.8;
/**
 * Maximum UTF-16 units examined of one record, and of all. Anything longer is no quotation, and hostile input
 * must stay cheap.
 */
const LONGEST_RECORD = 100_000;
const MOST_READ = 1_000_000;
/** Maximum number of records aligned: those that share most with the claim. */
const ALIGNED_RECORDS = 40;

interface Comparison {
  readonly record: number;
  readonly words: 'exact' | 'altered' | 'cut';
  readonly share: number;
  readonly faults: number;
  readonly diff: readonly DiffRun[];
}

/**
 * Judges a claim against records. Of equally near records, the first decides. Only the first 2,000 words of a
 * claim are judged: a longer one is a page, and the cost must stay bounded.
 */
export function judgeQuotation(claim: Claim, records: readonly Recorded[]): Judgement {
  const whole = worded(claim.words);
  const claimed = { ...whole, words: whole.words.slice(0, LONGEST_CLAIM) };
  if (!claimed.words.length) return NOT_FOUND;
  const compared = mostShared(claimed, records)
    .flatMap(([record, text]) => compare(claimed, text, record) ?? [])
    .sort(nearerFirst);
  const speakerOf = ({ record }: Comparison) => records[record]?.speakerId ?? null;
  const own = compared.find((each) => claim.speakerId === null || speakerOf(each) === claim.speakerId);
  const nearest = compared[0];
  if (!nearest) return NOT_FOUND;
  const others = nearest.words !== 'altered' && own?.words === 'altered' && own.share < CLEARLY_OWN;
  const chosen = own && !others ? own : nearest;
  const unnamed = speakerOf(chosen) === null;
  const isOther = claim.speakerId !== null && !unnamed && speakerOf(chosen) !== claim.speakerId;
  return {
    verdict: isOther ? 'other speaker' : chosen.words,
    nearest: chosen.record,
    words: chosen.words,
    unnamed,
    diff: chosen.diff,
  };
}

function worded(text: string, asides: readonly Span[] = []): WordedText {
  return { text, asides, words: readEditing(text.slice(0, LONGEST_RECORD), asides) };
}

function nearerFirst(a: Comparison, b: Comparison): number {
  return a.faults - b.faults || b.share - a.share || a.record - b.record;
}

/** The records that share most with the claim, with their indices. */
function mostShared(claim: WordedText, records: readonly Recorded[]): [number, WordedText][] {
  const claimed = new Map(claim.words.map((word) => [word.key, weight(word)]));
  const found: { readonly i: number; readonly text: WordedText; readonly shared: number }[] = [];
  let left = MOST_READ;
  for (const [i, { words, asides }] of records.entries()) {
    left -= Math.min(words.length, LONGEST_RECORD);
    if (left < 0) break;
    const text = worded(words, asides);
    const keys = new Set(joinCompounds(text.words, claim.words).map(({ key }) => key));
    const isSplit = joinCompounds(claim.words, text.words).length < claim.words.length;
    let shared = isSplit ? 1 : 0;
    for (const [key, each] of claimed) if (keys.has(key)) shared += each;
    if (shared) found.push({ i, text, shared });
  }
  return found
    .sort((a, b) => b.shared - a.shared || a.i - b.i)
    .slice(0, ALIGNED_RECORDS)
    .map(({ i, text }) => [i, text]);
}

/** Compares the claim with one record; null when the record contains too little of it. */
function compare(claimed: WordedText, recorded: WordedText, record: number): Comparison | null {
  const claim = { ...claimed, words: joinCompounds(claimed.words, recorded.words) };
  const text = { ...recorded, words: joinCompounds(recorded.words, claimed.words) };
  const pairs = alignClaim(claim.words, text.words);
  const share = matchedShare(claim, text, pairs) ?? shareWrittenOut(claim, text);
  if (share === null) return null;
  const { runs, struck, leftOut } = diffWords(claim, text, pairs);
  if (claim.words.length < SHORT && leftOut > LONGEST_CUT_OF_SHORT) return null;
  const words = struck ? 'altered' : leftOut ? 'cut' : 'exact';
  return { record, words, share, faults: struck + leftOut, diff: runs };
}

/**
 * The matched share after contractions are written out, so that “he did not say no” finds “he didn’t say no”,
 * as an altered wording. Null when neither text has a contraction or too little matches.
 */
function shareWrittenOut(claim: WordedText, text: WordedText): number | null {
  const claimed = writeOut(claim.words);
  const held = writeOut(text.words);
  if (claimed.length === claim.words.length && held.length === text.words.length) return null;
  return matchedShare({ ...claim, words: claimed }, { ...text, words: held }, alignClaim(claimed, held));
}

/** The weighted share of the claim that was matched; null when it is too small for the same statement. */
function matchedShare(
  claim: WordedText,
  record: WordedText,
  pairs: readonly (readonly [number, number])[],
): number | null {
  const spoken = claim.words.filter(isSpoken);
  const counted = spoken.length ? spoken : claim.words;
  const matched = pairs
    .flatMap(([i]) => claim.words[i] ?? [])
    .filter((word) => isSpoken(word) || !spoken.length);
  const share = sum(matched) / sum(counted);
  const content = counted.filter(isContent).length;
  const held = matched.filter(isContent).length;
  const meant = content
    ? held >= Math.max(1, content < 4 ? 0 : content * ENOUGH_CONTENT)
    : pairs.length >= SHORT;
  const nearlyAll = share >= NEARLY_ALL && pairs.length >= SHORT;
  const enough = share === 1 || nearlyAll || (share > ENOUGH && meant);
  const runs = pairs.filter(([i, j], n) => pairs[n - 1]?.[0] !== i - 1 || pairs[n - 1]?.[1] !== j - 1).length;
  const scattered = claim.words.length >= SHORT && pairs.length < 2 * runs;
  if (enough && !scattered) return share;
  return isReordered(counted, record, pairs) ? share : null;
}

/** Whether nearly all claimed words stand close together in the record, in any order. */
function isReordered(
  counted: readonly EditedWord[],
  record: WordedText,
  pairs: readonly (readonly [number, number])[],
): boolean {
  const first = pairs[0]?.[1];
  const last = pairs.at(-1)?.[1];
  if (first === undefined || last === undefined || last - first > 2 * counted.length) return false;
  const near = record.words.slice(Math.max(0, first - counted.length), last + counted.length + 1);
  const keys = new Set(near.map(({ key }) => key));
  const content = counted.filter(isContent);
  return (
    content.length > 1 &&
    content.every(({ key }) => keys.has(key)) &&
    sum(counted.filter(({ key }) => keys.has(key))) >= NEARLY_ALL * sum(counted)
  );
}

function isSpoken({ bracket }: EditedWord): boolean {
  return bracket === null;
}

function sum(words: readonly EditedWord[]): number {
  return words.reduce((total, word) => total + weight(word), 0);
}
