import type { LineLabel } from '../lines.ts';
import type { DescribedBlock } from './describe-blocks.ts';
import { isInGroup } from './describe-place.ts';
import { isCaption } from './is-caption.ts';
import { loadBlockModel } from './load-block-model.ts';
import { type Trees, weighTrees } from './read-trees.ts';

let model: Trees | null = null;

/** Log-odds above which a block is taken for the article's text. */
export const TAKEN = 0.3;
/** When hardly a word is taken, blocks near the best one are, unless even that is plainly none. */
const FEW_WORDS = 15;
const NEAR_BEST = 1.2;
const HOPELESS = -3.5;

/** For each block whether it is the article's text, by the model. */
export function judgeBlocks(described: readonly DescribedBlock[]): boolean[] {
  model ??= loadBlockModel();
  const trees = model;
  const scores = described.map(({ features }) => weighTrees(trees, features));
  const taken = scores.map((score, at) => score > TAKEN && !isBesideText(described[at]));
  const words = described.reduce((sum, { line }, at) => sum + (taken[at] ? line.words : 0), 0);
  if (words >= FEW_WORDS) return withoutUnseen(described, taken);
  const least = Math.max(
    HOPELESS,
    scores.reduce((best, score) => Math.max(best, score), HOPELESS) - NEAR_BEST,
  );
  return scores.map((score) => score > least);
}

/** Fewer words than this in a box that asks readers to subscribe are its title or its button. */
const SHORT_WORDS = 8;

/** What stands among a text's paragraphs and is none: captions, buttons, the small print of a form. */
function isBesideText(one: DescribedBlock | undefined): boolean {
  if (!one) return true;
  const { line, place } = one;
  if (isInGroup(place.names, 'subscribe') && line.words < SHORT_WORDS) return true;
  return line.shape === 'control' || isCaption(one);
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
