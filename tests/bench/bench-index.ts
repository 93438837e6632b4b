import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from './measure.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { readMany } from './read-many.ts';

/** Articles read in of each kind, about. */
const ARTICLES = 1_000;

/** How many pages a second a desk reads in, by what they are: cleaned, quotations found, joined and stored in a SQLite file. */
export async function benchIndex(say: (line: string) => void): Promise<void> {
  const rows = [
    ['', 'articles', 'MB', 'articles/s', 'MB/s', 'articles/s by CPU', 'clean', 'find', 'store', 'archive'],
  ];
  for (const kind of PAGE_KINDS) {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
    try {
      const file = join(folder, 'archive.sqlite');
      const pages = kind.name === 'feed' ? ARTICLES / 20 : ARTICLES;
      const { articles, bytes, cleaning, finding, storing } = await readMany(kind, pages, file);
      const wall = cleaning.wallMs + finding.wallMs + storing.wallMs;
      const cpu = cleaning.cpuMs + finding.cpuMs + storing.cpuMs;
      const each = ({ wallMs }: { wallMs: number }) => `${(wallMs / articles).toFixed(2)} ms`;
      rows.push([
        kind.name,
        `${articles}`,
        (bytes / 1e6).toFixed(1),
        `${Math.round((1_000 * articles) / wall)}`,
        (bytes / 1_000 / wall).toFixed(2),
        `${Math.round((1_000 * articles) / cpu)}`,
        each(cleaning),
        each(finding),
        each(storing),
        `${(statSync(file).size / 1e6).toFixed(1)} MB`,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  say('Reading in, one process, made-up pages; clean, find and store are wall time an article:');
  for (const line of table(rows)) say(`  ${line}`);
}
