import { findRun, findTeasers, weighLines } from '../find-runs.ts';
import { foldLine, toParagraphs } from '../lines.ts';
import { type ShapedLine, shapeLines } from '../shape-line.ts';
import type { Block } from './cut-blocks.ts';
import { NAME_GROUPS, PLACE_TAGS, type Place, placer } from './describe-place.ts';
import type { PageKnowledge } from './know-page.ts';
import { attribute } from './read-dom.ts';

export interface DescribedBlock {
  readonly block: Block;
  readonly line: ShapedLine;
  readonly place: Place;
  /** By FEATURES. */
  readonly features: Float32Array;
}

const SHAPES = [
  'prose',
  'sentence',
  'lead-in',
  'item',
  'short',
  'teaser',
  'byline',
  'date',
  'ago',
  'caption',
  'credit',
  'control',
  'invitation',
  'list',
  'comments',
];
const BLOCK_TAGS = [
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'span',
  'figcaption',
  'blockquote',
  'section',
  'pre',
  'dd',
  'dt',
  'article',
  'body',
];

const CONTENT = [
  'words',
  'characters a word',
  'linked',
  'linked words',
  'strong',
  'ended',
  'times',
  'again',
  'broken',
  'upper case',
  'marks',
  'commas',
  'digits',
  'opens low',
  'is headline',
  'shares headline',
  'told',
  'told known',
  'opens name',
  'has link',
];
const PLACED = [
  'shape',
  'tag',
  'depth',
  'hidden',
  'marked',
  'own empty',
  'near share',
  'parent share',
  'grandparent share',
  'signature share',
  'signature before',
  'signature after',
  'signature count',
  'tight',
  'tight depth',
  'wide',
  'wide depth',
  'article share',
  'first article',
  'at',
  'words before',
  'words after',
  'wide before',
  'wide after',
  'past headline',
  'to headline',
  'past comments',
  'since list',
  'since heading',
  'heading kind',
  'near links',
  'parent blocks',
  'parent link share',
  'parent prose share',
  'chunk share',
  'chunk links',
  'chunk prose',
  'chunk blocks',
  'chunk signature share',
  'prose near',
  'links near',
  'prose above',
  'prose below',
  'to prose above',
  'to prose below',
  'in run',
  'run weight',
  'teaser',
  'page prose',
  'prose written',
];
const AROUND = ['words', 'linked', 'shape', 'same parent', 'same signature', 'tag', 'prose'];
const STEPS = [-2, -1, 1, 2];

/** What is described of every block, in the order of its numbers. */
export const FEATURES: readonly string[] = [
  ...CONTENT,
  ...PLACED,
  ...STEPS.flatMap((step) => AROUND.map((name) => `${name} at ${step}`)),
  ...PLACE_TAGS.map((tag) => `in ${tag}`),
  ...NAME_GROUPS.map((group) => `own ${group}`),
  ...NAME_GROUPS.map((group) => `near ${group}`),
  ...NAME_GROUPS.map((group) => `any ${group}`),
];

const words = (text: string): string[] =>
  text
    .slice(0, 4_000)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much of a block's text stands in the told one, 0 to 1, by runs of four words. */
