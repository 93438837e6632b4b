import { knowPage } from '../about/know-page.ts';
import { cutBlocks } from '../body/cut-blocks.ts';
import { type DescribedBlock, describeBlocks } from '../body/describe-blocks.ts';
import { gatherMetadata } from '../dom/gather-metadata.ts';
import { readDom } from '../dom/read-dom.ts';
import type { Example } from './bin-examples.ts';

/** A page with the text its article is known to have. */
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
  /** Whether it is the article's text; null when it has no word to tell by. */
  readonly isText: boolean | null;
}

export interface LabelledPage {
  readonly id: string;
  readonly host: string;
  readonly set: string;
  readonly body: string;
  /** As the page states it; null when it does not. */
  readonly headline: string | null;
  readonly blocks: readonly LabelledBlock[];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** How often each run of four words stands in a text (a shorter text is one run), as the scorer counts. */
export function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const count = new Map<string, number>();
  for (let at = 0; at < Math.max(words.length ? 1 : 0, words.length - 3); at += 1) {
    const key = words.slice(at, at + 4).join(' ');
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return count;
}

/** This share of a block's shingles in the known text makes it text. */
const ENOUGH = 0.6;

/** A page cut into blocks that nobody has judged yet; null when it cannot be read. `url` is where it was found, if known. */
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

/** A page cut into blocks, each with what is described of it and whether the known text has it. */
export function labelPage({ id, url, html, gold }: GoldPage, set: string): LabelledPage | null {
  const page = describePage({ id, url, html });
  if (!page) return null;
  const known = shinglesOf(gold.body);
  const lines = new Set(gold.body.split('\n').map((line) => wordsOf(line).join(' ').toLowerCase()));
  const blocks = page.blocks.map((block) => ({ ...block, isText: isKnown(block, known, lines) }));
  return { ...page, set, body: gold.body, blocks };
}

/** Whether the known text has a block; null when it has no word to tell by. */
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

/** One in this many short or linked blocks outside texts is learned from; there are so many of them. */
const EASY_SHARE = 4;

/** What is learned from pages: every page counts the same, a block by its words. */
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
