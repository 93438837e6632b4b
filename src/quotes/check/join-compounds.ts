import type { EditedWord } from './read-editing.ts';

/** Maximum number of words that may be one word in the other text: “90 per cent” is “90%”. */
const LONGEST = 3;
/**
 * A percentage as one word. If the other text contains one, a number and its “percent” are joined as well,
 * whatever the number.
 */
const PERCENT = /^\P{L}+percent$/u;

/** Joins words that the other text writes as one: “well being”, “co-operation”, “90 percent”. */
export function joinCompounds(words: readonly EditedWord[], other: readonly EditedWord[]): EditedWord[] {
  const whole = new Set(other.map(({ key }) => key));
  const percents = other.some(({ key }) => PERCENT.test(key));
  const joined: EditedWord[] = [];
  for (let i = 0; i < words.length; ) {
    const taken = lengthOfCompound(words, i, (key) => whole.has(key) || (percents && PERCENT.test(key)));
    const first = words[i];
    const last = words[i + taken - 1];
    if (!first || !last) break;
    joined.push(taken === 1 ? first : { ...first, end: last.end, key: keysOf(words, i, taken) });
    i += taken;
  }
  return joined;
}

function lengthOfCompound(
  words: readonly EditedWord[],
  at: number,
  isWhole: (key: string) => boolean,
): number {
  for (let n = LONGEST; n > 1; n -= 1)
    if (at + n <= words.length && isWhole(keysOf(words, at, n)) && isUnedited(words.slice(at, at + n)))
      return n;
  return 1;
}

/** Whether the words contain no bracket and no ellipsis or aside between them. */
function isUnedited(words: readonly EditedWord[]): boolean {
  return words.every(
    ({ bracket, spoken, stretch, afterEllipsis }, i) =>
      bracket === null && spoken === null && stretch === words[0]?.stretch && !(i && afterEllipsis),
  );
}

function keysOf(words: readonly EditedWord[], at: number, n: number): string {
  let keys = '';
  for (let i = at; i < at + n; i += 1) keys += words[i]?.key ?? '';
  return keys;
}
