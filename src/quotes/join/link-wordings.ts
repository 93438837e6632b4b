import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { alignClaim } from '../check/align-claim.ts';
import { isUnspaced } from '../check/place-words.ts';
import { type EditedWord, readEditing } from '../check/read-editing.ts';
import { COMMON_WORDS } from './common-words.ts';

/** The parts of a quotation that joining uses. */
export interface Spoken {
  readonly words: string;
  readonly speakerId: string | null;
  /** Publication date, `YYYY-MM-DD…`. An unknown date (null or absent) counts as near any other. */
  readonly day?: string | null;
}

/** The match between two wordings of one statement. */
export interface Link {
  /** The weighted share of the shorter wording that occurs in the longer one, in order, 0 to 1. */
  readonly covered: number;
  /** Total weight of the shared words; see `weightOf`. */
  readonly weight: number;
}

/**
 * Maximum number of words compared of a wording, and of UTF-16 units parsed. A comparison costs the product
 * of both lengths.
 */
const LONGEST_WORDING = 1_000;
const LONGEST_TEXT = 20_000;

/**
 * Minimum shared weight for one statement whatever the dates, the higher weight when the dates are far apart
 * (FAR_DAYS), and the minimum share of the shorter wording.
 */
const TELLING = 26;
const FAR_TELLING = 40;
const COVERED = 0.8;
/**
 * Within NEAR_DAYS less suffices. Either a few words in one unbroken run that contains a rare word or is the
 * whole of both wordings …
 */
const FEW_TELLING = 11;
/** … or a few more words with a word changed, one of them rare. */
const SOME_TELLING = 18;
const SOME_COVERED = 0.85;
/**
 * Within NEAR_DAYS, a clause may also be inserted or changed if one run of at least this weight stays intact.
 */
const WHOLE_STRETCH = 20;
const LOOSELY_COVERED = 0.72;
const LOOSELY_TELLING = 40;
/** When words changed places, at least this share of each wording must occur in the other. */
const SHUFFLED = 0.95;
/**
 * When one outlet printed the beginning and another the end, minimum weight of the part that both printed. It
 * must exceed a stock phrase.
 */
const OVERLAP_TELLING = 26;
/** In days. `NEAR_DAYS`: a news story circulates for a week. `FAR_DAYS`: beyond it FAR_TELLING applies. */
const NEAR_DAYS = 7;
const FAR_DAYS = 30;
/** Minimum length of the longest shared run, in words, and of the average shared run. */
const IN_A_ROW = 4;
const AVERAGE_RUN = 2.5;

/**
 * Weight of a shared word by its rarity in quotations, as natural logarithms estimated from a sample of 9,339
 * quotations.
 */
const RARE = 6.5;
const COMMON = 4;
const FUNCTION = 2;
/** Weight of a character in a script without spaces, where a word has about two characters. */
const CHARACTER = 3;

/** A quotation parsed once for all comparisons. */
export interface Wording {
  readonly words: readonly EditedWord[];
  /** True when all meaningful words are capitalized: a name or a title, which many statements may contain. */
  readonly isTitle: boolean;
}

export function wordingOf(text: string): Wording {
  const words = readEditing(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_WORDING);
  const isTitle = words.every(
    (word) => weightOf(word) === FUNCTION || /^\p{Lu}/u.test(text.slice(word.start, word.end)),
  );
  return { words, isTitle };
}

export function isRare(word: EditedWord): boolean {
  return weightOf(word) === RARE || isUnspaced(word.key);
}

function weightOf({ key }: EditedWord): number {
  if (isUnspaced(key)) return CHARACTER;
  const plain = key.replace("'", '');
  return FUNCTION_WORDS.has(plain) ? FUNCTION : COMMON_WORDS.has(plain) ? COMMON : RARE;
}

/**
 * Compares two wordings by one speaker, published `daysApart` days apart; null when they are not one
 * statement.
 */
