import type { QuotationModel, Weights } from '../find/words/parse-model.ts';

/** A model card: how the model was trained, and its scores. */
export interface ModelCard {
  readonly trainedOn: string;
  readonly articles: number;
  /** Date given to the training command, `YYYY-MM-DD`. */
  readonly when: string;
  /** Percentages by name of the measurement. */
  readonly scores: Readonly<Record<string, number>>;
}

/** The model file's tables in order. The file's key for the statement classifier is `keeper`. */
const PARTS = [
  ['cues', 'cues'],
  ['quoted', 'quoted'],
  ['sources', 'sources'],
  ['ranker', 'ranker'],
  ['keeper', 'classifier'],
  ['indirect', 'indirect'],
  ['pronouns', 'pronouns'],
] as const;

/**
 * The model file's text: the card, then one table a line with sorted keys. The output is reproducible byte
 * for byte from the same model.
 */
export function writeModel(model: QuotationModel, card: ModelCard): string {
  const lines = PARTS.map(([key, part]) => `${JSON.stringify(key)}: ${table(model[part])}`);
  return `{\n"card": ${JSON.stringify(card)},\n${lines.join(',\n')}\n}\n`;
}

function table(weights: Weights): string {
  const sorted = [...weights].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(Object.fromEntries(sorted));
}
