import { itemAt } from '../../../text/item-at.ts';
import type { Weights } from './parse-model.ts';

/** The sum of the weights of the features present. */
export function sumWeights(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** The sum of the named features' weights, each multiplied by its amount. `names` and `amounts` have one order. */
export function sumWeightedAmounts(
  weights: Weights,
  names: readonly string[],
  amounts: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < names.length; i++) sum += (weights.get(itemAt(names, i)) ?? 0) * itemAt(amounts, i);
  return sum;
}

/** Probabilities from scores, in their order (softmax). */
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

/** The probability that a log-odds score stands for. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The log odds of a probability, limited to -5 … 5. */
export function logOdds(probability: number): number {
  return Math.max(-5, Math.min(5, Math.log(probability / (1 - probability))));
}
