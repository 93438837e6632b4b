import { FEATURES } from '../body/describe-blocks.ts';
import type { Trees } from '../body/read-trees.ts';

/** Where a model is from and what it is worth. */
export interface ModelCard {
  readonly from: string;
  readonly pages: number;
  /** Pages among them whose blocks we judged ourselves. */
  readonly byHand: number;
  /** Pages whose known text is cut short. */
  readonly leftOut: number;
  readonly hosts: number;
  readonly blocks: number;
  readonly note: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** Digits that a cut and a leaf keep: fewer change what is taken, more only make the file longer. */
const DIGITS = 5;
const round = (value: number): number => Number(value.toPrecision(DIGITS));

/** A model as it is kept: numbers, the names of the features, and its card; a tree a line. */
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
