import { readFeed } from '../ingest/feed/read-feed.ts';
import type { RawInput, Refusal } from '../ingest/files/read-input.ts';
import { takeDate } from '../ingest/lines/find-publication.ts';
import { type EntryDeps, readEntry } from '../ingest/read-entry.ts';
import { readUrl } from '../ingest/read-url.ts';
import type { CleanArticle } from '../kernel/article.ts';
import type { FeedEntry, FeedInfo } from '../kernel/source.ts';
import { addressOf } from './add-source.ts';

/** An event while a URL is read once. Nothing is followed or stored. */
export type WebRead =
  /** How many articles will follow. */
  | { readonly kind: 'expected'; readonly articles: number }
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | { readonly kind: 'noted'; readonly where: string; readonly reason: string }
  | ({ readonly kind: 'refused' } & Refusal);

/** Metadata that the person gives with a URL. It overrides the page's own. */
export type GivenOfWeb = RawInput['given'];

/** Reads the article at a URL, or every article of the feed at it. */
export async function* readWeb(
  typed: string,
  entryDeps: EntryDeps,
  given: GivenOfWeb = {},
): AsyncGenerator<WebRead> {
  for await (const read of readAt(typed, entryDeps))
    yield read.kind === 'article' ? { kind: 'article', article: withGiven(read.article, given) } : read;
}

function withGiven(article: CleanArticle, { outlet, publishedAt, url }: GivenOfWeb): CleanArticle {
  return {
    ...article,
    ...(outlet === undefined ? {} : { outlet }),
    ...(publishedAt === undefined ? {} : takeDate(publishedAt, 'given')),
    ...(url === undefined ? {} : { url }),
  };
}

async function* readAt(typed: string, entryDeps: EntryDeps): AsyncGenerator<WebRead> {
  const url = addressOf(typed);
  const read = await readUrl(url, entryDeps);
  switch (read.kind) {
    case 'refused':
      yield { kind: 'refused', where: url, reason: bare(read.reason) };
      return;
    case 'article':
      yield { kind: 'article', article: read.article };
      return;
    case 'feed':
      yield* readAll(read.page.url, read.read, entryDeps);
      return;
    case 'front': {
      const [first] = read.feeds;
      const page = first ? await entryDeps.fetchPage(first.url) : null;
      const feed = page?.kind === 'page' ? await readFeed(page.text, page.url) : null;
      if (page?.kind === 'page' && feed?.kind === 'feed') yield* readAll(page.url, feed, entryDeps);
      else {
        const why =
          page?.kind === 'refused'
            ? page.reason
            : (feed?.kind === 'refused' && feed.reason) || 'It links no feed.';
        yield { kind: 'refused', where: first?.url ?? url, reason: bare(why) };
      }
      return;
    }
    default:
      read satisfies never;
  }
}

async function* readAll(
  url: string,
  { feed, entries, notes }: { feed: FeedInfo; entries: readonly FeedEntry[]; notes: readonly string[] },
  entryDeps: EntryDeps,
): AsyncGenerator<WebRead> {
  yield { kind: 'expected', articles: entries.length };
  for (const note of notes) yield { kind: 'noted', where: url, reason: note };
  for (const entry of entries.toReversed()) {
    const read = await readEntry(entry, { name: null, url, feed }, entryDeps);
    if (read.kind === 'article') yield read;
    else yield { kind: 'refused', where: entry.link ?? entry.title ?? url, reason: bare(read.reason) };
  }
}

/** The reason without its full stop, because the summary line continues after it. */
function bare(reason: string): string {
  return reason.replace(/\.$/u, '');
}
