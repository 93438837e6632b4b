import { NO_VECTORS, parseVectors, type WordVectors } from './word-vectors.ts';

/** Weights of a linear model by feature. Features are made of single words and signs. */
export type Weights = ReadonlyMap<string, number>;

/** The trained quotation model: rates of single words, and the weights of its linear models. */
export interface QuotationModel {
  readonly card: unknown;
  /** Share of a word's uses outside quotation marks in which it is part of a cue, 0 to 1. */
  readonly cues: Weights;
  /** Share of a word's uses as a cue that report words in marks, 0 to 1: high for "said", low for "hopes". */
  readonly quoted: Weights;
  /** Share of a noun's uses in which it is the head of a speaker's phrase, 0 to 1. */
  readonly sources: Weights;
  readonly ranker: Weights;
  readonly classifier: Weights;
  readonly indirect: Weights;
  /** Weights that choose the person whom "he" or "she" means. */
  readonly pronouns: Weights;
  readonly vectors: WordVectors;
}

export const UNTRAINED: QuotationModel = {
  card: null,
  cues: new Map(),
  quoted: new Map(),
  sources: new Map(),
  ranker: new Map(),
  classifier: new Map(),
  indirect: new Map(),
  pronouns: new Map(),
  vectors: NO_VECTORS,
};

/**
 * Validates a parsed model file and a parsed vectors file. Throws TypeError that names the part which is
 * missing or not a table of numbers.
 */
export function parseModel(json: unknown, vectors: unknown): QuotationModel {
  if (typeof json !== 'object' || json === null) throw new TypeError('the quotation model is not an object');
  const parts = json as Readonly<Record<string, unknown>>;
  const table = (part: string): Weights => {
    const value = parts[part];
    if (typeof value !== 'object' || value === null)
      throw new TypeError(`the quotation model has no part "${part}"`);
    const entries = Object.entries(value);
    if (!entries.every(([, weight]) => Number.isFinite(weight)))
      throw new TypeError(`the quotation model's part "${part}" holds something that is no number`);
    return new Map(entries);
  };
  return {
    card: parts['card'],
    cues: table('cues'),
    quoted: table('quoted'),
    sources: table('sources'),
    ranker: table('ranker'),
    classifier: table('keeper'),
    indirect: table('indirect'),
    pronouns: table('pronouns'),
    vectors: parseVectors(vectors),
  };
}
