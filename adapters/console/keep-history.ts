import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How many lines are remembered from one conversation to the next. */
export const HISTORY_SIZE = 500;

/** The typed lines of earlier conversations, newest first and each once, as node:readline wants them; none when they cannot be read. */
export async function readHistory(file: string | null): Promise<string[]> {
  if (!file) return [];
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.trim());
  const newest = [...new Set(lines.reverse())].slice(0, HISTORY_SIZE);
  // The file grows by a line each time; it is cut back here, where nobody waits for it.
  if (lines.length > 2 * HISTORY_SIZE)
    await writeFile(
      file,
      [...newest]
        .reverse()
        .map((line) => `${line}\n`)
        .join(''),
      { mode: 0o600 },
    ).catch(() => {});
  return newest;
}

/** Remembers one typed line, readable by its owner only. A history that cannot be written is no reason to bother a reader. */
export async function addToHistory(file: string | null, line: string): Promise<void> {
  if (!file) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => appendFile(file, `${line}\n`, { mode: 0o600 }))
    .catch(() => {});
}
