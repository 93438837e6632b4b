/** Numbers features in order of first occurrence and counts their occurrences. */
export interface FeatureNumbers {
  number(names: readonly string[]): Int32Array;
  readonly size: number;
  /**
   * The weights by name, rounded to three decimals. Features with fewer than `least` occurrences and weights
   * below 0.01 are omitted.
   */
  weights(learned: Float64Array, least: number): Map<string, number>;
}

export function numberFeatures(): FeatureNumbers {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  return {
    number(names) {
      return Int32Array.from(names, (name) => {
        let id = ids.get(name);
        if (id === undefined) {
          id = ids.size;
          ids.set(name, id);
          counts.push(0);
        }
        counts[id] = (counts[id] ?? 0) + 1;
        return id;
      });
    },
    get size() {
      return ids.size;
    },
    weights(learned, least) {
      const kept: [string, number][] = [];
      for (const [name, id] of ids) {
        const weight = Math.round((learned[id] ?? 0) * 1000) / 1000;
        if ((counts[id] ?? 0) >= least && Math.abs(weight) >= 0.01) kept.push([name, weight]);
      }
      return new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}
