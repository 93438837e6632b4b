import type { CleanArticle } from '../kernel/article.ts';
import type { FetchedPage } from './fetch/fetch-url.ts';
import { readInput } from './files/read-input.ts';
import type { HtmlWorker } from './html/open-html-worker.ts';

export type FetchedRead =
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | { readonly kind: 'refused' /** Plain words for a reader. */; readonly reason: string };

/** The article on a page that was fetched, or why there is none. */
export async function readFetched(
  { format, text, url }: FetchedPage,
  html: Pick<HtmlWorker, 'read'>,
): Promise<FetchedRead> {
  switch (format) {
    case 'html': {
      const read = await html.read(text, url);
      if (read.kind === 'refused') return refuse(`The page could not be read as an article: ${read.reason}.`);
      const [found] = read.articles;
      return found ? { kind: 'article', article: found.article } : refuse('There is no article on the page.');
    }
    case 'text':
    case 'markdown': {
      const [found] = readInput({ name: url, format, content: text, given: { url } }).articles;
      return found ? { kind: 'article', article: found.article } : refuse('There is no article in the text.');
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
