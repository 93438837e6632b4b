import type { LineLabel } from '../lines.ts';
import type { DescribedBlock } from './describe-blocks.ts';
import { loadBlockModel } from './load-block-model.ts';
import { type Trees, weighTrees } from './read-trees.ts';

let model: Trees | null = null;

/** Log-odds above which a block is taken for the article's text. */
export const TAKEN = 0.1;
/** When hardly a word is taken, blocks near the best one are, unless even that is plainly none. */
const FEW_WORDS = 15;
const NEAR_BEST = 1.2;
const HOPELESS = -3.5;

/** For each block whether it is the article's text, by the model. */
export function judgeBlocks(described: readonly DescribedBlock[]): boolean[] {
  model ??= loadBlockModel();
  const trees = model;
  const scores = described.map(({ features }) => weighTrees(trees, features));
  const taken = scores.map((score) => score > TAKEN);
  const words = described.reduce((sum, { line }, at) => sum + (taken[at] ? line.words : 0), 0);
  if (words >= FEW_WORDS) return withoutUnseen(described, taken);
  const least = Math.max(
    HOPELESS,
    scores.reduce((best, score) => Math.max(best, score), HOPELESS) - NEAR_BEST,
  );
  return scores.map((score) => score > least);
}

/** What a page hides is none of its text, unless it hides the most of it, as until somebody has paid or agreed. */
function withoutUnseen(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  let [seen, unseen] = [0, 0];
  for (const [at, { line, place }] of described.entries()) {
    if (!taken[at]) continue;
    if (place.unseen) unseen += line.words;
    else seen += line.words;
  }
  return unseen > seen ? [...taken] : taken.map((one, at) => one && !described[at]?.place.unseen);
}

/** What a block outside the text is, by its shape; inside it, text or a subhead. */
export function labelBlock({ line, block }: DescribedBlock, taken: boolean): LineLabel {
  if (taken) return /^h[1-6]$/u.test(block.element.name) ? 'subhead' : 'body';
  switch (line.shape) {
    case 'byline':
    case 'date':
    case 'caption':
    case 'credit':
      return line.shape;
    default:
      return 'furniture';
  }
}
