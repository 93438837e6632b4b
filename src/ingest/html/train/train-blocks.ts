import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Trees } from '../body/read-trees.ts';
import { binExamples } from './bin-examples.ts';
import { growTrees } from './grow-trees.ts';
import { type GoldPage, type LabelledPage, labelPage, toExamples } from './label-blocks.ts';
import { type HandLabels, labelByHand } from './label-by-hand.ts';
import { crossValidate, rate, type Scores, scoreBlocks } from './validate-blocks.ts';
import { writeBlockModel } from './write-block-model.ts';

// `npm run train:blocks`: grows data/block-model.json from pages with known text and prints its scores on
// pages of unseen hosts and on the pages it learned from. The file is reproducible byte for byte from the
// same pages.

const SETS = ['pages-dev', 'news-dev'] as const;
const FOLDS = 10;
const GROWTH = { trees: 100, depth: 4, rate: 0.1, least: 0.5, lambda: 1, features: 0.25 };
/** Number of models, grown from different random seeds and averaged. */
const SEEDS = 4;
/**
 * Number of averaged models in cross-validation, which only estimates the scores on unseen hosts. Fewer are
 * faster and hardly worse.
 */
const FOLD_SEEDS = 2;
/**
 * Minimum share of a page's taken words that must be in its known text. Below it the known text is probably
 * cut short and would teach the wrong thing.
 */
const TRUSTED = 0.6;

const say = (line: string) => process.stdout.write(`${line}\n`);
const shared = resolve(process.cwd(), '..', 'shared', 'eval', 'pages');
if (existsSync(shared)) train();
else say('train-blocks: the gold answers (../shared/eval/pages) are not here; nothing was learned.');

/** Mulberry32: a small random generator that gives the same numbers on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function readGold(set: string): GoldPage[] {
  const text = gunzipSync(readFileSync(join(shared, `${set}.jsonl.gz`))).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The pages of the dates set, which had no known text, with the labels that we gave their blocks. */
function readHandLabelled(): LabelledPage[] {
  const all: HandLabels[] = JSON.parse(readFileSync(join('tests', 'eval', 'pages-labels.json'), 'utf8'));
  const labels = new Map(all.map((one) => [one.id, one]));
  return readGold('dates-dev').flatMap((page) => {
    const own = labels.get(page.id);
    return own ? (labelByHand(page, own) ?? []) : [];
  });
}

function grow(pages: readonly LabelledPage[], seeds: number): Trees {
  const binned = binExamples(toExamples(pages));
  const grown = Array.from({ length: seeds }, (_, seed) => growTrees(binned, GROWTH, chance(seed + 1)));
  return {
    depth: GROWTH.depth,
    base: grown[0]?.base ?? 0,
    trees: grown.flatMap(({ trees }) =>
      trees.map((tree) => ({ ...tree, leaf: tree.leaf.map((value) => value / seeds) })),
    ),
  };
}

function isTrusted({ id, blocks }: LabelledPage, scores: Scores): boolean {
  const taken = blocks.filter((_, at) => (scores.get(id)?.[at] ?? 0) > 0);
  const sum = (some: LabelledPage['blocks']) => some.reduce((total, { words }) => total + words, 0);
  return sum(taken.filter(({ isText }) => isText)) >= TRUSTED * sum(taken);
}

function train(): void {
  const pages = SETS.flatMap((set) => readGold(set).flatMap((page) => labelPage(page, set) ?? []));
  const more = readHandLabelled();
  const first = crossValidate(pages, more, FOLDS, (some) => grow(some, 1));
  const cutShort = new Set(pages.filter((page) => !isTrusted(page, first)).map(({ id }) => id));
  const trusted = (some: readonly LabelledPage[]) => some.filter(({ id }) => !cutShort.has(id));
  const unseen = crossValidate(pages, more, FOLDS, (some) => grow(trusted(some), FOLD_SEEDS));
  const learned = trusted([...pages, ...more]);
  const model = grow(learned, SEEDS);
  const seen: Scores = new Map(pages.map((page) => [page.id, scoreBlocks(page, model)]));
  const scores: Record<string, number> = {};
  for (const [title, by] of [
    ['unseen hosts', unseen],
    ['pages it learned from', seen],
  ] as const)
    for (const set of SETS) {
      const f1 = rate(
        pages.filter((page) => page.set === set),
        by,
      );
      scores[`body F1, ${set}, ${title}`] = Number(f1.toFixed(4));
    }
  const card = {
    from: 'npm run train:blocks, on the pages-dev and news-dev sets of the page evaluation and its dates-dev set, labelled by hand',
    pages: learned.length,
    byHand: more.length,
    leftOut: cutShort.size,
    hosts: new Set(learned.map(({ host }) => host)).size,
    blocks: learned.reduce((sum, { blocks }) => sum + blocks.length, 0),
    note: `Unseen hosts: ${FOLDS}-fold cross-validation by host over all pages of the two sets, those left out of learning included.`,
    scores,
  };
  writeFileSync(join('data', 'block-model.json'), writeBlockModel(model, card));
  say(
    `${card.pages} pages of ${card.hosts} hosts learned from, ${card.byHand} of them labelled by hand, ${card.leftOut} left out`,
  );
  for (const [name, score] of Object.entries(scores)) say(`${name}: ${score.toFixed(3)}`);
}
