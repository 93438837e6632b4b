import type { CleanArticle } from '../kernel/article.ts';
import type { FeedEntry, FeedInfo } from '../kernel/source.ts';
import type { FetchedPage } from './fetch/fetch-url.ts';
import type { FetchRefusal } from './fetch/refusal.ts';
import { cleanEntry } from './html/clean-entry.ts';
import type { HtmlWorker } from './html/open-html-worker.ts';
import { readLink } from './lines/stated.ts';
import { readFetched } from './read-fetched.ts';

export interface EntryDeps {
  readonly fetchPage: (url: string) => Promise<FetchedPage | FetchRefusal>;
  readonly html: Pick<HtmlWorker, 'read'>;
}

/** The source of an entry. */
export interface EntrySource {
  /** The desk's name for it. */
  readonly name: string | null;
  readonly url: string;
  readonly feed: FeedInfo | null;
}

export type EntryRead =
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | {
      readonly kind: 'refused';
      /** A sentence for people. */
      readonly reason: string;
      /** Whether a later attempt may succeed. */
      readonly passing: boolean;
    };

/** A shorter text counts as the beginning of an article. */
const WHOLE_CHARACTERS = 600;
/** The shortest feed text that is kept when the linked page has no article. */
const LEAST_CHARACTERS = 200;
const CUT_SHORT =
  /(?:\.\.\.|…|\[(?:…|\.\.\.|&#8230;|&hellip;)\]|(?:read|see|show|view) (?:more|the (?:full|whole) \w+)|continue reading|read on)[\s.»>→…\])]*$/iu;

/** The article of a feed entry: from the feed when it contains the whole text, else from the linked page. */
export async function readEntry(entry: FeedEntry, source: EntrySource, tools: EntryDeps): Promise<EntryRead> {
  const own = await readOwnText(entry, source, tools.html);
  if (own?.whole || (own && entry.link === null)) return { kind: 'article', article: own.article };
  if (entry.link === null)
    return { kind: 'refused', reason: 'The entry has neither text nor a link.', passing: false };
  const fetched = await tools.fetchPage(entry.link);
  const read: EntryRead =
    fetched.kind === 'refused'
      ? { kind: 'refused', reason: fetched.reason, passing: isPassing(fetched) }
      : await readLinked(fetched, entry, source, tools.html);
  const instead = read.kind === 'refused' && !read.passing && own ? own.article : null;
  return instead && instead.body.length >= LEAST_CHARACTERS ? { kind: 'article', article: instead } : read;
}

/** Whether a later fetch may succeed: the site or the network failed. */
function isPassing({ code, response }: FetchRefusal): boolean {
  if (code === 'http-status') return response?.status === 429 || (response?.status ?? 0) >= 500;
  return ['dns', 'unreachable', 'tls', 'timed-out', 'cut-off', 'bad-response'].includes(code);
}

interface OwnText {
  readonly article: CleanArticle;
  /** Whether it seems to be the whole article. */
  readonly whole: boolean;
}

/** The text that the feed contains for the entry; null without any. */
async function readOwnText(
  entry: FeedEntry,
  source: EntrySource,
  html: EntryDeps['html'],
): Promise<OwnText | null> {
  const feed = source.feed ?? { title: null, kind: 'rss', link: null, ttlMs: null };
  const { article } = await cleanEntry(entry, { feed, origin: source.url }, html);
  if (!article.body) return null;
  const raw = [entry.content?.value ?? '', entry.summary?.value ?? ''].reduce((a, b) =>
    b.length > a.length ? b : a,
  );
  const cut = CUT_SHORT.test(article.body.slice(-200)) || CUT_SHORT.test(plainEnd(raw));
  const whole = article.body.length >= WHOLE_CHARACTERS && !cut;
  return { article: { ...article, outlet: outletOf(entry, source) }, whole };
}

function plainEnd(html: string): string {
  return html
    .slice(-600)
    .replace(/<[^<>]*>/gu, ' ')
    .trim();
}

/** The feed's name when the entry links to the feed's site; else the host of the link. */
function outletOf({ link }: FeedEntry, { name, url, feed }: EntrySource): string | null {
  const host = link === null ? null : (readLink(link)?.host ?? null);
  const home = readLink(feed?.link ?? url)?.host ?? null;
  const family = (one: string | null) => one?.split('.').slice(-2).join('.');
  if (host !== null && family(host) !== family(home)) return host;
  return name ?? feed?.title ?? host ?? home;
}

async function readLinked(
  fetched: FetchedPage,
  entry: FeedEntry,
  source: EntrySource,
  html: EntryDeps['html'],
): Promise<EntryRead> {
  const read = await readFetched(fetched, html);
  if (read.kind === 'refused') return { ...read, passing: false };
  const { article } = read;
  const dated =
    article.publishedAt === null && entry.publishedAt !== null
      ? { publishedAt: entry.publishedAt, publishedHow: entry.publishedHow }
      : {};
  return {
    kind: 'article',
    article: {
      ...article,
      ...dated,
      outlet: article.outlet ?? outletOf(entry, source),
      byline: article.byline ?? entry.author,
      url: article.url ?? entry.link,
    },
  };
}
