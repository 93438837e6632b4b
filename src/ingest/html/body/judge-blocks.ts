import type { LineLabel } from '../../lines/lines.ts';
import { isInGroup, type Place } from '../dom/describe-place.ts';
import { attribute, type DomElement } from '../dom/read-dom.ts';
import type { DescribedBlock } from './describe-blocks.ts';
import { upwards } from './find-main.ts';
import { isCaption } from './is-caption.ts';
import { loadBlockModel } from './load-block-model.ts';
import { type Trees, weighTrees } from './read-trees.ts';

let model: Trees | null = null;

/** Minimum probability for taking a block, however unsure the model is of the page. */
const LEAST_CHANCE = 0.2;
/**
 * When fewer words than FEW_WORDS are taken, blocks within NEAR_BEST log-odds of the best block are taken
 * instead, but none at or below HOPELESS.
 */
const FEW_WORDS = 15;
const NEAR_BEST = 1.2;
const HOPELESS = -3.5;

/**
 * Tells for each block whether it belongs to the article's text, according to the page model. Throws Fault
 * `desk-invalid` when the model cannot be loaded.
 */
export function judgeBlocks(described: readonly DescribedBlock[]): boolean[] {
  model ??= loadBlockModel();
  const trees = model;
  return takeBlocks(
    described,
    described.map(({ features }) => weighTrees(trees, features)),
  );
}

/** Tells for each block whether it belongs to the article's text, given the log-odds of all blocks. */
export function takeBlocks(described: readonly DescribedBlock[], scores: readonly number[]): boolean[] {
  const above = leastScore(described, scores);
  const taken = withoutCaptions(
    described,
    scores.map((score, at) => score > above && !isBesideText(described[at])),
  );
  const words = described.reduce((sum, { line }, at) => sum + (taken[at] ? line.words : 0), 0);
  if (words >= FEW_WORDS) return withoutUnseen(described, withInsets(described, taken));
  const least = Math.max(
    HOPELESS,
    scores.reduce((best, score) => Math.max(best, score), HOPELESS) - NEAR_BEST,
  );
  return scores.map((score) => score > least);
}

/**
 * Log-odds threshold for taking a page's blocks. Expected F1 is highest when every block is taken whose
 * probability exceeds half that F1 (Lewis 1995). On a page of which the model is unsure, the threshold is
 * lower.
 */
function leastScore(described: readonly DescribedBlock[], scores: readonly number[]): number {
  const blocks = scores
    .map((score, at) => ({ words: described[at]?.line.words ?? 0, chance: 1 / (1 + Math.exp(-score)) }))
    .sort((a, b) => b.chance - a.chance);
  const all = blocks.reduce((sum, { words, chance }) => sum + words * chance, 0);
  let [taken, right, best] = [0, 0, 0];
  for (const { words, chance } of blocks) {
    taken += words;
    right += words * chance;
    if (taken > 0) best = Math.max(best, (2 * right) / (taken + all));
  }
  const chance = Math.max(LEAST_CHANCE, best / 2);
  return Math.log(chance / (1 - chance));
}

/** A block with fewer words in a box that asks readers to subscribe is the box's title or button. */
const SHORT_WORDS = 8;

export const isHeading = ({ block }: DescribedBlock): boolean => /^h[1-6]$/u.test(block.element.name);

/**
 * Whether a block stands among the text's paragraphs without belonging to them: a button, or a form's small
 * print.
 */
function isBesideText(one: DescribedBlock | undefined): boolean {
  if (!one) return true;
  const { line, place } = one;
  return line.shape === 'control' || (line.words < SHORT_WORDS && isInSmallBox(place));
}

/**
 * Whether a block is in a small box that asks readers to subscribe. A box with half of the page's prose or
 * more does not count: some pages give such a name to the box around all their text.
 */
function isInSmallBox(place: Place): boolean {
  if (!isInGroup(place.names, 'subscribe')) return false;
  const boxes = [...upwards(place)];
  const whole = boxes.at(-1)?.prose ?? 0;
  return boxes.some(({ own, prose }) => isInGroup(own, 'subscribe') && prose < whole / 2);
}

/**
 * Drops captions unless they have most of the taken words, as on a page that tells its story under pictures.
 */
function withoutCaptions(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  const captions = described.map((one, at) => (taken[at] ?? false) && isCaption(one));
  const wordsOf = (some: readonly boolean[]) =>
    described.reduce((sum, { line }, at) => sum + (some[at] ? line.words : 0), 0);
  return wordsOf(captions) > wordsOf(taken) / 2 ? [...taken] : taken.map((one, at) => one && !captions[at]);
}

/** Takes insets between the text's paragraphs whole: tables of figures and embedded posts. */
function withInsets(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  const whole = [...taken];
  const last = taken.lastIndexOf(true);
  for (let at = taken.indexOf(true) + 1; at < described.length; at += 1) {
    const rows = runEnd(described, at, ({ name }) => name === 'tr');
    const end = rows > at ? rows : runEnd(described, at, isInPost);
    if (end === at) continue;
    const isPart = rows === at || isTableOfFigures(described.slice(at, rows));
    if (isPart && (end <= last || whole[at - 1])) whole.fill(true, at, end);
    // A table is judged only once, as a whole; its remaining rows must not be judged as another table.
    at = end - 1;
  }
  return whole;
}

/**
 * End (excluded) of the run of blocks from `from` on whose elements satisfy `isOfKind`; `from` itself when
 * there is none.
 */
function runEnd(
  described: readonly DescribedBlock[],
  from: number,
  isOfKind: (element: DomElement) => boolean,
): number {
  let end = from;
  for (let one = described[end]; one && isOfKind(one.block.element); one = described[end]) end += 1;
  return end;
}

/**
 * Class names of embedded posts from text-based networks, and how many elements upwards from a block to
 * search for them. Embeds of pictures and films contain only notices.
 */
const POST = /twitter-tweet|bluesky-embed|mastodon-embed|fb-post/iu;
const POST_LEVELS = 6;

function isInPost(element: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at && level < POST_LEVELS; level += 1) {
    if (POST.test(attribute(at, 'class') ?? '')) return true;
    at = at.parent;
  }
  return false;
}

/** Minimum number of consecutive rows that make a table. */
const TABLE_ROWS = 3;

function isTableOfFigures(rows: readonly DescribedBlock[]): boolean {
  const figures = rows.filter(({ block: { text, linked } }) => /\d/u.test(text) && linked < text.length / 2);
  return rows.length >= TABLE_ROWS && figures.length >= rows.length / 2;
}

/** Drops hidden blocks unless most of the taken words are hidden, as behind a paywall or a consent dialog. */
function withoutUnseen(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  let [seen, unseen] = [0, 0];
  for (const [at, { line, place }] of described.entries()) {
    if (!taken[at]) continue;
    if (place.unseen) unseen += line.words;
    else seen += line.words;
  }
  return unseen > seen ? [...taken] : taken.map((one, at) => one && !described[at]?.place.unseen);
}

/** The label of a block: outside the text by its shape, inside it body or subhead. */
export function labelBlock(one: DescribedBlock, taken: boolean): LineLabel {
  if (taken) return isHeading(one) ? 'subhead' : 'body';
  switch (one.line.shape) {
    case 'byline':
    case 'date':
    case 'caption':
    case 'credit':
      return one.line.shape;
    default:
      return 'furniture';
  }
}
