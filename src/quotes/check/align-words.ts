import type { Span } from '../../text/span.ts';
import { type PlacedWord, placedWords } from './place-words.ts';

/**
 * Maximum number of words on a side after the common ends are removed. Beyond it the middle counts as
 * entirely different, because the table's size is the product of both sides.
 */
const LONGEST_MIDDLE = 1_500;

/** Ascending pairs of indices (a, b) of a longest common subsequence. */
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

/** Longest common subsequence with the standard dynamic-programming table, one row for each word of `a`. */
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

/**
 * Minimum share of the shorter wording that both wordings must have in common. Below it they print different
 * parts of a statement.
 */
const COMPARABLE = 0.3;

/**
 * Spans of `other` whose words replace or are inserted between words of `base`; neighbouring words form one
 * span. Words that `other` omits are not marked, nor is a longer beginning or end. Returns null when the two
 * print different parts of a statement.
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
