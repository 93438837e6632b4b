import { FEATURES } from '../body/describe-blocks.ts';
import type { Trees } from '../body/read-trees.ts';

/** A model card: how the model was trained, and its scores. */
export interface ModelCard {
  readonly from: string;
  readonly pages: number;
  /** Number of those pages that we labelled by hand. */
  readonly byHand: number;
  /** Number of pages excluded because their known text is cut short. */
  readonly leftOut: number;
  readonly hosts: number;
  readonly blocks: number;
  readonly note: string;
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * Significant digits of cuts and leaves. Fewer change which blocks are taken; more only make the file longer.
 */
const DIGITS = 5;
const round = (value: number): number => Number(value.toPrecision(DIGITS));

/** The model file's text: the card, the feature names and the numbers, with one tree a line. */
export function writeBlockModel({ depth, base, trees }: Trees, card: ModelCard): string {
  const lines = trees.map(({ feature, above, leaf }) =>
    JSON.stringify({ feature, above: above.map(round), leaf: leaf.map(round) }),
  );
  return `{
"card": ${JSON.stringify(card, null, 2)},
"features": ${JSON.stringify(FEATURES)},
"depth": ${depth},
"base": ${round(base)},
"trees": [
${lines.join(',\n')}
]
}
`;
}
