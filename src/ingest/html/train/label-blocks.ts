import { knowPage } from '../about/know-page.ts';
import { cutBlocks } from '../body/cut-blocks.ts';
import { type DescribedBlock, describeBlocks } from '../body/describe-blocks.ts';
import { gatherMetadata } from '../dom/gather-metadata.ts';
import { readDom } from '../dom/read-dom.ts';
import type { Example } from './bin-examples.ts';

/** A page with the known text of its article. */
export interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly gold: { readonly body: string };
}

export interface LabelledBlock {
  readonly described: DescribedBlock;
  readonly words: number;
  readonly features: Float32Array;
  readonly linked: number;
  /**
   * Whether the block belongs to the article's text; null when that is unknown, as for a block without words.
   */
  readonly isText: boolean | null;
}

export interface LabelledPage {
  readonly id: string;
  readonly host: string;
  readonly set: string;
  readonly body: string;
  /** The headline as the page states it; null when it states none. */
  readonly headline: string | null;
  readonly blocks: readonly LabelledBlock[];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Counts each run of four words in a text, as the scorer does. A shorter text is one run. */
export function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const count = new Map<string, number>();
  for (let at = 0; at < Math.max(words.length ? 1 : 0, words.length - 3); at += 1) {
    const key = words.slice(at, at + 4).join(' ');
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return count;
}

/** Minimum share of a block's shingles in the known text for the block to count as text. */
const ENOUGH = 0.6;

/**
 * Cuts a page into unlabelled blocks; null when the page cannot be parsed. `url` is the address at which it
 * was found; null when unknown.
 */
export function describePage({
  id,
  url,
  html,
}: {
  readonly id: string;
  readonly url: string | null;
  readonly html: string;
}): Omit<LabelledPage, 'set' | 'body'> | null {
  const dom = readDom(html);
  if (dom.kind === 'refused') return null;
  const page = knowPage(gatherMetadata(dom.root), url);
  const host = url === null ? (page.link?.host ?? id) : new URL(url).host;
  return {
    id,
    host: host.replace(/^www\./u, ''),
    headline: page.title?.headline ?? null,
    blocks: describeBlocks(cutBlocks(dom.root), page).map((described) => ({
      described,
      words: wordsOf(described.block.text).length,
      features: described.features,
      linked: described.block.linked / described.block.text.length,
      isText: null,
    })),
  };
}

/**
 * Cuts a page into blocks with features, labelled by whether the known text contains each; null when the page
 * cannot be parsed.
 */
export function labelPage({ id, url, html, gold }: GoldPage, set: string): LabelledPage | null {
  const page = describePage({ id, url, html });
  if (!page) return null;
  const known = shinglesOf(gold.body);
  const lines = new Set(gold.body.split('\n').map((line) => wordsOf(line).join(' ').toLowerCase()));
  const blocks = page.blocks.map((block) => ({ ...block, isText: isKnown(block, known, lines) }));
  return { ...page, set, body: gold.body, blocks };
}

/** Whether the known text contains a block; null when the block has no words. */
function isKnown(
  { described: { block } }: LabelledBlock,
  known: ReadonlyMap<string, number>,
  lines: ReadonlySet<string>,
): boolean | null {
  const words = wordsOf(block.text);
  if (!words.length) return null;
  if (words.length < 4) return lines.has(words.join(' ').toLowerCase());
  const shingles = [...shinglesOf(block.text).keys()];
  return shingles.filter((key) => known.has(key)).length / shingles.length >= ENOUGH;
}

/**
 * Only one in this many short or linked blocks outside texts becomes an example, because they are so
 * numerous.
 */
const EASY_SHARE = 4;

/**
 * Training examples from pages. Pages have about equal weight in total; within a page, a block's weight grows
 * with its words.
 */
export function toExamples(pages: readonly LabelledPage[]): Example[] {
  return pages.flatMap(({ body, blocks }) => {
    const size = Math.max(wordsOf(body).length, 150);
    return blocks.flatMap(({ words, features, linked, isText }, at): Example[] => {
      if (isText === null) return [];
      const easy = !isText && (words < 4 || linked > 0.8);
      if (easy && at % EASY_SHARE) return [];
      const weight = Math.min(((words + 2) / size) * 4, 1) * (easy ? EASY_SHARE : 1);
      return [{ features, label: isText ? 1 : 0, weight }];
    });
  });
}
