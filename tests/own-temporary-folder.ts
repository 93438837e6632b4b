import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Gives the run a temporary folder of its own, and returns what removes it after the last test. The folder is also
 * removed when a test fails or the run is stopped; the folder of a killed run is removed by the next run.
 */
export function setup(): () => void {
  const outside = tmpdir();
  for (const name of readdirSync(outside)) {
    const [, pid] = /^verbatim-tests-(\d+)-/u.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) remove(join(outside, name));
  }
  const folder = mkdtempSync(join(outside, `verbatim-tests-${process.pid}-`));
  process.env['TMPDIR'] = folder;
  const after = () => remove(folder);
  process.once('exit', after);
  return after;
}
