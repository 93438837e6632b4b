import type { Span } from '../../text/span.ts';
import { type PlacedWord, placedWords } from './place-words.ts';

/** Beyond this many words on each side, once the common ends are taken off, the middle counts as different: the table is their product. */
const LONGEST_MIDDLE = 1_500;

/** Which word of `a` stands where in `b`: index pairs of a longest common subsequence, in order. */
function alignWords(a: readonly PlacedWord[], b: readonly PlacedWord[]): [number, number][] {
  const pairs: [number, number][] = [];
  let from = 0;
  while (from < a.length && from < b.length && a[from]?.key === b[from]?.key) {
    pairs.push([from, from]);
    from += 1;
  }
  const tail: [number, number][] = [];
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1]?.key === b[endB - 1]?.key) {
    endA -= 1;
    endB -= 1;
    tail.push([endA, endB]);
  }
  const middle = alignMiddle(a.slice(from, endA), b.slice(from, endB)).map(([i, j]): [number, number] => [
    i + from,
    j + from,
  ]);
  return [...pairs, ...middle, ...tail.reverse()];
}

/** Longest common subsequence by the usual table, one row a word. */
function alignMiddle(a: readonly PlacedWord[], b: readonly PlacedWord[]): [number, number][] {
  if (!a.length || !b.length || a.length > LONGEST_MIDDLE || b.length > LONGEST_MIDDLE) return [];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        a[i]?.key === b[j]?.key
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The share of the shorter wording that both must hold for words to be said to differ; below it they print different parts. */
const COMPARABLE = 0.3;

/**
 * Where `other` has words in place of words of `base`, or between them, as spans of `other`; neighbouring words are one span. Words left
 * out are no difference here, and neither is printing more before or after. Null where the two hold different parts of a statement.
 */
export function differingSpans(base: string, other: string): Span[] | null {
  const held = placedWords(base);
  const words = placedWords(other);
  const pairs = alignWords(held, words);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length < COMPARABLE * Math.min(held.length, words.length)) return null;
  const from = first[0] > 0 ? 0 : first[1];
  const to = last[0] < held.length - 1 ? words.length : last[1];
  const shared = new Set(pairs.map(([, j]) => j));
  const spans: Span[] = [];
  let before = -2;
  words.forEach((word, j) => {
    if (shared.has(j) || j < from || j > to) return;
    const span = spans.at(-1);
    if (span && before === j - 1) spans[spans.length - 1] = { start: span.start, end: word.end };
    else spans.push({ start: word.start, end: word.end });
    before = j;
  });
  return spans;
}
