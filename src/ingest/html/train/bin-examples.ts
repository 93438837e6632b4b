export interface Example {
  readonly features: ArrayLike<number>;
  /** 1 for a positive example, else 0. */
  readonly label: number;
  readonly weight: number;
}

/** Examples prepared for growing trees: each feature's values are sorted into a few bins. */
export interface Binned {
  /** Per feature, the boundaries between its bins, ascending. */
  readonly cuts: readonly Float64Array[];
  /** Per feature, the bin of each example: the number of cuts that its value exceeds. */
  readonly bins: readonly Uint8Array[];
  readonly label: Float64Array;
  readonly weight: Float64Array;
}

export const BINS = 48;

/** At most BINS − 1 cuts for a feature's sorted values, each halfway between two neighbouring values. */
function cutsOf(sorted: Float64Array): Float64Array {
  const distinct = sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
  if (distinct.length <= BINS)
    return distinct.slice(1).map((value, at) => (value + (distinct[at] ?? value)) / 2);
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) {
    let at = Math.floor((bin * sorted.length) / BINS);
    const low = sorted[at - 1] ?? 0;
    while (at < sorted.length && sorted[at] === low) at += 1;
    const high = sorted[at];
    if (high !== undefined) cuts.add((low + high) / 2);
  }
  return Float64Array.from(cuts).sort();
}

function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (cuts[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function binExamples(examples: readonly Example[]): Binned {
  const width = examples[0]?.features.length ?? 0;
  const cuts: Float64Array[] = [];
  const bins: Uint8Array[] = [];
  for (let feature = 0; feature < width; feature += 1) {
    const values = Float64Array.from(examples, ({ features }) => features[feature] ?? 0);
    const own = cutsOf(values.slice().sort());
    cuts.push(own);
    bins.push(Uint8Array.from(values, (value) => binOf(own, value)));
  }
  return {
    cuts,
    bins,
    label: Float64Array.from(examples, ({ label }) => label),
    weight: Float64Array.from(examples, ({ weight }) => weight),
  };
}
