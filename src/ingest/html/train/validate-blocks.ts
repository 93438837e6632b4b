import { chooseText, joinText } from '../body/join-text.ts';
import { takeBlocks } from '../body/judge-blocks.ts';
import { type Trees, weighTrees } from '../body/read-trees.ts';
import { type LabelledPage, shinglesOf } from './label-blocks.ts';

/** The scores (log-odds) of each page's blocks, by page id. */
export type Scores = ReadonlyMap<string, readonly number[]>;

/**
 * Scores every page with a model that was trained without any page of its outlet. Pages in `more` are used
 * for training only.
 */
export function crossValidate(
  pages: readonly LabelledPage[],
  more: readonly LabelledPage[],
  folds: number,
  grow: (pages: readonly LabelledPage[]) => Trees,
): Scores {
  const scores = new Map<string, number[]>();
  for (let fold = 0; fold < folds; fold += 1) {
    const model = grow([...pages, ...more].filter((page) => foldOf(page, folds) !== fold));
    for (const page of pages.filter((one) => foldOf(one, folds) === fold))
      scores.set(page.id, scoreBlocks(page, model));
  }
  return scores;
}

export function scoreBlocks({ blocks }: LabelledPage, model: Trees): number[] {
  return blocks.map(({ features }) => weighTrees(model, features));
}

/** Assigns a fold by the host's last two labels, so that pages of one outlet stay together. */
function foldOf({ host }: LabelledPage, folds: number): number {
  let hash = 7;
  for (const letter of host.split('.').slice(-2).join('.')) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % folds;
}

/**
 * F1 of the mean precision and mean recall of 4-word shingles over all pages, computed as in the scorer
 * beside the gold data. A page of which nothing is taken has no precision and is left out of that mean.
 */
export function rate(pages: readonly LabelledPage[], scores: Scores): number {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { id, body, headline, blocks } of pages) {
    const gold = shinglesOf(body);
    const described = blocks.map((block) => block.described);
    const taken = takeBlocks(described, scores.get(id) ?? []);
    const got = shinglesOf(joinText(described, chooseText(described, taken, headline)));
    let hit = 0;
    for (const [key, count] of gold) hit += Math.min(count, got.get(key) ?? 0);
    if (got.size > 0) precisions.push(hit / total(got));
    if (gold.size > 0) recalls.push(hit / total(gold));
  }
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return (2 * precision * recall) / (precision + recall);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
