import type { CleanArticle } from '../kernel/article.ts';
import { type FeedLink, findFeedLinks } from './feed/find-links.ts';
import { type ReadFeed, readFeed } from './feed/read-feed.ts';
import type { FetchedPage } from './fetch/fetch-url.ts';
import type { FetchRefusal } from './fetch/refusal.ts';
import type { HtmlWorker } from './html/open-html-worker.ts';
import { readFetched } from './read-fetched.ts';

/** What a typed URL leads to. */
export type UrlRead =
  | { readonly kind: 'feed'; readonly page: FetchedPage; readonly read: ReadFeed }
  /** A site's front page or a section, with the feeds that it links, the fullest first. */
  | { readonly kind: 'front'; readonly page: FetchedPage; readonly feeds: readonly FeedLink[] }
  | {
      readonly kind: 'article';
      readonly page: FetchedPage;
      readonly article: CleanArticle;
      readonly feeds: readonly FeedLink[];
    }
  | { readonly kind: 'refused' /** A sentence for people. */; readonly reason: string };

/** Fetches a URL and determines whether it is a feed, a front page or an article. */
export async function readUrl(
  url: string,
  {
    fetchPage,
    html,
  }: {
    readonly fetchPage: (url: string) => Promise<FetchedPage | FetchRefusal>;
    readonly html: Pick<HtmlWorker, 'read'>;
  },
): Promise<UrlRead> {
  const page = await fetchPage(url);
  if (page.kind === 'refused') return { kind: 'refused', reason: page.reason };
  const feed = await readFeed(page.text, page.url);
  if (feed.kind === 'feed') return { kind: 'feed', page, read: feed };
  if (page.format === 'feed' || page.format === 'json') return { kind: 'refused', reason: feed.reason };
  const feeds = page.format === 'html' ? findFeedLinks(page.text, page.url).toSorted(byWorth) : [];
  if (page.format === 'html' && isFront(page) && feeds.length) return { kind: 'front', page, feeds };
  const read = await readFetched(page, html);
  if (read.kind === 'article') return { kind: 'article', page, article: read.article, feeds };
  return feeds.length ? { kind: 'front', page, feeds } : read;
}

/** Sorts feeds of comments last. */
function byWorth(a: FeedLink, b: FeedLink): number {
  const narrow = ({ url, title }: FeedLink) => Number(/\bcomments?\b/iu.test(`${url} ${title ?? ''}`));
  return narrow(a) - narrow(b);
}

/** How much of a page is searched for its metadata. */
const HEAD_CHARACTERS = 300_000;
/** A statement that the page is an article, by Open Graph or schema.org. */
const SAYS_ARTICLE =
  /<meta\s[^<>]{0,300}og:type["'][^<>]{0,100}["']article\b|"@type"\s*:\s*\[?\s*"(?:News|Reportage|Analysis|Opinion|Blog)?(?:NewsArticle|Article|Posting)"/iu;

/** Whether a page is a front page or a section, not an article: by its path and its metadata. */
function isFront({ url, text }: FetchedPage): boolean {
  const parts = new URL(url).pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  if (!parts.length || (parts.length === 1 && /^(?:index|home|default)\.\w+$/iu.test(last))) return true;
  if (SAYS_ARTICLE.test(text.slice(0, HEAD_CHARACTERS))) return false;
  const slug = last.split(/[-_]/u).length > 3 || /\d{4,}|\.s?html?$/iu.test(last);
  return !slug && parts.length <= 3 && !/^(?:19|20)\d\d$/u.test(parts[0] ?? '');
}