function toldTester(told: string | null): (text: string) => number {
  if (told === null) return () => -1;
  const all =
    told
      .slice(0, 200_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set(all.map((_, at) => all.slice(at, at + 4).join(' ')));
  const whole = ` ${all.join(' ')} `;
  return (text) => {
    const own = words(text);
    if (!own.length) return 0;
    if (own.length < 4) return whole.includes(` ${own.join(' ')} `) ? 1 : 0;
    let found = 0;
    for (let at = 0; at + 4 <= own.length; at += 1) if (runs.has(own.slice(at, at + 4).join(' '))) found += 1;
    return found / (own.length - 3);
  };
}

/** A block with what its neighbours need to know of it. */
interface Draft {
  readonly block: Block;
  readonly line: ShapedLine;
  readonly place: Place;
  readonly linked: number;
  /** Words of prose it counts for; 0 for what is none, or said before. */
  readonly weight: number;
  readonly again: boolean;
}

/** How far up from a block elements are asked; deeper pages are hostile. */
const REACH = 60;

function upwards(place: Place): readonly Place[] {
  const known = chains.get(place);
  if (known) return known;
  const chain: Place[] = [];
  for (let at: Place | null = place; at && chain.length < REACH; at = at.parent) chain.push(at);
  chains.set(place, chain);
  return chain;
}

const chains = new WeakMap<Place, readonly Place[]>();

/** The element that holds most of the page's prose, every level between taking its share off. */
function findMain(drafts: readonly Draft[], keeps: number): Place | null {
  const sums = new Map<Place, number>();
  for (const { place, weight } of drafts) {
    let share = weight;
    if (weight)
      for (const at of upwards(place)) {
        sums.set(at, (sums.get(at) ?? 0) + share);
        share *= keeps;
      }
  }
  let best: Place | null = null;
  for (const [place, sum] of sums) if (!best || sum > (sums.get(best) ?? 0)) best = place;
  return best;
}

/** For every block how many levels it stands below an element, −1 outside, and the child of that element it stands in. */
function depthsBelow(drafts: readonly Draft[], main: Place | null): { depth: number; chunk: Place | null }[] {
  const known = new Map<Place, { depth: number; chunk: Place | null }>();
  return drafts.map(({ place }) => {
    const before = known.get(place);
    if (before) return before;
    let depth = 0;
    let chunk: Place | null = null;
    let found = { depth: -1, chunk: null as Place | null };
    for (const at of upwards(place)) {
      if (at === main) {
        found = { depth, chunk: chunk ?? at };
        break;
      }
      chunk = at;
      depth += 1;
    }
    known.set(place, found);
    return found;
  });
}

function articleOf(place: Place): Place | null {
  for (const at of upwards(place)) if (at.element.name === 'article') return at;
  return null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

class Tally {
  private readonly sums = new Map<unknown, number>();
  add(key: unknown, value: number): void {
    this.sums.set(key, (this.sums.get(key) ?? 0) + value);
  }
  of(key: unknown): number {
    return this.sums.get(key) ?? 0;
  }
}

/** Sums of a list's beginnings, so that any stretch's sum is one subtraction. */
function running(values: readonly number[]): (from: number, to: number) => number {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] ?? 0) + value;
  });
  const clamp = (at: number) => Math.max(0, Math.min(values.length, at));
  return (from, to) => (sums[clamp(to)] ?? 0) - (sums[clamp(from)] ?? 0);
}

function findHeadlineAt(drafts: readonly Draft[], headline: string | null, firstProse: number): number {
  const folded = headline === null ? '' : foldLine(headline);
  const said = folded
    ? drafts.findLastIndex(({ line }, at) => at <= firstProse && line.folded === folded)
    : -1;
  if (said >= 0) return said;
  const above = drafts.findLastIndex(({ block }, at) => at <= firstProse && block.element.name === 'h1');
  return above >= 0 ? above : drafts.findIndex(({ block }) => block.element.name === 'h1');
}

