import type { DiffRun } from '../../kernel/verdict.ts';
import type { Span } from '../../text/span.ts';
import { excuseEditing } from './excuse-editing.ts';
import type { EditedWord } from './read-editing.ts';

/** The difference between a claim and a record. */
export interface Difference {
  readonly runs: readonly DiffRun[];
  /** Number of claimed words that the record does not contain. */
  readonly struck: number;
  /** Number of recorded words omitted inside the claim without an ellipsis. */
  readonly leftOut: number;
}

/** A text with its words. `asides` are spans that are not part of the quotation (read-editing.ts). */
export interface WordedText {
  readonly text: string;
  readonly words: readonly EditedWord[];
  readonly asides: readonly Span[];
}

/** A run of word indices, end excluded; into the claim for `struck`, into the record otherwise. */
interface WordRun {
  readonly kind: DiffRun['kind'];
  readonly from: number;
  readonly to: number;
}

/**
 * The word-level difference along an alignment. Differences that editing marks allow (excuse-editing.ts) do
 * not count.
 */
export function diffWords(
  claim: WordedText,
  record: WordedText,
  pairs: readonly (readonly [number, number])[],
): Difference {
  const runs: WordRun[] = [];
  let struck = 0;
  let leftOut = 0;
  const face = (i: number, nextI: number, j: number, nextJ: number, atEnd: boolean) => {
    const claimed = claim.words.slice(i, nextI);
    const recorded = record.words.slice(j, nextJ);
    if (!claimed.length && !recorded.length) return;
    const afterEllipsis = [...claimed, claim.words[nextI]].some((word) => word?.afterEllipsis);
    const fault = excuseEditing({ claimed, recorded, afterEllipsis, atEnd });
    if (fault.struck) runs.push({ kind: 'struck', from: i, to: nextI });
    const shown = fault.struck || fault.leftOut || (afterEllipsis && !atEnd) ? 'added' : 'same';
    if (recorded.length) runs.push({ kind: shown, from: j, to: nextJ });
    struck += fault.struck;
    leftOut += fault.leftOut;
  };
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last) return { runs: [], struck: claim.words.length, leftOut: 0 };
  face(0, first[0], first[1] - facing(claim, record, 0, first[0], first[1] - 1, -1), first[1], true);
  let [i, j] = first;
  for (const [nextI, nextJ] of pairs) {
    face(i, nextI, j, nextJ, false);
    runs.push({ kind: 'same', from: nextJ, to: nextJ + 1 });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  face(i, claim.words.length, j, j + facing(claim, record, i, claim.words.length, j, 1), true);
  return { runs: cutRuns(mergeRuns(runs, record), claim, record), struck, leftOut };
}

/** Maximum number of recorded words at an end that may spell the claimed words together. */
const LONGEST_SPELT = 6;

/**
 * Number of recorded words that correspond to the claimed words before the first match or after the last.
 * `step` is −1 or 1, and counting starts at recorded word `at`. They are the words that spell the same, else
 * the words of the bracket there, else as many as are claimed. The count never crosses an aside.
 */
function facing(
  claim: WordedText,
  record: WordedText,
  from: number,
  to: number,
  at: number,
  step: 1 | -1,
): number {
  const claimed = claim.words.slice(from, to);
  const beside: EditedWord[] = [];
  const stretch = record.words[at - step]?.stretch;
  for (let j = at; beside.length < claimed.length + 3; j += step) {
    const word = record.words[j];
    if (!word || word.stretch !== stretch) break;
    beside.push(word);
  }
  const spelt = claimed.map(({ key }) => key).join('');
  for (let n = 1; n <= Math.min(beside.length, LONGEST_SPELT); n += 1) {
    const some = beside.slice(0, n).map(({ key }) => key);
    if ((step > 0 ? some : some.reverse()).join('') === spelt) return n;
  }
  const bracket = beside[0]?.bracket ?? null;
  if (claimed.length && bracket !== null) return beside.filter((word) => word.bracket === bracket).length;
  return Math.min(beside.length, claimed.filter((word) => word.bracket === null).length);
}

/** Merges adjacent runs of one kind, but never across an aside. */
function mergeRuns(runs: readonly WordRun[], record: WordedText): WordRun[] {
  const merged: WordRun[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    const joins =
      before?.kind === run.kind &&
      before.to === run.from &&
      (run.kind === 'struck' || record.words[run.from]?.stretch === record.words[run.from - 1]?.stretch);
    if (joins) merged[merged.length - 1] = { ...before, to: run.to };
    else merged.push(run);
  }
  return merged.flatMap((run) => (run.kind === 'struck' ? [run] : splitAtAsides(run, record)));
}

function splitAtAsides(run: WordRun, { words }: WordedText): WordRun[] {
  const parts: WordRun[] = [];
  let from = run.from;
  for (let j = run.from + 1; j <= run.to; j += 1)
    if (j === run.to || words[j]?.stretch !== words[from]?.stretch) {
      parts.push({ kind: run.kind, from, to: j });
      from = j;
    }
  return parts;
}

function cutRuns(runs: readonly WordRun[], claim: WordedText, record: WordedText): DiffRun[] {
  return runs.map(({ kind, from, to }) => ({
    kind,
    text: cutWords(kind === 'struck' ? claim : record, from, to),
  }));
}

/**
 * Cuts out words with the punctuation that touches them. Punctuation between two words belongs to the word it
 * touches; if it touches both, to the first.
 */
function cutWords({ text, words, asides }: WordedText, from: number, to: number): string {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return '';
  const before = words[from - 1];
  const sameStretch = before?.stretch === first.stretch;
  const left = sameStretch ? before.end : (asides[first.stretch - 1]?.end ?? 0);
  const right = Math.min(words[to]?.start ?? text.length, asides[last.stretch]?.start ?? text.length);
  const lead = text.slice(left, first.start);
  const space = lead.search(/\s\S*$/u);
  const start = space >= 0 ? left + space + 1 : sameStretch ? first.start : left;
  const tail = /^\S*/u.exec(text.slice(last.end, right))?.[0].length ?? 0;
  return text.slice(start, last.end + tail).trim();
}
