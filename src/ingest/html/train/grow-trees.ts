import type { Tree, Trees } from '../body/read-trees.ts';
import { BINS, type Binned } from './bin-examples.ts';

export interface Growth {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Minimum sum of the loss's second derivative on each side of a split. */
  readonly least: number;
  /** L2 regularization of the leaf values. */
  readonly lambda: number;
  /** Share of the features that each tree may test, drawn at random. */
  readonly features: number;
}

/** Binned examples with their current scores and the loss's derivatives. */
interface Field extends Binned {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** Log-odds of each example; every new tree updates them. */
  readonly score: Float64Array;
}

/**
 * Grows gradient-boosted trees on the logistic loss, with histograms (Friedman 2001; Chen and Guestrin 2016).
 * `random` returns a number from 0 to 1.
 */
export function growTrees(binned: Binned, growth: Growth, random: () => number): Trees {
  const { label, weight, cuts } = binned;
  const count = label.length;
  let positive = 0;
  let all = 0;
  for (let at = 0; at < count; at += 1) {
    positive += (label[at] ?? 0) * (weight[at] ?? 0);
    all += weight[at] ?? 0;
  }
  const base = Math.log(positive / (all - positive));
  const field: Field = {
    ...binned,
    gradient: new Float64Array(count),
    hessian: new Float64Array(count),
    score: new Float64Array(count).fill(base),
  };
  const trees: Tree[] = [];
  for (let n = 0; n < growth.trees; n += 1) {
    follow(field);
    const asked = cuts.flatMap((own, feature) =>
      own.length > 0 && random() < growth.features ? [feature] : [],
    );
    trees.push(growTree(field, asked, growth));
  }
  return { depth: growth.depth, base, trees };
}

/** Recomputes the negative gradient and the second derivative of the loss at the current scores. */
function follow({ label, weight, gradient, hessian, score }: Field): void {
  for (let at = 0; at < score.length; at += 1) {
    const chance = 1 / (1 + Math.exp(-(score[at] ?? 0)));
    const own = weight[at] ?? 0;
    gradient[at] = own * ((label[at] ?? 0) - chance);
    hessian[at] = own * Math.max(chance * (1 - chance), 1e-6);
  }
}

function growTree(field: Field, asked: readonly number[], growth: Growth): Tree {
  const inner = 2 ** growth.depth - 1;
  const feature: number[] = new Array(inner).fill(-1);
  const above: number[] = new Array(inner).fill(0);
  let level: Uint32Array[] = [Uint32Array.from(field.score, (_, at) => at)];
  for (let depth = 0; depth < growth.depth; depth += 1)
    level = level.flatMap((members, at) => {
      const node = 2 ** depth - 1 + at;
      const split = members.length ? bestSplit(field, asked, members, growth) : null;
      if (!split) return [members, new Uint32Array(0)];
      feature[node] = split.feature;
      above[node] = field.cuts[split.feature]?.[split.bin] ?? 0;
      const bins = field.bins[split.feature] ?? new Uint8Array(0);
      return [
        members.filter((one) => (bins[one] ?? 0) <= split.bin),
        members.filter((one) => (bins[one] ?? 0) > split.bin),
      ];
    });
  return { feature, above, leaf: level.map((members) => endIn(field, members, growth)) };
}

/** Computes a leaf's value and adds it to the scores of the leaf's members. */
function endIn({ gradient, hessian, score }: Field, members: Uint32Array, growth: Growth): number {
  let g = 0;
  let h = 0;
  for (const one of members) {
    g += gradient[one] ?? 0;
    h += hessian[one] ?? 0;
  }
  const value = (growth.rate * g) / (h + growth.lambda);
  for (const one of members) score[one] = (score[one] ?? 0) + value;
  return value;
}

interface Split {
  readonly feature: number;
  /** The last bin on the left side. */
  readonly bin: number;
  readonly gain: number;
}

const LEAST_GAIN = 1e-6;

function bestSplit(
  field: Field,
  asked: readonly number[],
  members: Uint32Array,
  growth: Growth,
): Split | null {
  const g = new Float64Array(BINS);
  const h = new Float64Array(BINS);
  let best: Split | null = null;
  for (const feature of asked) {
    g.fill(0);
    h.fill(0);
    const bins = field.bins[feature] ?? new Uint8Array(0);
    for (const one of members) {
      const bin = bins[one] ?? 0;
      g[bin] = (g[bin] ?? 0) + (field.gradient[one] ?? 0);
      h[bin] = (h[bin] ?? 0) + (field.hessian[one] ?? 0);
    }
    const split = bestBin(feature, g, h, growth);
    if (split.gain > (best?.gain ?? LEAST_GAIN)) best = split;
  }
  return best;
}

function bestBin(feature: number, g: Float64Array, h: Float64Array, { least, lambda }: Growth): Split {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const [allG, allH] = [sum(g), sum(h)];
  const worth = (ownG: number, ownH: number) => (ownG * ownG) / (ownH + lambda);
  let best: Split = { feature, bin: -1, gain: 0 };
  let leftG = 0;
  let leftH = 0;
  for (let bin = 0; bin < BINS - 1; bin += 1) {
    leftG += g[bin] ?? 0;
    leftH += h[bin] ?? 0;
    if (leftH < least || allH - leftH < least) continue;
    const gain = worth(leftG, leftH) + worth(allG - leftG, allH - leftH) - worth(allG, allH);
    if (gain > best.gain) best = { feature, bin, gain };
  }
  return best;
}
