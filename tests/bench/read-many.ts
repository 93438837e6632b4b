import { join } from 'node:path';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { loadEngine } from '../../src/desk/read/load-engine.ts';
import { readArticle } from '../../src/desk/read/read-article.ts';
import { seededRandom } from '../builders/make-copies.ts';
import { timed } from './measure.ts';
import type { PAGE_KINDS } from './page-kinds.ts';

const NOW = new Date('2024-05-01T09:00:00Z');

/** What reading so many pages in came to. */
interface ReadMany {
  readonly articles: number;
  readonly bytes: number;
  /** CPU and wall time in ms of cleaning, of finding and of joining and storing quotations. */
  readonly cleaning: Spent;
  readonly finding: Spent;
  readonly storing: Spent;
}

interface Spent {
  cpuMs: number;
  wallMs: number;
}

/** Reads pages into an archive file, made and read one at a time as a folder of them is; making them is not timed. */
export async function readMany(
  kind: (typeof PAGE_KINDS)[number],
  pages: number,
  file: string,
): Promise<ReadMany> {
  const archive = openSqliteArchive({ file });
  const reader = loadEngine([], join('data', 'quotation-model.json'));
  const random = seededRandom(3);
  const spent = { cleaning: none(), finding: none(), storing: none() };
  let [articles, bytes] = [0, 0];
  for (let n = 0; n < pages; n++) {
    const page = kind.make(n, random);
    bytes += Buffer.byteLength(page);
    for (const article of await on(spent.cleaning, () => kind.read(page, n))) {
      const found = await on(spent.finding, () => reader.findQuotations(article.body));
      const tools = { archive, findQuotations: () => found, reader: reader.name, clock: () => NOW };
      await on(spent.storing, () => readArticle(article, tools));
      articles += 1;
    }
  }
  await archive.close();
  return { articles, bytes, ...spent };
}

const none = (): Spent => ({ cpuMs: 0, wallMs: 0 });

async function on<T>(spent: Spent, work: () => T | Promise<T>): Promise<T> {
  const { result, took } = await timed(work);
  spent.cpuMs += took.cpuMs;
  spent.wallMs += took.wallMs;
  return result;
}
