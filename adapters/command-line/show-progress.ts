import { readdir, stat } from 'node:fs/promises';
import cliProgress from 'cli-progress';
import type { Surroundings } from '../start.ts';

/** Told of every article read or refused, in order. */
export interface Progress {
  step(where: string, what: 'article' | 'refused'): void;
  stop(): void;
}

/** A progress bar over the files to read, at a terminal; elsewhere nothing is shown. */
export async function openProgress(
  stderr: Surroundings['stderr'],
  paths: readonly string[],
): Promise<Progress> {
  if (stderr.isTTY !== true) return { step: () => {}, stop: () => {} };
  const total = await countFiles(paths);
  const bar = new cliProgress.SingleBar(
    {
      stream: stderr as NodeJS.WritableStream,
      format: '{bar} {value}/{total} files · {article} articles · {refused} refused',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const seen = { article: 0, refused: 0 };
  let file = '';
  let files = 0;
  bar.start(total, 0, seen);
  return {
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