export function linkWordings(a: Wording, b: Wording, daysApart: number): Link | null {
  const [one, other] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const [shorter, longer] = [one.words, other.words];
  const held = new Set(longer.map(({ key }) => key));
  if (sum(shorter.filter(({ key }) => held.has(key))) < FEW_TELLING) return null;
  const pairs = alignClaim(shorter, longer);
  const matched = pairs.flatMap(([i]) => shorter[i] ?? []);
  const bare = shorter.filter(isBare);
  const runs = runsOf(pairs);
  const together = Math.max(0, ...runs.map(({ length }) => length)) >= Math.min(IN_A_ROW, bare.length);
  if (!together || pairs.length / runs.length < Math.min(AVERAGE_RUN, bare.length)) return null;
  const shared: Shared = {
    weight: sum(matched),
    covered: sum(matched.filter(isBare)) / (sum(bare) || 1),
    hasRare: matched.some(isRare),
    runs: runs.length,
    stretch: Math.max(...runs.map(({ from, length }) => sum(shorter.slice(from, from + length)))),
    isWhole: shorter.length === longer.length,
    isTitle: one.isTitle,
    overlaps: isOverlap(pairs, shorter.length, longer.length),
    shuffled: Math.min(bagCovered(shorter, longer), bagCovered(longer, shorter)) >= SHUFFLED,
  };
  return isTelling(shared, daysApart) || (daysApart <= NEAR_DAYS && isTellingNearby(shared))
    ? { covered: shared.covered, weight: shared.weight }
    : null;
}

interface Shared extends Link {
  readonly hasRare: boolean;
  /** Number of shared runs, and the weight of the heaviest. */
  readonly runs: number;
  readonly stretch: number;
  readonly isWhole: boolean;
  /** True when the shorter wording is a name or a title. */
  readonly isTitle: boolean;
  readonly overlaps: boolean;
  readonly shuffled: boolean;
}

/** Whether the match suffices whatever the dates: most of one wording, or all of both in another order. */
function isTelling({ covered, weight, stretch, shuffled }: Shared, daysApart: number): boolean {
  const telling = daysApart > FAR_DAYS ? FAR_TELLING : TELLING;
  if (stretch >= WHOLE_STRETCH && shuffled && weight + stretch >= telling) return true;
  return weight >= telling && covered >= COVERED;
}

/** Whether the match suffices for publications within a week. */
function isTellingNearby(shared: Shared): boolean {
  const { covered, weight, hasRare, stretch, runs, isWhole, isTitle, overlaps } = shared;
  if (covered >= LOOSELY_COVERED && weight >= LOOSELY_TELLING && stretch >= WHOLE_STRETCH) return true;
  if (overlaps && weight >= OVERLAP_TELLING) return true;
  if (covered === 1 && runs === 1 && weight >= FEW_TELLING) return isWhole || (hasRare && !isTitle);
  return hasRare && covered >= SOME_COVERED && weight >= SOME_TELLING;
}

/** The weighted share of one wording's words that occur anywhere in the other. */
function bagCovered(words: readonly EditedWord[], other: readonly EditedWord[]): number {
  const keys = new Set(other.map(({ key }) => key));
  return sum(words.filter(({ key }) => keys.has(key))) / (sum(words) || 1);
}

/** Whether the end of one wording is the beginning of the other, with a word's tolerance. */
function isOverlap(pairs: readonly (readonly [number, number])[], shorter: number, longer: number): boolean {
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last) return false;
  const dense = pairs.length >= 0.9 * Math.max(last[0] - first[0] + 1, last[1] - first[1] + 1);
  const shortFirst = first[1] <= 1 && last[0] >= shorter - 2;
  const longFirst = first[0] <= 1 && last[1] >= longer - 2;
  return dense && (shortFirst || longFirst);
}

/** The runs of matched words that are consecutive in both wordings; `from` is an index into the first. */
function runsOf(pairs: readonly (readonly [number, number])[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  pairs.forEach(([i, j], n) => {
    const before = pairs[n - 1];
    const run = runs.at(-1);
    if (run && before && before[0] === i - 1 && before[1] === j - 1) run.length += 1;
    else runs.push({ from: i, length: 1 });
  });
  return runs;
}

function isBare({ bracket }: EditedWord): boolean {
  return bracket === null;
}

function sum(words: readonly EditedWord[]): number {
  return words.reduce((total, word) => total + weightOf(word), 0);
}
