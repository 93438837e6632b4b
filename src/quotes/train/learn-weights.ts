import { itemAt } from '../../text/item-at.ts';
import { seeded } from './seeded.ts';

/** One choice to learn from: the features of each option, and which options are right. */
export interface Example {
  readonly options: readonly Int32Array[];
  readonly right: readonly boolean[];
  /**
   * Values of each option's last features, as many as there are amounts; every other feature has the value 1.
   */
  readonly amounts?: Float64Array;
  /** Weight of the example; 1 by default. */
  readonly weight?: number;
}

export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** L1 regularization, which sets weights to exactly zero, and L2 regularization, which shrinks them. */
  readonly l1: number;
  readonly l2: number;
  readonly seed: number;
}

const NONE = new Float64Array(0);

/**
 * Softmax regression over each example's options with FTRL-Proximal (McMahan et al., KDD 2013), which keeps
 * useless weights at zero. The result is the average of the weights over the second half of the epochs.
 */
export function learnChoices(
  examples: readonly Example[],
  features: number,
  schedule: Schedule,
): Float64Array {
  const learner = openLearner(features, schedule);
  const average = new Float64Array(features);
  const random = seeded(schedule.seed);
  const order = examples.map((_, i) => i);
  let taken = 0;
  for (let epoch = 0; epoch < schedule.epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { options, right, amounts = NONE, weight = 1 } = itemAt(examples, i);
      const chances = chancesOf(options.map((f) => score(learner.weights, f, amounts)));
      const mass = chances.reduce((sum, p, j) => sum + (right[j] ? p : 0), 0);
      for (const [j, option] of options.entries()) {
        const p = itemAt(chances, j);
        const gradient = weight * (p - (right[j] ? p / Math.max(mass, 1e-9) : 0));
        if (Math.abs(gradient) >= 1e-4) learner.learn(option, gradient, amounts);
      }
    }
    if (epoch >= schedule.epochs / 2) {
      for (let f = 0; f < features; f++) average[f] = itemAt(average, f) + itemAt(learner.weights, f);
      taken++;
    }
  }
  return average.map((sum) => sum / Math.max(1, taken));
}

interface Learner {
  readonly weights: Float64Array;
  learn(option: Int32Array, gradient: number, amounts: Float64Array): void;
}

function openLearner(features: number, { rate, l1, l2 }: Schedule): Learner {
  const weights = new Float64Array(features);
  const pulls = new Float64Array(features);
  const squares = new Float64Array(features);
  return {
    weights,
    learn(option, slope, amounts) {
      const plain = option.length - amounts.length;
      for (let i = 0; i < option.length; i++) {
        const f = itemAt(option, i);
        const gradient = i < plain ? slope : slope * itemAt(amounts, i - plain);
        const n = itemAt(squares, f);
        const grown = n + gradient * gradient;
        const step = (Math.sqrt(grown) - Math.sqrt(n)) / rate;
        const z = itemAt(pulls, f) + gradient - step * itemAt(weights, f);
        squares[f] = grown;
        pulls[f] = z;
        weights[f] = Math.abs(z) <= l1 ? 0 : -(z - Math.sign(z) * l1) / ((1 + Math.sqrt(grown)) / rate + l2);
      }
    },
  };
}

function score(weights: Float64Array, features: Int32Array, amounts: Float64Array): number {
  let sum = 0;
  const plain = features.length - amounts.length;
  for (let i = 0; i < features.length; i++) {
    const weight = itemAt(weights, itemAt(features, i));
    sum += i < plain ? weight : weight * itemAt(amounts, i - plain);
  }
  return sum;
}

function chancesOf(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [itemAt(list, i), itemAt(list, j)];
    list[i] = b;
    list[j] = a;
  }
}
