import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that is removed when the process ends, fails or is stopped. `last` runs before that. */
export function ownFolder(prefix: string, last: () => Promise<void> = async () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  let stopping = false;
  const stop = () => {
    // A second signal ends the process at once.
    if (stopping) process.exit(1);
    stopping = true;
    void last()
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
      .finally(() => process.exit(1));
  };
  // Without a listener, a signal ends the process and no exit handler runs.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return folder;
}
