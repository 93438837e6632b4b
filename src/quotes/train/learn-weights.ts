/** One choice to learn from: each option's features, which options are right, which to leave out of account. */
export interface Example {
  readonly options: readonly Int32Array[];
  readonly right: readonly boolean[];
}

export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** Weight decay towards zero, per example seen. */
  readonly decay: number;
  readonly seed: number;
}

/** A small generator with a seed, numbers in [0, 1): Numerical Recipes' linear congruence. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Softmax regression over each example's options by Adagrad, weights averaged over the second half of training. */
export function learnChoices(
  examples: readonly Example[],
  features: number,
  { epochs, rate, decay, seed }: Schedule,
): Float64Array {
  const weights = new Float64Array(features);
  const sums = new Float64Array(features).fill(0.1);
  const average = new Float64Array(features);
  const random = seeded(seed);
  const order = examples.map((_, i) => i);
  let taken = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { options, right } = examples[i] as Example;
      const chances = chancesOf(options.map((f) => score(weights, f)));
      const mass = chances.reduce((sum, p, j) => sum + (right[j] ? p : 0), 0);
      for (const [j, option] of options.entries()) {
        const p = chances[j] as number;
        const gradient = (right[j] ? p / Math.max(mass, 1e-9) : 0) - p;
        if (Math.abs(gradient) < 1e-4) continue;
        for (const f of option) {
          const g = gradient - decay * (weights[f] as number);
          sums[f] = (sums[f] as number) + g * g;
          weights[f] = (weights[f] as number) + (rate * g) / Math.sqrt(sums[f] as number);
        }
      }
    }
    if (epoch >= epochs / 2) {
      for (let f = 0; f < features; f++) average[f] = (average[f] as number) + (weights[f] as number);
      taken++;
    }
  }
  return average.map((sum) => sum / Math.max(1, taken));
}

function score(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const f of features) sum += weights[f] as number;
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
    const [a, b] = [list[i] as number, list[j] as number];
    list[i] = b;
    list[j] = a;
  }
}
