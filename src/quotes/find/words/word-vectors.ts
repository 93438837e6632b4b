import { itemAt } from '../../../text/item-at.ts';
/** What words mean, as a few numbers each: words used alike lie close together. */
export interface WordVectors {
  readonly dimensions: number;
  /** Where each lower-case word's numbers begin. */
  readonly starts: ReadonlyMap<string, number>;
  /** The numbers of all words, in steps of `STEP`. */
  readonly numbers: Int8Array;
}

/** The numbers are kept in steps of this much of their standard deviation. */
export const STEP = 1 / 24;

export const NO_VECTORS: WordVectors = { dimensions: 0, starts: new Map(), numbers: new Int8Array() };

/** The vectors in a parsed vectors file; throws TypeError saying what is wrong with it. */
export function parseVectors(json: unknown): WordVectors {
  const { dimensions, words, numbers } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof words !== 'string' || typeof numbers !== 'string' || !Number.isInteger(dimensions))
    throw new TypeError('the word vectors are not "dimensions", "words" and "numbers"');
  const width = Number(dimensions);
  const list = words.split(' ');
  const bytes = Buffer.from(numbers, 'base64');
  if (bytes.length !== width * list.length)
    throw new TypeError(`the word vectors are not ${width} numbers for each of ${list.length} words`);
  return {
    dimensions: width,
    starts: new Map(list.map((word, n) => [word, n * width])),
    numbers: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}

/** Adds the mean of the known words' numbers, times `loudness`, to `sum` from `at` on; without a known word nothing is added. */
export function addMean(
  { dimensions, starts, numbers }: WordVectors,
  words: readonly { readonly lower: string }[],
  loudness: number,
  sum: Float64Array,
  at: number,
): void {
  const known: number[] = [];
  for (const { lower } of words) {
    const start = starts.get(lower.endsWith("'s") ? lower.slice(0, -2) : lower);
    if (start !== undefined) known.push(start);
  }
  const share = (loudness * STEP) / known.length;
  for (const start of known)
    for (let d = 0; d < dimensions; d++)
      sum[at + d] = itemAt(sum, at + d) + share * itemAt(numbers, start + d);
}
