import { readFeed } from '../../src/ingest/feed/read-feed.ts';
import { readInput } from '../../src/ingest/files/read-input.ts';
import type { CleanArticle } from '../../src/kernel/article.ts';
import { cleanLine, cleanText } from '../../src/text/clean-text.ts';
import { aPage } from '../builders/a-page.ts';
import { makeBody, makeHeadline } from '../builders/make-prose.ts';

/** A kind of page a desk reads in: how one is made, and what ingest makes of it. */
interface PageKind {
  readonly name: string;
  /** The n-th page, the same for the same numbers. */
  make(n: number, random: () => number): string;
  read(page: string, n: number): readonly CleanArticle[] | Promise<readonly CleanArticle[]>;
}

/** Characters of an ordinary news article's body. */
const BODY = 3_500;
const ENTRIES = 20;

const address = (n: number) => `https://outlet-${n % 50}.example/story/${n}`;
const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + (n % 700))).toISOString().slice(0, 10);

const text: PageKind = {
  name: 'text',
  make: (n, random) =>
    aPage({
      headline: `${makeHeadline(random)} ${n}`,
      date: `Published on ${day(n)}`,
      story: makeBody(random, BODY).split('\n\n'),
    }),
  read: (page, n) =>
    readInput({
      name: `page-${n}.txt`,
      format: 'text',
      content: page,
      given: { url: address(n), publishedAt: day(n), outlet: `Outlet ${n % 50}` },
    }).articles.map(({ article }) => article),
};

const escaped = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One page is one feed of twenty reports in plain text. */
const feed: PageKind = {
  name: 'feed',
  make: (n, random) => {
    const entries = Array.from({ length: ENTRIES }, (_, at) => {
      const url = address(n * ENTRIES + at);
      return `<entry><id>${url}</id><link href="${url}"/><title>${escaped(makeHeadline(random))}</title>
<updated>${day(n)}T08:00:00Z</updated><content type="text">${escaped(makeBody(random, BODY))}</content></entry>`;
    });
    return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet ${n % 50}</title><id>${address(n)}</id>
<updated>2024-01-01T00:00:00Z</updated>${entries.join('\n')}</feed>`;
  },
  read: async (page, n) => {
    const read = await readFeed(page, `https://outlet-${n % 50}.example/feed.xml`);
    if (read.kind === 'refused') throw new Error(`the bench's own feed was refused: ${read.reason}`);
    return read.entries.map((entry) => ({
      headline: cleanLine(entry.title ?? ''),
      outlet: read.feed.title,
      byline: entry.author,
      publishedAt: entry.publishedAt,
      publishedHow: entry.publishedHow,
      url: entry.link,
      origin: `feed ${n}`,
      body: cleanText(entry.content?.value ?? entry.summary?.value ?? ''),
    }));
  },
};

/** Another kind of page is another entry here. */
export const PAGE_KINDS: readonly PageKind[] = [text, feed];
