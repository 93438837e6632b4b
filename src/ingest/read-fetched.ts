import type { CleanArticle } from '../kernel/article.ts';
import type { FetchedPage } from './fetch/fetch-url.ts';
import { readInput } from './files/read-input.ts';
import type { HtmlWorker } from './html/open-html-worker.ts';

export type FetchedRead =
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | { readonly kind: 'refused' /** A sentence for people. */; readonly reason: string };

/** Parses a fetched page into its article, or says why there is none. */
export async function readFetched(
  { format, text, url }: FetchedPage,
  html: Pick<HtmlWorker, 'read'>,
): Promise<FetchedRead> {
  switch (format) {
    case 'html': {
      const read = await html.read(text, url);
      if (read.kind === 'refused') return refuse(`The page could not be read as an article: ${read.reason}.`);
      const [found] = read.articles;
      return found ? { kind: 'article', article: found.article } : refuse('The page contains no article.');
    }
    case 'text':
    case 'markdown': {
      const [found] = readInput({ name: url, format, content: text, given: { url } }).articles;
      return found ? { kind: 'article', article: found.article } : refuse('The text contains no article.');
    }
    case 'feed':
    case 'json':
    case 'jsonl':
      return refuse('The address leads to data, not to a page with an article.');
    default:
      return format satisfies never;
  }
}

function refuse(reason: string): FetchedRead {
  return { kind: 'refused', reason };
}
