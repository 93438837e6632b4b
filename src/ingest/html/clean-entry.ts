import type { FeedEntry, FeedInfo, FeedText } from '../../kernel/source.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { CleanedArticle } from '../files/read-input.ts';
import { openingWords } from '../lines/opening-words.ts';
import { readLink } from '../lines/stated.ts';
import { cutBlocks } from './body/cut-blocks.ts';
import { readDom } from './dom/read-dom.ts';
import type { HtmlWorker } from './open-html-worker.ts';

/** Without the worker, only this much of an entry's text is parsed. */
const MOST_CHARACTERS = 500_000;

/** Cleans the text that a feed contains for an entry, without fetching. Short text is kept as it is. */
export async function cleanEntry(
  entry: FeedEntry,
  { feed, origin }: { readonly feed: FeedInfo; readonly origin: string },
  html: Pick<HtmlWorker, 'read'>,
): Promise<CleanedArticle> {
  const text = [entry.content, entry.summary]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.value.length - a.value.length)[0];
  const read = text?.type === 'html' ? await html.read(`<article>${text.value}</article>`, entry.link) : null;
  const found = read?.kind === 'read' ? read.articles[0] : undefined;
  const body = found?.article.body ?? (text ? plainText(text) : '');
  return {
    article: {
      headline: entry.title ?? openingWords(body),
      outlet: feed.title ?? (entry.link === null ? null : (readLink(entry.link)?.host ?? null)),
      byline: entry.author,
      publishedAt: entry.publishedAt,
      publishedHow: entry.publishedHow,
      url: entry.link,
      origin,
      body,
    },
    lines: found?.lines ?? [],
    language: found?.language ?? null,
  };
}

function plainText({ type, value }: FeedText): string {
  const part = value.slice(0, MOST_CHARACTERS);
  const dom = type === 'html' ? readDom(part) : null;
  if (!dom) return cleanText(part).trim();
  const blocks = dom.kind === 'read' ? cutBlocks(dom.root) : [];
  return blocks.map(({ text }) => text).join('\n\n');
}
