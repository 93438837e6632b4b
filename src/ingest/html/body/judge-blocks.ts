import type { LineLabel } from '../../lines/lines.ts';
import { isInGroup, type Place } from '../dom/describe-place.ts';
import { attribute, type DomElement } from '../dom/read-dom.ts';
import type { DescribedBlock } from './describe-blocks.ts';
import { upwards } from './find-main.ts';
import { isCaption } from './is-caption.ts';
import { loadBlockModel } from './load-block-model.ts';
import { type Trees, weighTrees } from './read-trees.ts';

let model: Trees | null = null;

/** A block less likely than this is not taken, however unsure the page. */
const LEAST_CHANCE = 0.2;
/** When hardly a word is taken, blocks near the best one are, unless even that is plainly none. */
const FEW_WORDS = 15;
const NEAR_BEST = 1.2;
const HOPELESS = -3.5;

/** For each block whether it is the article's text, by the model. */
export function judgeBlocks(described: readonly DescribedBlock[]): boolean[] {
  model ??= loadBlockModel();
  const trees = model;
  return takeBlocks(
    described,
    described.map(({ features }) => weighTrees(trees, features)),
  );
}

/** For each block whether it is the article's text, by the log-odds of all. */
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
 * The log-odds above which a page's blocks are taken. The F1 to be expected of a choice is highest when every block is taken that is
 * likelier than half that F1 (Lewis 1995): of a page that the model is unsure of, more than what it is sure of.
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

/** Fewer words than this in a box that asks readers to subscribe are its title or its button. */
const SHORT_WORDS = 8;

export const isHeading = ({ block }: DescribedBlock): boolean => /^h[1-6]$/u.test(block.element.name);

/** What stands among a text's paragraphs and is none: buttons, the small print of a form. */
function isBesideText(one: DescribedBlock | undefined): boolean {
  if (!one) return true;
  const { line, place } = one;
  return line.shape === 'control' || (line.words < SHORT_WORDS && isInSmallBox(place));
}

/** Whether a block stands in a box that asks readers to subscribe; some pages name the box around all their text like one. */
function isInSmallBox(place: Place): boolean {
  if (!isInGroup(place.names, 'subscribe')) return false;
  const boxes = [...upwards(place)];
  const whole = boxes.at(-1)?.prose ?? 0;
  return boxes.some(({ own, prose }) => isInGroup(own, 'subscribe') && prose < whole / 2);
}

/** Captions are none of the text, unless they are the most of it, as on a page that tells its story under pictures. */
function withoutCaptions(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  const captions = described.map((one, at) => (taken[at] ?? false) && isCaption(one));
  const wordsOf = (some: readonly boolean[]) =>
    described.reduce((sum, { line }, at) => sum + (some[at] ? line.words : 0), 0);
  return wordsOf(captions) > wordsOf(taken) / 2 ? [...taken] : taken.map((one, at) => one && !captions[at]);
}

/** What was put between a text's paragraphs as part of it is taken whole: tables of figures, and posts that it shows. */
function withInsets(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  const whole = [...taken];
  const last = taken.lastIndexOf(true);
  for (let at = taken.indexOf(true) + 1; at < described.length; at += 1) {
    const rows = runEnd(described, at, ({ name }) => name === 'tr');
    const end = rows > at ? rows : runEnd(described, at, isInPost);
    if (end === at) continue;
    const isPart = rows === at || isTableOfFigures(described.slice(at, rows));
    if (isPart && (end <= last || whole[at - 1])) whole.fill(true, at, end);
    // A table is judged once, whole: what is left of it below some row is no other one.
    at = end - 1;
  }
  return whole;
}

/** Where the blocks from one on end whose elements are of a kind; the block itself when it is not. */
function runEnd(
  described: readonly DescribedBlock[],
  from: number,
  isOfKind: (element: DomElement) => boolean,
): number {
  let end = from;
  for (let one = described[end]; one && isOfKind(one.block.element); one = described[end]) end += 1;
  return end;
}

/** How networks of words name the block of a post that a page shows, and how far up it may stand from them; of pictures and films only notices are there. */
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

/** A run of at least so many rows is a table. */
const TABLE_ROWS = 3;

function isTableOfFigures(rows: readonly DescribedBlock[]): boolean {
  const figures = rows.filter(({ block: { text, linked } }) => /\d/u.test(text) && linked < text.length / 2);
  return rows.length >= TABLE_ROWS && figures.length >= rows.length / 2;
}

/** What a page hides is none of its text, unless it hides the most of it, as until somebody has paid or agreed. */
function withoutUnseen(described: readonly DescribedBlock[], taken: readonly boolean[]): boolean[] {
  let [seen, unseen] = [0, 0];
  for (const [at, { line, place }] of described.entries()) {
    if (!taken[at]) continue;
    if (place.unseen) unseen += line.words;
    else seen += line.words;
  }
  return unseen > seen ? [...taken] : taken.map((one, at) => one && !described[at]?.place.unseen);
}

/** What a block outside the text is, by its shape; inside it, text or a subhead. */
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
