import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ran } from './run-here.ts';

export interface CommandFolder {
  readonly folder: string;
  /** Where an archive may be; nothing is there at first. */
  readonly archive: string;
  /** Writes a file of the folder and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** A folder of its own for one file of tests. */
export function aCommandFolder(): CommandFolder {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-command-'));
  return {
    folder,
    archive: join(folder, 'archive.sqlite'),
    write(name, content) {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A page as text: one article with a headline, a date and one quotation. */
export const REPORT = [
  'Ferry to run again by summer',
  '',
  'Port Ellis, May 2, 2024',
  '',
  'The harbour council agreed on Thursday to buy a second ferry after a winter of cancelled crossings and long queues.',
  '',
  '“We will keep talking until the boats run on time,” said Mayor Ines Okafor, who chairs the council.',
  '',
  'Nobody on the quay believed it, and the vote was close: five members for it, four against it, one away.',
].join('\n');

/** One plain line on standard error, nothing else: no trace, no path of this code. */
export function expectOneLine({ err }: Ran): void {
  expect(err).toMatch(/^[^\n]+[.!”)]\n$/u);
  expect(err).not.toMatch(/\bat \S+ \(|\.ts:|\.js:|node:|Error:/u);
}
