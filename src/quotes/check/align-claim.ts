import { FUNCTION_WORDS } from '../../text/function-words.ts';
import { itemAt } from '../../text/item-at.ts';
import { isUnspaced } from './place-words.ts';
import { type EditedWord, isSameWord } from './read-editing.ts';

/** Maximum number of words of a claim that are compared; a longer claim is a page, not a quotation. */
export const LONGEST_CLAIM = 2_000;
/**
 * Maximum number of cells in the table, one for each pair of words. Of a longer record, only the stretch that
 * shares most words with the claim is compared. A hostile input of 100,000 words therefore costs one pass
 * over it and one table.
 */
const LARGEST_TABLE = 2_000_000;

/** Weight of a word that carries meaning, and of a function word. */
const CONTENT = 100;
const FUNCTION = 40;
/**
 * Weight of a character in a script without spaces, and the cost of opening a gap before one. A single
 * character says little, so this gap costs more.
 */
const CHARACTER = 50;
const CHARACTER_GAP = 110;
/**
 * In the unit of the weights: the bonus for consecutive matches, the cost of opening a gap, of a claimed word
 * without a match, and of a skipped recorded word.
 */
const IN_A_ROW = 20;
const GAP = 30;
const UNMATCHED = 20;
const PASSED_OVER = 1;

/** Whether a word carries meaning, and is not a function word. */
export function isContent(word: EditedWord): boolean {
  return !FUNCTION_WORDS.has(word.key.replace("'", ''));
}

/** The score for matching a word. */
export function weight(word: EditedWord): number {
  if (isUnspaced(word.key)) return CHARACTER;
  return isContent(word) ? CONTENT : FUNCTION;
}

/**
 * Aligns a claim with a record by semi-global alignment; returns ascending pairs of indices (claim, record).
 * Recorded words before and after the match cost nothing. A gap costs more to open than to extend. Skipping
 * recorded words at the claim's ellipses and brackets costs nothing.
 */
export function alignClaim(claim: readonly EditedWord[], record: readonly EditedWord[]): [number, number][] {
  if (!claim.length || !record.length) return [];
  const columns = Math.max(1, Math.floor(LARGEST_TABLE / claim.length));
  const from = bestStretch(claim, record, columns);
  const held = record.slice(from, from + columns);
  return traceBack(fillTable(claim, held), claim.length, held.length).map(([i, j]) => [i, j + from]);
}

/** Start of the stretch of `length` recorded words that shares most weight with the claim. */
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

/**
 * Bits of a cell's back pointer. ON_MATCH: its match follows a match. GAP_BY_CLAIM: its gap skips a claimed
 * word, else a recorded one. GAP_OPENS: its gap follows a match.
 */
const ON_MATCH = 1;
const GAP_BY_CLAIM = 2;
const GAP_OPENS = 4;

interface Table {
  /** One byte for each cell, in rows: claimed words consumed × recorded words consumed. */
  readonly steps: Uint8Array;
  /** The best end cell: the number of recorded words consumed, and whether it is a match. */
  readonly end: number;
  readonly endsOnMatch: boolean;
}

const NEVER = -1e9;

/**
 * Gap costs for each recorded word, in typed arrays because one tight loop fills the table. `passing` is the
 * cost of skipping the word, `opening` of opening a gap there.
 */
interface Columns {
  /** 0 inside an editor's bracket. */
  readonly passing: Int32Array;
  readonly opening: Int32Array;
}

/** Scores of the best paths that end in a match and in a gap, by number of recorded words consumed. */
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
      // Skipping recorded words costs nothing here: at the claim's end, an ellipsis or a bracket.
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

/**
 * Returns a function from a claimed word's index to a row: 1 for every recorded word that matches, else 0.
 * Rows are cached by key.
 */
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
    // Cap the cache: rows for many different words over a long record would be as large as a second table.
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
