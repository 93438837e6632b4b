import { itemAt } from '../../../text/item-at.ts';
/** Word vectors: a few numbers for each word, close together for words that are used alike. */
export interface WordVectors {
  readonly dimensions: number;
  /** For each lower-case word, the index in `numbers` where its vector begins. */
  readonly starts: ReadonlyMap<string, number>;
  /** The vectors of all words, in units of `STEP`. */
  readonly numbers: Int8Array;
}

/** Unit of the stored numbers, as a fraction of their standard deviation. */
export const STEP = 1 / 24;

export const NO_VECTORS: WordVectors = { dimensions: 0, starts: new Map(), numbers: new Int8Array() };

/** Decodes a parsed vectors file. Throws TypeError that says what is wrong with it. */
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

/**
 * Adds the mean vector of the known words, times `loudness`, to `sum` from index `at` on. Without a known
 * word, `sum` stays as it is.
 */
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
