import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { alignClaim } from '../check/align-claim.ts';
import { isUnspaced } from '../check/place-words.ts';
import { type EditedWord, readEditing } from '../check/read-editing.ts';
import { COMMON_WORDS } from './common-words.ts';

/** A quotation as joining sees it. */
export interface Spoken {
  readonly words: string;
  readonly speakerId: string | null;
  /** The day it was printed, `YYYY-MM-DD…`; null or absent where unknown, which counts as near any other. */
  readonly day?: string | null;
}

/** What two wordings of one statement have in common. */
export interface Link {
  /** The share of the shorter wording that stands in the longer one, in order, by weight, 0 to 1. */
  readonly covered: number;
  /** The weight of what they share; see `weightOf`. */
  readonly weight: number;
}

/** Wordings are compared up to this many words: the cost of a comparison is the one length times the other. */
const LONGEST_WORDING = 1_000;
const LONGEST_TEXT = 20_000;

/** Two wordings that share this much, by weight, are one statement whenever they were printed; far apart in time, this much more. */
const TELLING = 26;
const FAR_TELLING = 40;
const COVERED = 0.8;
/** Printed within days of one another, less will do: a few words, all in a row, a rare one among them … */
const FEW_TELLING = 11;
/** … or some more, with a word changed. */
const SOME_TELLING = 18;
const SOME_COVERED = 0.85;
/** Printed within days of one another: a clause was put in or changed, one stretch of this weight being left whole. */
const WHOLE_STRETCH = 20;
const LOOSELY_COVERED = 0.72;
const LOOSELY_TELLING = 40;
/** Words that changed places: nearly all of both wordings are there. */
const SHUFFLED = 0.95;
/** Where one outlet printed the beginning and another the end, what both printed must say more than a stock phrase does. */
const OVERLAP_TELLING = 26;
/** News travels for a week. */
const NEAR_DAYS = 7;
const FAR_DAYS = 30;
/** Words in a row that two wordings must share, and the average length of what they share in a row. */
const IN_A_ROW = 4;
const AVERAGE_RUN = 2.5;

/** What sharing a word tells, by how seldom it stands in a quotation: natural logarithms, of which 9,339 quotations are a sample. */
const RARE = 6.5;
const COMMON = 4;
const FUNCTION = 2;
/** Of a character in a script without spaces; a word there has two or so. */
const CHARACTER = 3;

/** A quotation read once for all comparisons. */
export interface Wording {
  readonly words: readonly EditedWord[];
  /** All its words of meaning are capitalised: a name or a title, which many statements may hold. */
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

/** How two wordings by one speaker, printed so many days apart, are the same statement; null when they are not. */
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
  /** How many stretches they share, and the weight of the heaviest. */
  readonly runs: number;
  readonly stretch: number;
  readonly isWhole: boolean;
  /** The shorter one is a name or a title. */
  readonly isTitle: boolean;
  readonly overlaps: boolean;
  readonly shuffled: boolean;
}

/** Enough whenever they were printed: most of one wording, or all of both in another order. */
function isTelling({ covered, weight, stretch, shuffled }: Shared, daysApart: number): boolean {
  const telling = daysApart > FAR_DAYS ? FAR_TELLING : TELLING;
  if (stretch >= WHOLE_STRETCH && shuffled && weight + stretch >= telling) return true;
  return weight >= telling && covered >= COVERED;
}

/** Enough for printings of one week. */
function isTellingNearby(shared: Shared): boolean {
  const { covered, weight, hasRare, stretch, runs, isWhole, isTitle, overlaps } = shared;
  if (covered >= LOOSELY_COVERED && weight >= LOOSELY_TELLING && stretch >= WHOLE_STRETCH) return true;
  if (overlaps && weight >= OVERLAP_TELLING) return true;
  if (covered === 1 && runs === 1 && weight >= FEW_TELLING) return isWhole || (hasRare && !isTitle);
  return hasRare && covered >= SOME_COVERED && weight >= SOME_TELLING;
}

/** The share of one wording's weight whose words stand anywhere in the other. */
function bagCovered(words: readonly EditedWord[], other: readonly EditedWord[]): number {
  const keys = new Set(other.map(({ key }) => key));
  return sum(words.filter(({ key }) => keys.has(key))) / (sum(words) || 1);
}

/** Whether the end of one wording is the beginning of the other, give or take a word. */
function isOverlap(pairs: readonly (readonly [number, number])[], shorter: number, longer: number): boolean {
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last) return false;
  const dense = pairs.length >= 0.9 * Math.max(last[0] - first[0] + 1, last[1] - first[1] + 1);
  const shortFirst = first[1] <= 1 && last[0] >= shorter - 2;
  const longFirst = first[0] <= 1 && last[1] >= longer - 2;
  return dense && (shortFirst || longFirst);
}

/** The stretches in which matched words follow one another in both wordings, by where they begin in the first. */
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
