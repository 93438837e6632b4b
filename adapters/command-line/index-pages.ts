import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../../src/desk/desk.ts';
import type { WebRead } from '../../src/follow/read-web.ts';
import { openContentParser, type PageRead } from '../../src/ingest/read-pages.ts';
import { openDeskFor } from '../open-archive.ts';
import { type Flags, logTo, type ProcessDeps, readLocalConfig } from '../process-deps.ts';
import { EXIT, Refused } from './exit-code.ts';
import { readSource } from './read-source.ts';
import { openProgress, type Progress } from './show-progress.ts';
import { write } from './write-lines.ts';

type IndexFlags = Flags & { readonly outlet?: string; readonly published?: string; readonly url?: string };

type Stored = Awaited<ReturnType<Reading['read']>>;

interface Told {
  readonly where: string;
  readonly reason: string;
}

interface Tally extends Record<Stored, number> {
  readonly refused: Told[];
  /** Sources that were ingested only in part. */
  readonly notes: Told[];
}

/**
 * Ingests files, folders, pages and feeds into the archive and prints the result of each. Shows a progress
 * bar at a terminal.
 */
export async function index(
  around: ProcessDeps,
  paths: readonly string[],
  flags: IndexFlags,
): Promise<number> {
  if (flags.url !== undefined && !(await isOneFile(paths))) {
    await write(around.stderr, 'verbatim: --url is the address of one article: name one file with it.\n');
    return EXIT.usage;
  }
  const config = readLocalConfig(around);
  const log = logTo(around, config, false);
  const desk = await openDeskFor(around, { config, flags, log, ifNew: 'empty' });
  const tally: Tally = { added: 0, copy: 0, updated: 0, unchanged: 0, refused: [], notes: [] };
  const progress = await openProgress(around.stderr, paths);
  const stop = new AbortController();
  const forget = around.onEnd(() => stop.abort());
  try {
    await readIn(desk, pagesOf(around, desk, paths, flags), tally, { progress, stop: stop.signal });
  } finally {
    forget();
    progress.stop();
    await desk.close();
    // Print the summary even after an error such as a full disk: the articles stored so far remain stored.
    await write(around.stdout, summary(tally));
  }
  if (stop.signal.aborted) {
    await write(around.stderr, STOPPED);
    return EXIT.nothing;
  }
  if (tally.added + tally.copy + tally.updated + tally.unchanged) return EXIT.done;
  const first = tally.refused[0];
  const why = first ? ` ${first.where}: ${first.reason}.` : ' The folder holds no file.';
  await write(around.stderr, `Nothing was read in.${why}\n`);
  return EXIT.nothing;
}

const STOPPED =
  'Stopped before the end. What was read in is kept: the same command again goes on where this one stopped.\n';

/**
 * Whether the paths name exactly one file. A URL belongs to one article; with several articles, each would
 * replace the one before.
 */
async function isOneFile(paths: readonly string[]): Promise<boolean> {
  const [path = ''] = paths;
  if (paths.length > 1) return false;
  return (
    path === '-' ||
    !(await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  );
}

async function readIn(
  desk: Reading,
  pages: AsyncIterable<PageRead | WebRead>,
  tally: Tally,
  { progress, stop }: { readonly progress: Progress; readonly stop: AbortSignal },
): Promise<void> {
  for await (const page of untilStopped(pages, stop)) {
    // The archive is synchronous. Without this pause, a signal would not be seen until the next file.
    await setImmediate();
    if (stop.aborted) return;
    await take(page, desk, tally, progress);
  }
}

/** Yields items until `stop` aborts, even while a slow site keeps the next item waiting. */
async function* untilStopped<T>(pages: AsyncIterable<T>, stop: AbortSignal): AsyncGenerator<T> {
  const stopped = new Promise<null>((resolve) => {
    stop.addEventListener('abort', () => resolve(null), { once: true });
  });
  const coming = pages[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([coming.next(), stopped]);
    if (next === null) coming.return?.().catch(() => {});
    if (next === null || next.done) return;
    yield next.value;
  }
}

async function take(
  page: PageRead | WebRead,
  desk: Reading,
  tally: Tally,
  progress: Progress,
): Promise<void> {
  switch (page.kind) {
    case 'expected':
      progress.expect(page.articles);
      return;
    case 'noted':
      tally.notes.push(page);
      return;
    case 'refused':
      if (page.kept) tally.notes.push(page);
      else tally.refused.push(page);
      if (!page.kept) progress.step(page.where, 'refused');
      return;
    case 'article': {
      const article = 'cleaned' in page ? page.cleaned.article : page.article;
      tally[await desk.read(article)] += 1;
      progress.step('cleaned' in page ? article.origin : (article.url ?? article.origin), 'article');
      return;
    }
    default:
      page satisfies never;
  }
}

async function* pagesOf(
  around: ProcessDeps,
  desk: Reading,
  paths: readonly string[],
  { outlet, published, url }: IndexFlags,
): AsyncGenerator<PageRead | WebRead> {
  const given = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(url === undefined ? {} : { url }),
  };
  const parser = openContentParser();
  try {
    for (const path of paths)
      if (isAddress(path)) yield* desk.readWeb(path, given);
      else yield* pagesAt(around, path, { given, parser });
  } finally {
    await parser.close();
  }
}

async function* pagesAt(
  around: ProcessDeps,
  path: string,
  how: Parameters<typeof readSource>[2],
): AsyncGenerator<PageRead> {
  try {
    yield* readSource(around, path, how);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { kind: 'refused', where: error.where, reason: error.reason };
  }
}

const isAddress = (path: string) => /^https?:\/\//iu.test(path);

function summary({ added, copy, updated, unchanged, refused, notes }: Tally): string {
  const counts = [
    `${added} added`,
    `${updated} updated`,
    `${copy} ${copy === 1 ? 'copy' : 'copies'}`,
    `${unchanged} unchanged`,
    `${refused.length} refused`,
  ];
  const told = (what: string, all: readonly Told[]) =>
    all.map(({ where, reason }) => `  ${what} ${where}: ${reason}`);
  return [counts.join(', '), ...told('refused', refused), ...told('note', notes), ''].join('\n');
}
