import { readdir, stat } from 'node:fs/promises';
import cliProgress from 'cli-progress';
import type { ProcessDeps } from '../process-deps.ts';

/** Receives every article that is read or refused, in order. */
export interface Progress {
  /** Adds the articles of a feed to the total, in place of the one file counted for it. */
  expect(articles: number): void;
  step(where: string, what: 'article' | 'refused'): void;
  stop(): void;
}

/** Shows a progress bar over the files to read; shows nothing when stderr is not a terminal. */
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
      // The second article of a file is named `file#2`; count the file only once.
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

/** Shows a progress bar over `total` items; shows nothing when stderr is not a terminal. */
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
    // A folder that cannot be listed is refused later, when it is read.
    const entries = isFolder
      ? await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
      : [];
    total += isFolder ? entries.filter((entry) => !entry.isDirectory()).length : 1;
  }
  return total;
}
