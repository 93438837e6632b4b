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

/** Where an entry is from. */
export interface EntrySource {
  /** As the desk names it. */
  readonly name: string | null;
  readonly url: string;
  readonly feed: FeedInfo | null;
}

export type EntryRead =
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | {
      readonly kind: 'refused';
      /** Plain words for a reader. */
      readonly reason: string;
      /** Whether it may be different another time. */
      readonly passing: boolean;
    };

/** A shorter text is taken for the beginning of one. */
const WHOLE_CHARACTERS = 600;
/** The least that a feed's own words are worth keeping where the page behind them cannot be read. */
const LEAST_CHARACTERS = 200;
const CUT_SHORT =
  /(?:\.\.\.|…|\[(?:…|\.\.\.|&#8230;|&hellip;)\]|(?:read|see|show|view) (?:more|the (?:full|whole) \w+)|continue reading|read on)[\s.»>→…\])]*$/iu;

/** An entry of a feed as an article: from the feed where it gives the whole text, else from the page it links. */
export async function readEntry(
  entry: FeedEntry,
  source: EntrySource,
  tools: EntryDeps,
): Promise<EntryRead> {
  const own = await readOwnText(entry, source, tools.html);
  if (own?.whole || (own && entry.link === null)) return { kind: 'article', article: own.article };
  if (entry.link === null)
    return { kind: 'refused', reason: 'The feed gives neither its text nor a link to it.', passing: false };
  const fetched = await tools.fetchPage(entry.link);
  const read: EntryRead =
    fetched.kind === 'refused'
      ? { kind: 'refused', reason: fetched.reason, passing: isPassing(fetched) }
      : await readLinked(fetched, entry, source, tools.html);
  const instead = read.kind === 'refused' && !read.passing && own ? own.article : null;
  return instead && instead.body.length >= LEAST_CHARACTERS ? { kind: 'article', article: instead } : read;
}

/** Whether the same question may be answered another time: the site or the way to it was out of order. */
function isPassing({ code, response }: FetchRefusal): boolean {
  if (code === 'http-status') return response?.status === 429 || (response?.status ?? 0) >= 500;
  return ['dns', 'unreachable', 'tls', 'timed-out', 'cut-off', 'bad-response'].includes(code);
}

interface OwnText {
  readonly article: CleanArticle;
  /** Whether it seems to be all of it. */
  readonly whole: boolean;
}

/** What the feed itself gives of the entry's text; null where it gives none. */
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

/** The feed's own name where the entry stands on the feed's site; a feed that links elsewhere only points there. */
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
