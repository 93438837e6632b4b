import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readHtml } from '../../src/ingest/html/clean-html.ts';
import { aWebPage, PARAGRAPHS } from '../builders/a-web-page.ts';
import { type Took, table, timed } from './measure.ts';

const PASSES = 3;
/** Paragraphs of one page, each different: how the cost grows with a page's length. */
const LENGTHS = [10, 100, 1_000, 10_000];

/** How fast web pages are read, from markup to a dated article, and how the cost grows with a page's length. */
export async function benchPages(say: (line: string) => void): Promise<void> {
  const { name, pages } = material();
  const bytes = pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0);
  say(
    `Web pages, from markup to a dated article, on ${name}: ${pages.length} pages, ${Math.round(bytes / 1e6)} MB`,
  );
  const rows = [['', 'CPU pages/s, own thread', 'CPU pages/s, all threads']];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const { took } = await timed(() => pages.reduce((sum, html) => sum + articlesIn(html), 0));
    rows.push([`pass ${pass + 1}`, rate(pages.length, took.ownMs), rate(pages.length, took.cpuMs)]);
  }
  for (const line of table(rows)) say(`  ${line}`);
  const costs = [['paragraphs', 'CPU ms', 'ms a paragraph']];
  for (const length of LENGTHS) {
    const paragraphs = Array.from({ length }, (_, n) => `${PARAGRAPHS[n % PARAGRAPHS.length]} Part ${n}.`);
    const html = aWebPage({ paragraphs });
    const { took }: { took: Took } = await timed(() => articlesIn(html));
    costs.push([String(length), took.cpuMs.toFixed(0), (took.cpuMs / length).toFixed(2)]);
  }
  for (const line of table(costs)) say(`  ${line}`);
}

const rate = (pages: number, ms: number | null): string =>
  ms === null ? '—' : (pages / (ms / 1_000)).toFixed(1);

function articlesIn(html: string): number {
  const read = readHtml({ html, url: null, name: 'page', given: {} });
  return read.kind === 'read' ? read.articles.length : 0;
}

/** The news pages of the evaluation where they are, else pages of our own. */
function material(): { readonly name: string; readonly pages: readonly string[] } {
  const gold = join(resolve(process.cwd(), '..', 'shared', 'eval', 'pages'), 'news-dev.jsonl.gz');
  if (!existsSync(gold))
    return { name: 'pages of our own', pages: Array.from({ length: 200 }, () => aWebPage()) };
  const lines = gunzipSync(readFileSync(gold)).toString('utf8').split('\n').filter(Boolean);
  return { name: 'the news pages of the evaluation', pages: lines.map((line) => JSON.parse(line).html) };
}
