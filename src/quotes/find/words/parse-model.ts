import { NO_VECTORS, parseVectors, type WordVectors } from './word-vectors.ts';

/** A linear model's weights by feature; features are made of single words and signs. */
export type Weights = ReadonlyMap<string, number>;

/** What training leaves: rates of single words, and weights. */
export interface QuotationModel {
  readonly card: unknown;
  /** How often a word outside quotation marks is (part of) a cue, 0 to 1. */
  readonly cues: Weights;
  /** How many of a word’s cues have words in marks: many of “said”, few of “hopes”. */
  readonly quoted: Weights;
  /** How often a noun heads a source, 0 to 1. */
  readonly sources: Weights;
  readonly ranker: Weights;
  readonly classifier: Weights;
  readonly indirect: Weights;
  /** Whom "he" or "she" means. */
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

/** The model in a parsed model file and its word vectors; throws TypeError naming the part that is missing or no table of numbers. */
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
