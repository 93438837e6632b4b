import { isRecord } from '../../lines/stated.ts';

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

/** The nodes of all trees in a row, tree by tree, and so their leaves. */
interface Row {
  readonly feature: Int32Array;
  readonly above: Float64Array;
  readonly leaf: Float64Array;
}

const rows = new WeakMap<Trees, Row>();

/** The log-odds that trees give these features. */
export function weighTrees(trees: Trees, features: ArrayLike<number>): number {
  const row = rows.get(trees) ?? layOut(trees);
  rows.set(trees, row);
  const { feature, above, leaf } = row;
  const { depth, base } = trees;
  const inner = 2 ** depth - 1;
  let sum = base;
  for (let first = 0, leaves = -inner; first < feature.length; first += inner, leaves += inner + 1) {
    let node = 0;
    for (let level = 0; level < depth; level += 1) {
      const right = (features[feature[first + node] ?? 0] ?? 0) > (above[first + node] ?? 0);
      node = 2 * node + (right ? 2 : 1);
    }
    sum += leaf[leaves + node] ?? 0;
  }
  return sum;
}

/** Thousands of blocks ask all trees, so their nodes are kept close together. */
function layOut({ depth, trees }: Trees): Row {
  const inner = 2 ** depth - 1;
  const row = {
    feature: new Int32Array(trees.length * inner),
    above: new Float64Array(trees.length * inner),
    leaf: new Float64Array(trees.length * (inner + 1)),
  };
  for (const [at, { feature, above, leaf }] of trees.entries()) {
    // Nothing is above infinity, so a node that goes left always needs no question of its own.
    const bounds = above.map((bound, node) => ((feature[node] ?? -1) < 0 ? Number.POSITIVE_INFINITY : bound));
    row.feature.set(
      feature.map((asked) => Math.max(asked, 0)),
      at * inner,
    );
    row.above.set(bounds, at * inner);
    row.leaf.set(leaf, at * (inner + 1));
  }
  return row;
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
