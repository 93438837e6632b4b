import { isRecord } from '../stated.ts';

/** Trees whose leaves add up to the log-odds of a block being an article's text; all of one depth, laid out as heaps. */
export interface Trees {
  readonly depth: number;
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

export interface Tree {
  /** Per inner node (children of n at 2n+1 and 2n+2): the feature asked; −1 goes left always. */
  readonly feature: readonly number[];
  /** Right when the feature is greater. */
  readonly above: readonly number[];
  readonly leaf: readonly number[];
}

/** The log-odds that trees give these features. */
export function weighTrees({ depth, base, trees }: Trees, features: ArrayLike<number>): number {
  let sum = base;
  for (const { feature, above, leaf } of trees) {
    let node = 0;
    for (let level = 0; level < depth; level += 1) {
      const asked = feature[node] ?? -1;
      const right = asked >= 0 && (features[asked] ?? 0) > (above[node] ?? 0);
      node = 2 * node + (right ? 2 : 1);
    }
    sum += leaf[node - feature.length] ?? 0;
  }
  return sum;
}

/** Trees from parsed JSON, asking only `features` features. Throws RangeError on anything else. */
export function readTrees(value: unknown, features: number): Trees {
  if (!isRecord(value) || !Array.isArray(value['trees'])) throw new RangeError('no trees in it');
  const { depth, base } = value;
  if (typeof depth !== 'number' || typeof base !== 'number')
    throw new RangeError('its trees have no depth or base');
  return { depth, base, trees: value['trees'].map((tree) => readTree(tree, depth, features)) };
}

function readTree(value: unknown, depth: number, features: number): Tree {
  const tree = isRecord(value) ? value : {};
  const inner = 2 ** depth - 1;
  const [feature, above, leaf] = [
    numbers(tree['feature'], inner),
    numbers(tree['above'], inner),
    numbers(tree['leaf'], inner + 1),
  ];
  if (feature.some((one) => !Number.isInteger(one) || one < -1 || one >= features))
    throw new RangeError(`a tree asks a feature that is none of ${features}`);
  return { feature, above, leaf };
}

function numbers(value: unknown, length: number): number[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  const found = list.filter((one): one is number => typeof one === 'number');
  if (found.length !== length || list.length !== length)
    throw new RangeError('a tree of another depth than it says');
  return found;
}
