import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Most typed lines carried over from one conversation to the next. */
export const HISTORY_SIZE = 500;

/**
 * The typed lines of earlier conversations, newest first and without duplicates, as node:readline expects
 * them. Empty if the file cannot be read.
 */
export async function readHistory(file: string | null): Promise<string[]> {
  if (!file) return [];
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.trim());
  const newest = [...new Set(lines.reverse())].slice(0, HISTORY_SIZE);
  // The file grows by one line for each typed line. Truncate it here, at the start, when nobody waits for an
  // answer.
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

/**
 * Appends a typed line to the history, in a file that only its owner can read. Ignores write errors: a
 * missing history does not matter to a reader.
 */
export async function addToHistory(file: string | null, line: string): Promise<void> {
  if (!file) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => appendFile(file, `${line}\n`, { mode: 0o600 }))
    .catch(() => {});
}
