import { readdir, stat } from 'node:fs/promises';
import cliProgress from 'cli-progress';
import type { ProcessDeps } from '../process-deps.ts';

/** Told of every article read or refused, in order. */
export interface Progress {
  /** A feed was found, with so many articles in place of one. */
  expect(articles: number): void;
  step(where: string, what: 'article' | 'refused'): void;
  stop(): void;
}

/** A progress bar over the files to read, at a terminal; elsewhere nothing is shown. */
export async function openProgress(
  stderr: ProcessDeps['stderr'],
  paths: readonly string[],
): Promise<Progress> {
  if (stderr.isTTY !== true) return { expect: () => {}, step: () => {}, stop: () => {} };
  let total = await countFiles(paths);
  const bar = barOn(stderr, '{bar} {value}/{total} read · {article} articles · {refused} refused');
  const seen = { article: 0, refused: 0 };
  let file = '';
  let files = 0;
  bar.start(total, 0, seen);
  return {
    expect(articles) {
      total += articles - 1;
      bar.setTotal(total);
    },
    step(where, what) {
      seen[what] += 1;
      // The second article of a file is named `file#2`.
      const name = where.replace(/#\d+$/u, '');
      if (name !== file) files += 1;
      file = name;
      bar.update(Math.min(files, total), seen);
    },
    stop: () => bar.stop(),
  };
}

function barOn(stderr: ProcessDeps['stderr'], format: string): cliProgress.SingleBar {
  const stream = stderr as NodeJS.WritableStream;
  return new cliProgress.SingleBar({ stream, format, hideCursor: true }, cliProgress.Presets.shades_classic);
}

/** A progress bar over so many things, at a terminal; elsewhere nothing is shown. */
export function openCounter(
  stderr: ProcessDeps['stderr'],
  total: number,
  what: string,
): { step(): void; stop(): void } {
  if (stderr.isTTY !== true || total === 0) return { step: () => {}, stop: () => {} };
  const bar = barOn(stderr, `{bar} {value}/{total} ${what}`);
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let total = 0;
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    // What cannot be listed is refused when it is read.
    const entries = isFolder
      ? await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
      : [];
    total += isFolder ? entries.filter((entry) => !entry.isDirectory()).length : 1;
  }
  return total;
}