export function describeBlocks(
  blocks: readonly Block[],
  { title, told }: Pick<PageKnowledge, 'title' | 'told'>,
): DescribedBlock[] {
  const headline = title?.headline ?? null;
  const lines = shapeLines(
    toParagraphs(
      blocks.map(({ text }, at) => ({ number: at + 1, line: text })),
      false,
    ),
  );
  const placeOf = placer();
  const tellTold = toldTester(told);
  const seen = new Set<string>();
  const drafts = blocks.map((block, at): Draft => {
    const line = lines[at] as ShapedLine;
    const place = placeOf(block.element);
    const linked = Math.min(block.linked / block.text.length, 1);
    const again = line.words > 3 && seen.has(line.folded);
    seen.add(line.folded);
    const isProse = line.shape === 'prose' || line.shape === 'sentence';
    const counts = isProse && linked < 0.5 && !place.hidden && !(again && line.words < 8);
    return { block, line, place, linked, weight: counts ? Math.min(line.words, 100) : 0, again };
  });
  const teasers = findTeasers(lines);
  const weights = weighLines(lines, teasers, []);
  const run = findRun(lines, weights, { start: 0, end: lines.length })?.run ?? { start: 0, end: 0 };

  const signatures = new Tally();
  const signatureBlocks = new Tally();
  const blocksIn = new Tally();
  const linkedIn = new Tally();
  const charsIn = new Tally();
  for (const { block, place, weight } of drafts) {
    place.near += weight;
    signatures.add(place.signature, weight);
    signatureBlocks.add(place.signature, 1);
    for (const one of upwards(place)) {
      one.prose += weight;
      blocksIn.add(one, 1);
      linkedIn.add(one, Math.min(block.linked, block.text.length));
      charsIn.add(one, block.text.length);
    }
  }
  const proseIn = running(drafts.map(({ weight }) => weight));
  const linksIn = running(drafts.map(({ block }) => block.linked));
  const textIn = running(drafts.map(({ block }) => block.text.length));
  const prose = proseIn(0, drafts.length) + 1;
  const wideMain = findMain(drafts, 0.9);
  const tight = depthsBelow(drafts, findMain(drafts, 0.65));
  const wide = depthsBelow(drafts, wideMain);
  const wideProse = running(drafts.map(({ weight }, at) => ((wide[at]?.depth ?? -1) >= 0 ? weight : 0)));
  const allWide = wideProse(0, drafts.length) + 1;
  const chunkSignatures = new Tally();
  drafts.forEach(({ weight }, at) => {
    const chunk = wide[at]?.chunk;
    if (chunk) chunkSignatures.add(chunk.signature, weight);
  });

  const firstProse = drafts.findIndex(({ weight }, at) => weight > 0 && (wide[at]?.depth ?? -1) >= 0);
  const headlineAt = findHeadlineAt(drafts, headline, firstProse);
  const foldedHeadline = headline === null ? '' : foldLine(headline);
  const headlineWords = new Set(words(headline ?? '').filter((word) => word.length > 3));
  const articles = new Map<Place, number>();
  for (const { place, weight } of drafts) {
    const article = weight ? articleOf(place) : null;
    if (article && !articles.has(article)) articles.set(article, articles.size);
  }
  const proseBelow: number[] = [];
  let next = -1;
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    proseBelow[at] = next < 0 ? 50 : Math.min(50, next - at);
    if ((drafts[at]?.weight ?? 0) > 0) next = at;
  }

  const signatureSeen = new Tally();
  let comments = false;
  let list = -1;
  let heading = -1;
  let headingKind = -1;
  let lastProse = -1;
  return drafts.map(({ block, line, place, linked, weight, again }, at): DescribedBlock => {
    const { text, element } = block;
    const sample = text.slice(0, 1_000);
    const parent = place.parent ?? place;
    const grand = parent.parent ?? parent;
    if (line.shape === 'comments') comments = true;
    if (line.shape === 'list') list = at;
    const article = articleOf(place);
    const signature = signatures.of(place.signature);
    const chunk = wide[at]?.chunk ?? null;
    const chunkChars = Math.max(charsIn.of(chunk), 1);
    const wideDepth = wide[at]?.depth ?? -1;
    const near = parent.own | grand.own;
    const out = new Float32Array(FEATURES.length);
    let n = 0;
    const put = (value: number | boolean) => {
      out[n] = Number(value);
      n += 1;
    };
    put(Math.log2(line.words + 1));
    put(text.length / Math.max(line.words, 1));
    put(linked);
    put(Math.log2(block.linked + 1));
    put(block.strong / text.length);
    put(line.ended);
    put(Math.min(line.times, 5));
    put(again);
    put(block.broken);
    put(count(sample, /\p{Lu}/gu) / Math.max(sample.length, 1));
    put(count(sample, /["“”«»]/gu));
    put(count(sample, /[,，、]/gu) / Math.max(line.words, 1));
    put(count(sample, /\d/gu) / sample.length);
    put(/^[^\p{L}]{0,2}\p{Ll}/u.test(text));
    put(foldedHeadline !== '' && line.folded === foldedHeadline);
    put(
      line.words > 40
        ? 0
        : words(text).filter((word) => headlineWords.has(word)).length / Math.max(headlineWords.size, 1),
    );
    put(tellTold(text));
    put(told !== null);
    put(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:\b|$)/u.test(text));
    put(block.linked > 0);

    put(SHAPES.indexOf(line.shape));
    put(BLOCK_TAGS.indexOf(element.name));
    put(place.depth);
    put(place.hidden);
    put(place.marked);
    put(!(attribute(element, 'class') !== null || attribute(element, 'id') !== null));
    put(place.near / prose);
    put(parent.prose / prose);
    put(grand.prose / prose);
    put(signature / prose);
    put(signature ? signatureSeen.of(place.signature) / signature : -1);
    put(signature ? (signature - signatureSeen.of(place.signature) - weight) / signature : -1);
    put(Math.log2(signatureBlocks.of(place.signature) + 1));
    const tightDepth = tight[at]?.depth ?? -1;
    put(tightDepth >= 0);
    put(tightDepth);
    put(wideDepth >= 0);
    put(wideDepth);
    put(article ? article.prose / prose : -1);
    put(article ? (articles.get(article) ?? 99) : -1);
    put(at / drafts.length);
    put(proseIn(0, at) / prose);
    put(proseIn(at, drafts.length) / prose);
    put(wideProse(0, at) / allWide);
    put(wideProse(at + 1, drafts.length) / allWide);
    put(headlineAt < 0 ? -1 : at > headlineAt);
    put(headlineAt < 0 ? 0 : Math.max(-50, Math.min(100, at - headlineAt)));
    put(comments);
    put(list < 0 ? 100 : Math.min(100, at - list));
    put(heading < 0 ? 100 : Math.min(100, at - heading));
    put(headingKind);
    put(linkedIn.of(place) / Math.max(charsIn.of(place), 1));
    put(Math.log2(blocksIn.of(parent) + 1));
    put(linkedIn.of(parent) / Math.max(charsIn.of(parent), 1));
    put((parent.prose * 6) / Math.max(charsIn.of(parent), 1));
    put(chunk ? chunk.prose / allWide : -1);
    put(chunk ? linkedIn.of(chunk) / chunkChars : -1);
    put(chunk ? (chunk.prose * 6) / chunkChars : -1);
    put(chunk ? Math.log2(blocksIn.of(chunk) + 1) : -1);
    put(chunk ? chunkSignatures.of(chunk.signature) / allWide : -1);
    put(
      ((proseIn(at - 5, at) + proseIn(at + 1, at + 6)) * 6) /
        Math.max(textIn(at - 5, at) + textIn(at + 1, at + 6), 1),
    );
    put(
      (linksIn(at - 5, at) + linksIn(at + 1, at + 6)) /
        Math.max(textIn(at - 5, at) + textIn(at + 1, at + 6), 1),
    );
    put(proseIn(at - 3, at));
    put(proseIn(at + 1, at + 4));
    put(lastProse < 0 ? 50 : Math.min(50, at - lastProse));
    put(proseBelow[at] ?? 50);
    put(at >= run.start && at < run.end);
    put(weights[at] ?? 0);
    put(teasers[at] ?? false);
    put(Math.log2(prose));
    put(Math.log2(proseIn(0, at) + 1));
    for (const step of STEPS) {
      const other = drafts[at + step];
      put(other ? Math.log2(other.line.words + 1) : -1);
      put(other ? other.linked : -1);
      put(other ? SHAPES.indexOf(other.line.shape) : -1);
      put(other?.place.parent === place.parent);
      put(other?.place.signature === place.signature);
      put(other ? BLOCK_TAGS.indexOf(other.block.element.name) : -1);
      put((other?.weight ?? 0) > 0);
    }
    for (let bit = 0; bit < PLACE_TAGS.length; bit += 1) put((place.tags >> bit) & 1);
    for (let bit = 0; bit < NAME_GROUPS.length; bit += 1) put((place.own >> bit) & 1);
    for (let bit = 0; bit < NAME_GROUPS.length; bit += 1) put((near >> bit) & 1);
    for (let bit = 0; bit < NAME_GROUPS.length; bit += 1) put((place.names >> bit) & 1);

    signatureSeen.add(place.signature, weight);
    if (/^h[1-6]$/u.test(element.name)) {
      heading = at;
      headingKind = SHAPES.indexOf(line.shape);
    }
    if (weight) lastProse = at;
    return { block, line, place, features: out };
  });
}
