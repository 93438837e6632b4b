import { findRun, findTeasers, type Run, weighLines } from '../../lines/find-runs.ts';
import { foldLine } from '../../lines/lines.ts';
import type { PageKnowledge } from '../about/know-page.ts';
import type { Place } from '../dom/describe-place.ts';
import type { Draft } from './draft-blocks.ts';
import { articleOf, type Below, findMain, placeBelow, upwards } from './find-main.ts';
import { shareOfStatedText, wordsOf } from './share-of-stated-text.ts';
import { voteRegion } from './vote-region.ts';

/** Sums by key; 0 for an unknown key. */
export class Tally<Key> {
  private readonly sums = new Map<Key, number>();
  add(key: Key, value: number): void {
    this.sums.set(key, (this.sums.get(key) ?? 0) + value);
  }
  of(key: Key): number {
    return this.sums.get(key) ?? 0;
  }
}

/** The sum of a list's values in a range, which is clamped to the list. */
type RangeSum = (from: number, to: number) => number;

/** Totals over a page, from which features of its blocks are computed. */
export interface PageTotals {
  readonly drafts: readonly Draft[];
  /** By range of blocks: words of prose, those in the main element, characters in links, characters. */
  readonly proseIn: RangeSum;
  readonly wideProseIn: RangeSum;
  readonly linksIn: RangeSum;
  readonly textIn: RangeSum;
  /** Words of prose in the page and in its main element, plus 1 to avoid division by zero. */
  readonly prose: number;
  readonly wideProse: number;
  /**
   * Each block's position below the main element. `tight` favours prose close to the element (each level
   * upwards keeps 65% of it), `wide` less so (90%).
   */
  readonly tight: readonly Below[];
  readonly wide: readonly Below[];
  /** Words of prose, and blocks, by signature; words of prose by the signature of the main element's children. */
  readonly signatures: Tally<string>;
  readonly signatureBlocks: Tally<string>;
  readonly chunkSignatures: Tally<string>;
  /** `article` elements that hold prose, numbered from 0 in the page's order. */
  readonly articles: ReadonlyMap<Place, number>;
  /** Index of the headline's block; −1 when there is none. */
  readonly headlineAt: number;
  readonly headline: string;
  readonly headlineWords: ReadonlySet<string>;
  /** The share of a text that appears in the article text of the page's metadata; null without such text. */
  readonly told: ((text: string) => number) | null;
  /** The results of the pasted-page rules for the blocks' lines. */
  readonly run: Run;
  readonly weights: readonly number[];
  readonly teasers: readonly boolean[];
  /** Readability's vote on each block: 1, 0, or −1 when it was not run. */
  readonly votes: readonly number[];
}

/** Prefix sums, so that any range's sum is one subtraction. */
function rangeSums(values: readonly number[]): RangeSum {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] ?? 0) + value;
  });
  const clamp = (at: number) => Math.max(0, Math.min(values.length, at));
  return (from, to) => (sums[clamp(to)] ?? 0) - (sums[clamp(from)] ?? 0);
}

/** Computes a page's totals, and writes each place's totals into the place. */
export function totalsOfPage(
  drafts: readonly Draft[],
  know: Pick<PageKnowledge, 'title' | 'told'>,
): PageTotals {
  const tallies = tally(drafts);
  const lines = drafts.map(({ line }) => line);
  const teasers = findTeasers(lines);
  const weights = weighLines(lines, teasers, []);
  const tight = placeBelow(drafts, findMain(drafts, 0.65));
  const wide = placeBelow(drafts, findMain(drafts, 0.9));
  const isWide = (at: number) => (wide[at]?.depth ?? -1) >= 0;
  const proseIn = rangeSums(drafts.map(({ weight }) => weight));
  const wideProseIn = rangeSums(drafts.map(({ weight }, at) => (isWide(at) ? weight : 0)));
  const chunkSignatures = new Tally<string>();
  drafts.forEach(({ weight }, at) => {
    const chunk = wide[at]?.chunk;
    if (chunk) chunkSignatures.add(chunk.signature, weight);
  });
  const headline = know.title ? foldLine(know.title.headline) : '';
  const firstProse = drafts.findIndex(({ weight }, at) => weight > 0 && isWide(at));
  return {
    drafts,
    ...tallies,
    proseIn,
    wideProseIn,
    linksIn: rangeSums(drafts.map(({ block }) => block.linked)),
    textIn: rangeSums(drafts.map(({ block }) => block.text.length)),
    prose: proseIn(0, drafts.length) + 1,
    wideProse: wideProseIn(0, drafts.length) + 1,
    tight,
    wide,
    chunkSignatures,
    articles: numberArticles(drafts),
    headlineAt: findHeadlineAt(drafts, headline, firstProse),
    headline,
    headlineWords: new Set(wordsOf(know.title?.headline ?? '').filter((word) => word.length > 3)),
    told: know.told === null ? null : shareOfStatedText(know.told),
    run: findRun(lines, weights, { start: 0, end: lines.length })?.run ?? { start: 0, end: 0 },
    weights,
    teasers,
    votes: voteRegion(
      drafts.map(({ block }) => block),
      know.title?.headline ?? null,
    ),
  };
}

function tally(drafts: readonly Draft[]): Pick<PageTotals, 'signatures' | 'signatureBlocks'> {
  const signatures = new Tally<string>();
  const signatureBlocks = new Tally<string>();
  for (const { block, place, weight } of drafts) {
    place.near += weight;
    signatures.add(place.signature, weight);
    signatureBlocks.add(place.signature, 1);
    for (const one of upwards(place)) {
      one.prose += weight;
      one.blocks += 1;
      one.linked += Math.min(block.linked, block.text.length);
      one.characters += block.text.length;
    }
  }
  return { signatures, signatureBlocks };
}

function numberArticles(drafts: readonly Draft[]): Map<Place, number> {
  const articles = new Map<Place, number>();
  for (const { place, weight } of drafts) {
    const article = weight ? articleOf(place) : null;
    if (article && !articles.has(article)) articles.set(article, articles.size);
  }
  return articles;
}

function findHeadlineAt(drafts: readonly Draft[], headline: string, firstProse: number): number {
  const said = headline
    ? drafts.findLastIndex(({ line }, at) => at <= firstProse && line.folded === headline)
    : -1;
  if (said >= 0) return said;
  const isHeading = ({ block }: Draft) => block.element.name === 'h1';
  const above = drafts.findLastIndex((one, at) => at <= firstProse && isHeading(one));
  return above >= 0 ? above : drafts.findIndex(isHeading);
}
