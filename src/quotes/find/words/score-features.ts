import type { Weights } from './parse-model.ts';

/** The sum of the weights of the features present. */
export function sumWeights(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights.get(features[i] as string) ?? 0;
  return sum;
}

/** The sum of the weights of the features named, each as much as its amount. */
export function sumWeightedAmounts(
  weights: Weights,
  names: readonly string[],
  amounts: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < names.length; i++)
    sum += (weights.get(names[i] as string) ?? 0) * (amounts[i] as number);
  return sum;
}

/** Probabilities from scores, in the same order. */
export function softmax(scores: readonly number[]): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  const chances: number[] = [];
  let sum = 0;
  for (const score of scores) {
    const power = Math.exp(score - top);
    chances.push(power);
    sum += power;
  }
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] as number) / sum;
  return chances;
}

export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The score a probability comes from, kept between -5 and 5. */
export function logOdds(probability: number): number {
  return Math.max(-5, Math.min(5, Math.log(probability / (1 - probability))));
}
