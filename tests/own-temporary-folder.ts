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
 * Before all tests: whatever they write into the temporary folder goes into one of this run, which is gone with it, though a test failed
 * or the run was stopped. A run that was killed cannot do that: the next one does. Gives what is to be done after all tests.
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
