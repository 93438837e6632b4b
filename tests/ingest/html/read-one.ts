import type { CleanedArticle } from '../../../src/ingest/files/read-input.ts';
import { readHtml } from '../../../src/ingest/html/clean-html.ts';
import { aWebPage, PARAGRAPHS } from '../../builders/a-web-page.ts';

export const PAGE_URL = 'https://www.herald.example/news/second-ferry';

/** The one article of a web page. Throws when the page is refused. */
export function readOne(html: string, url: string | null = PAGE_URL): CleanedArticle {
  const read = readHtml({ html, url, name: 'page.html', given: {} });
  if (read.kind === 'refused') throw new Error(read.reason);
  const [found] = read.articles;
  if (!found) throw new Error('no article');
  return found;
}

/** The cleaned article of a page that a builder makes. */
export const article = (page: Parameters<typeof aWebPage>[0], url: string | null = PAGE_URL) =>
  readOne(aWebPage(page), url).article;

/** A script element with JSON-LD. */
export const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** The text of the builder's page. */
export const whole = PARAGRAPHS.join('\n\n');
