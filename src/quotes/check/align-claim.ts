import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { itemAt } from '../../text/item-at.ts';
import { isUnspaced } from './place-words.ts';
import { type EditedWord, isSameWord } from './read-editing.ts';

/** A claim is compared up to this many words; a longer one is a page, not a quotation. */
export const LONGEST_CLAIM = 2_000;
/**
 * Cells of the table, one a pair of words: a record too long for it is compared only in the stretch that shares most words with the
 * claim, so that a hostile 100,000-word input costs one pass over it and this much.
 */
const LARGEST_TABLE = 2_000_000;

/** What a word that carries meaning weighs against one that carries grammar. */
const CONTENT = 100;
const FUNCTION = 40;
/** A character of a script without spaces: one alone says little, so that a gap must be worth more. */
const CHARACTER = 50;
const CHARACTER_GAP = 110;
/** In the same unit: for two matches in a row, for opening a gap, for a claimed word without match, for a recorded one passed over. */
const IN_A_ROW = 20;
const GAP = 30;
const UNMATCHED = 20;
const PASSED_OVER = 1;

/** Whether a word carries meaning rather than grammar. */
export function isContent(word: EditedWord): boolean {
  return !FUNCTION_WORDS.has(word.key.replace("'", ''));
}

/** What matching a word is worth. */
export function weight(word: EditedWord): number {
  if (isUnspaced(word.key)) return CHARACTER;
  return isContent(word) ? CONTENT : FUNCTION;
}

/**
 * Which claimed word stands where in the record: index pairs in order, by semi-global alignment (the record's ends are free, gaps cost
 * to open and little to go on, nothing at a claim's ellipsis or bracket).
 */
export function alignClaim(claim: readonly EditedWord[], record: readonly EditedWord[]): [number, number][] {
  if (!claim.length || !record.length) return [];
  const columns = Math.max(1, Math.floor(LARGEST_TABLE / claim.length));
  const from = bestStretch(claim, record, columns);
  const held = record.slice(from, from + columns);
  return traceBack(fillTable(claim, held), claim.length, held.length).map(([i, j]) => [i, j + from]);
}

/** Where the stretch of `length` words begins that shares most with the claim. */
function bestStretch(claim: readonly EditedWord[], record: readonly EditedWord[], length: number): number {
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

/** What the record's columns cost and hold, as plain numbers: the table is filled in one tight loop. */
interface Columns {
  /** 0 inside a bracket. */
  readonly passing: Int32Array;
  readonly opening: Int32Array;
}

/** Scores of the best paths that end in a match and in a gap, a cell a recorded word taken. */
interface Row {
  readonly match: Int32Array;
  readonly gap: Int32Array;
}

function fillTable(claim: readonly EditedWord[], record: readonly EditedWord[]): Table {
  const width = record.length + 1;
  const steps = new Uint8Array((claim.length + 1) * width);
  const columns: Columns = {
    passing: Int32Array.from(record, ({ bracket }) => (bracket === null ? PASSED_OVER : 0)),
    opening: Int32Array.from(record, ({ key }) => (isUnspaced(key) ? CHARACTER_GAP : GAP)),
  };
  const sameWords = comparer(claim, record);
  const newRow = (): Row => ({ match: new Int32Array(width).fill(NEVER), gap: new Int32Array(width) });
  let above = newRow();
  let row = newRow();
  claim.forEach((word, i) => {
    const next = claim[i + 1];
    const edited = word.bracket !== null;
    const costs = {
      gain: weight(word),
      drop: edited ? 0 : UNMATCHED,
      openDrop: edited ? 0 : GAP + UNMATCHED,
      // Recorded words may be passed over here: at the end, at an ellipsis, at a bracket.
      free: edited || !next || next.afterEllipsis || next.bracket !== null,
    };
    fillRow(row, above, steps.subarray((i + 1) * width, (i + 2) * width), sameWords(i), columns, costs);
    [above, row] = [row, above];
  });
  return { steps, ...bestEnd(above) };
}

function fillRow(
  { match, gap }: Row,
  above: Row,
  steps: Uint8Array,
  same: Uint8Array,
  { passing, opening }: Columns,
  costs: { readonly gain: number; readonly drop: number; readonly openDrop: number; readonly free: boolean },
): void {
  const { gain, drop, openDrop, free } = costs;
  match[0] = NEVER;
  gap[0] = itemAt(above.gap, 0) - drop;
  steps[0] = GAP_BY_CLAIM;
  for (let j = 1; j < steps.length; j += 1) {
    let step = 0;
    let here = NEVER;
    if (same[j - 1] === 1) {
      const onMatch = itemAt(above.match, j - 1) + IN_A_ROW;
      const onGap = itemAt(above.gap, j - 1);
      here = gain + Math.max(onMatch, onGap);
      if (onMatch >= onGap) step = ON_MATCH;
    }
    const pass = free ? 0 : itemAt(passing, j - 1);
    let best = itemAt(gap, j - 1) - pass;
    let way = 0;
    const opens = itemAt(match, j - 1) - pass - (free ? 0 : itemAt(opening, j - 1));
    if (opens > best) [best, way] = [opens, GAP_OPENS];
    const drops = itemAt(above.gap, j) - drop;
    if (drops > best) [best, way] = [drops, GAP_BY_CLAIM];
    const opensDrop = itemAt(above.match, j) - openDrop;
    if (opensDrop > best) [best, way] = [opensDrop, GAP_BY_CLAIM | GAP_OPENS];
    match[j] = here;
    gap[j] = best;
    steps[j] = step | way;
  }
}

function bestEnd({ match, gap }: Row): { end: number; endsOnMatch: boolean } {
  let end = 0;
  let most = NEVER;
  let endsOnMatch = false;
  match.forEach((score, j) => {
    const other = gap[j] ?? NEVER;
    if (Math.max(score, other) <= most) return;
    most = Math.max(score, other);
    end = j;
    endsOnMatch = score >= other;
  });
  return { end, endsOnMatch };
}

/** Which recorded words a claimed one is the same as, 1 or 0 a word; rows are made once a key. */
function comparer(claim: readonly EditedWord[], record: readonly EditedWord[]): (i: number) => Uint8Array {
  const rows = new Map<string, Uint8Array>();
  const places = new Map<string, number[]>();
  record.forEach(({ key }, j) => {
    const at = places.get(key);
    if (at) at.push(j);
    else places.set(key, [j]);
  });
  const edited = record.some(({ spoken }) => spoken !== null);
  return (i) => {
    const word = itemAt(claim, i);
    const made = rows.get(word.key);
    if (made && word.spoken === null) return made;
    const row =
      edited || word.spoken !== null
        ? Uint8Array.from(record, (other) => (isSameWord(word, other) ? 1 : 0))
        : new Uint8Array(record.length);
    for (const j of places.get(word.key) ?? []) row[j] = 1;
    // Many different words over a long record would be as large a table again.
    if (word.spoken === null && rows.size < 64) rows.set(word.key, row);
    return row;
  };
}

function traceBack({ steps, end, endsOnMatch }: Table, rows: number, columns: number): [number, number][] {
  const pairs: [number, number][] = [];
  const width = columns + 1;
  let i = rows;
  let j = end;
  let onMatch = endsOnMatch;
  while (i > 0) {
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
