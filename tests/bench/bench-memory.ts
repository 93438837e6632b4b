import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { table } from './measure.ts';

const COUNTS = [1_000, 10_000];
/** What reading in ten times as many articles may take, of what the first thousand takes. */
const BOUND = 1.5;

/** The most memory that reading articles in takes at any one time, in a process of its own. */
export async function benchMemory(say: (line: string) => void): Promise<void> {
  const peaks: number[] = [];
  const rows = [['', 'text', 'peak memory']];
  for (const count of COUNTS) {
    const { articles, bytes, maxRss } = await readInChild(count);
    peaks.push(maxRss);
    rows.push([`${articles} articles`, `${(bytes / 1e6).toFixed(1)} MB`, `${(maxRss / 1024).toFixed(0)} MB`]);
  }
  say('The most memory that reading in takes (maxRSS of a process of its own):');
  for (const line of table(rows)) say(`  ${line}`);
  const [few = 1, many = 0] = peaks;
  const kept = many <= BOUND * few ? 'kept' : 'BROKEN';
  say(`  ${(many / few).toFixed(2)} × for ten times the articles; bound ${BOUND} ×: ${kept}`);
}

interface Peak {
  readonly articles: number;
  readonly bytes: number;
  /** KB, as getrusage gives it. */
  readonly maxRss: number;
}

async function readInChild(pages: number): Promise<Peak> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const program = fileURLToPath(new URL('./memory-child.js', import.meta.url));
    const child = spawn(process.execPath, [program, String(pages), join(folder, 'archive.sqlite')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    if (code !== 0) throw new Error(`the reading process left with ${code}`);
    return JSON.parse(out) as Peak;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
