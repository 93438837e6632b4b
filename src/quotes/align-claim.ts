import { FUNCTION_WORDS } from '../kernel/function-words.ts';
import { type EditedWord, isSameWord } from './read-editing.ts';

/** A claim is compared up to this many words; a longer one is a page, not a quotation. */
const LONGEST_CLAIM = 2_000;
/**
 * Cells of the table, one a pair of words: a record too long for it is compared only in the stretch that shares most words with the
 * claim, so that a hostile 100,000-word input costs one pass over it and this much.
 */
const LARGEST_TABLE = 2_000_000;

/** What a word that carries meaning weighs against one that carries grammar. */
const CONTENT = 100;
const FUNCTION = 40;
/** In the same unit: for two matches in a row, for opening a gap, for a claimed word without match, for a recorded one passed over. */
const IN_A_ROW = 20;
const GAP = 30;
const UNMATCHED = 20;
const PASSED_OVER = 1;

export function weight(word: EditedWord): number {
  return FUNCTION_WORDS.has(word.key.replace("'", '')) ? FUNCTION : CONTENT;
}

/**
 * Which claimed word stands where in the record: index pairs in order, by semi-global alignment (the record's ends are free, gaps cost
 * to open and little to go on, nothing at a claim's ellipsis or bracket).
 */
export function alignClaim(claim: readonly EditedWord[], record: readonly EditedWord[]): [number, number][] {
  const words = claim.slice(0, LONGEST_CLAIM);
  if (!words.length || !record.length) return [];
  const from = bestStretch(words, record, Math.floor(LARGEST_TABLE / words.length));
  const held = record.slice(from, from + Math.floor(LARGEST_TABLE / words.length));
  return traceBack(fillTable(words, held), words.length, held.length).map(([i, j]) => [i, j + from]);
}

/** Where the stretch of `length` words begins that shares most with the claim. */
function bestStretch(
  claim: readonly EditedWord[],
  record: readonly EditedWord[],
  length: number,
): number {
  if (record.length <= length) return 0;
  const claimed = new Set(claim.map(({ key }) => key));
  const shared = (word: EditedWord | undefined) => (word && claimed.has(word.key) ? weight(word) : 0);
  let sum = 0;
  let most = -1;
  let from = 0;
  record.forEach((word, j) => {
    sum += shared(word) - shared(record[j - length]);
    if (sum > most) [most, from] = [sum, Math.max(0, j - length + 1)];
  });
  return from;
}

/** Where a cell's best path came from, as bits: is it a match on a match, and which way and from which state its gap came. */
const ON_MATCH = 1;
const GAP_BY_CLAIM = 2;
const GAP_OPENS = 4;

interface Table {
  /** One byte a cell, row by row: claimed words taken × recorded words taken. */
  readonly steps: Uint8Array;
  /** The best end: recorded words taken, and whether it is a match. */
  readonly end: number;
  readonly endsOnMatch: boolean;
}

const NEVER = -1e9;

function fillTable(claim: readonly EditedWord[], record: readonly EditedWord[]): Table {
  const width = record.length + 1;
  const steps = new Uint8Array((claim.length + 1) * width);
  const same = comparer(claim, record);
  let matchAbove = new Int32Array(width).fill(NEVER);
  let gapAbove = new Int32Array(width);
  let match = new Int32Array(width);
  let gap = new Int32Array(width);
  claim.forEach((word, above) => {
    const gain = weight(word);
    const edited = word.bracket !== null;
    const next = claim[above + 1];
    const free = edited || !next || next.afterEllipsis || next.bracket !== null;
    const drop = edited ? 0 : UNMATCHED;
    const openDrop = edited ? 0 : GAP + UNMATCHED;
    const row = (above + 1) * width;
    match[0] = NEVER;
    gap[0] = (gapAbove[0] ?? 0) - drop;
    steps[row] = GAP_BY_CLAIM;
    for (let j = 1; j < width; j += 1) {
      let step = 0;
      let here = NEVER;
      if (same(above, j - 1)) {
        const onMatch = (matchAbove[j - 1] ?? 0) + IN_A_ROW;
        const onGap = gapAbove[j - 1] ?? 0;
        here = gain + Math.max(onMatch, onGap);
        if (onMatch >= onGap) step = ON_MATCH;
      }
      const passing = free || record[j - 1]?.bracket !== null ? 0 : PASSED_OVER;
      let best = (gap[j - 1] ?? 0) - passing;
      let way = 0;
      const opens = (match[j - 1] ?? 0) - passing - (free ? 0 : GAP);
      if (opens > best) [best, way] = [opens, GAP_OPENS];
      const drops = (gapAbove[j] ?? 0) - drop;
      if (drops > best) [best, way] = [drops, GAP_BY_CLAIM];
      const opensDrop = (matchAbove[j] ?? 0) - openDrop;
      if (opensDrop > best) [best, way] = [opensDrop, GAP_BY_CLAIM | GAP_OPENS];
      match[j] = here;
      gap[j] = best;
      steps[row + j] = step | way;
    }
    [matchAbove, match] = [match, matchAbove];
    [gapAbove, gap] = [gap, gapAbove];
  });
  let end = 0;
  let most = NEVER;
  for (let j = 0; j < width; j += 1) {
    const best = Math.max(matchAbove[j] ?? NEVER, gapAbove[j] ?? NEVER);
    if (best > most) [most, end] = [best, j];
  }
  return { steps, end, endsOnMatch: (matchAbove[end] ?? NEVER) >= (gapAbove[end] ?? NEVER) };
}

/** Whether the words at two places are the same; words are compared by number, except where brackets stand inside one. */
function comparer(
  claim: readonly EditedWord[],
  record: readonly EditedWord[],
): (i: number, j: number) => boolean {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly EditedWord[]) =>
    Int32Array.from(words, ({ key }) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  const a = numbered(claim);
  const b = numbered(record);
  if (![...claim, ...record].some(({ spoken }) => spoken !== null)) return (i, j) => a[i] === b[j];
  return (i, j) => isSameWord(claim[i] as EditedWord, record[j] as EditedWord);
}

function traceBack({ steps, end, endsOnMatch }: Table, rows: number, columns: number): [number, number][] {
  const pairs: [number, number][] = [];
  const width = columns + 1;
  let i = rows;
  let j = end;
  let onMatch = endsOnMatch;
  while (i > 0 && (onMatch || j > 0 || i > 0)) {
    const step = steps[i * width + j] ?? 0;
    if (onMatch) {
      i -= 1;
      j -= 1;
      pairs.push([i, j]);
      onMatch = Boolean(step & ON_MATCH);
    } else {
      if (step & GAP_BY_CLAIM) i -= 1;
      else j -= 1;
      onMatch = Boolean(step & GAP_OPENS);
    }
  }
  return pairs.reverse();
}
