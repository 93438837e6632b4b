import { itemAt } from '../../../text/item-at.ts';
import type { Weights } from './parse-model.ts';

/** Adds up the weights of the features present; a feature without a weight counts 0. */
export function sumWeights(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** Adds up the weights of the named features, each times its amount. `names` and `amounts` have one order. */
export function sumWeightedAmounts(
  weights: Weights,
  names: readonly string[],
  amounts: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < names.length; i++) sum += (weights.get(itemAt(names, i)) ?? 0) * itemAt(amounts, i);
  return sum;
}

/** Turns scores into probabilities that sum to 1, in the order of the scores. */
export function softmax(scores: readonly number[]): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  const powers: number[] = [];
  let sum = 0;
  for (const score of scores) {
    const power = Math.exp(score - top);
    powers.push(power);
    sum += power;
  }
  return powers.map((power) => power / sum);
}

/** Turns log odds into a probability. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Turns a probability into log odds, limited to -5 … 5. */
export function logOdds(probability: number): number {
  return Math.max(-5, Math.min(5, Math.log(probability / (1 - probability))));
}
