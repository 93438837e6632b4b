import { isRecord } from '../../lines/stated.ts';

/**
 * Decision trees whose leaves sum to the log-odds that a block belongs to the article's text. All trees are
 * complete, have one depth and are stored as heaps.
 */
export interface Trees {
  readonly depth: number;
  /** Log-odds before the first tree is added. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

export interface Tree {
  /** Feature tested by each inner node (children of n are 2n+1 and 2n+2); −1 always goes left. */
  readonly feature: readonly number[];
  /** Threshold of each inner node: a greater value goes right. */
  readonly above: readonly number[];
  readonly leaf: readonly number[];
}

/** The nodes, thresholds and leaves of all trees, each concatenated tree by tree. */
interface Row {
  readonly feature: Int32Array;
  readonly above: Float64Array;
  readonly leaf: Float64Array;
}

const rows = new WeakMap<Trees, Row>();

/** The log-odds that the trees assign to these features. */
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

/**
 * Packs all trees into typed arrays. Every one of thousands of blocks visits every tree, so nodes must be
 * close together in memory.
 */
function layOut({ depth, trees }: Trees): Row {
  const inner = 2 ** depth - 1;
  const row = {
    feature: new Int32Array(trees.length * inner),
    above: new Float64Array(trees.length * inner),
    leaf: new Float64Array(trees.length * (inner + 1)),
  };
  for (const [at, { feature, above, leaf }] of trees.entries()) {
    // No value exceeds infinity, so a node that always goes left needs no special case.
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

/**
 * Reads trees from parsed JSON. `features` is the number of features. Throws RangeError when the value is
 * malformed or tests a feature out of range.
 */
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
