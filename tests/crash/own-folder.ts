import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder of this process, which is gone with it, also when it fails halfway or is stopped; `last` is done before that. */
export function ownFolder(prefix: string, last: () => Promise<void> = async () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  let stopping = false;
  const stop = () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    void last()
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
      .finally(() => process.exit(1));
  };
  // Unheard, a signal ends a process without an exit.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return folder;
}
