import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLATFORMS } from '../../adapters/platforms.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { fillDesk } from '../../src/desk/fill-desk.ts';
import { openDeskAt } from '../../src/desk/open-desk-at.ts';
import type { FetchNet } from '../../src/ingest/fetch/fetch-url.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { Clock } from '../../src/kernel/time/clock.ts';
import { aNet } from '../ingest/fetch/fetch-world.ts';

export interface OpenedDesk {
  readonly desk: Desk;
  readonly archiveFile: string;
  /** Closes the desk; removes its folder when it was made here. */
  close(): Promise<void>;
}

export interface SampleDeskOptions {
  /** An archive to open again; a fresh one in a folder of its own when left out. */
  readonly archiveFile?: string;
  readonly clock?: Clock;
  readonly write?: (line: string) => void;
  /** Where sources are read; no host can be reached when left out. */
  readonly net?: FetchNet;
}

/** What most tests ask on; the articles are stored as of then. */
const NOW = new Date('2026-03-11T16:00:00Z');

/** The sample desk of data/ over a real SQLite file, read in by the real rooms. */
export async function openSampleDesk(options: SampleDeskOptions = {}): Promise<OpenedDesk> {
  if (options.archiveFile) return await openAt(options.archiveFile, options);
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const archiveFile = join(folder, 'archive.sqlite');
  // Whoever gives a clock or listens to the log is there while the articles are read in; the others get a copy of what that comes to.
  const watched = options.clock !== undefined || options.write !== undefined;
  if (!watched) writeFileSync(archiveFile, await filledArchive());
  const opened = await openAt(archiveFile, options);
  if (watched) await fillDesk(opened.desk);
  const close = async () => {
    await opened.close();
    remove();
  };
  return { ...opened, close };
}

let filled: Promise<Buffer> | null = null;

/** The file of an archive with the desk's own articles, made once in a process. */
function filledArchive(): Promise<Buffer> {
  filled ??= fillArchive();
  return filled;
}

async function fillArchive(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  try {
    const { desk, archiveFile, close } = await openAt(join(folder, 'archive.sqlite'), {});
    await fillDesk(desk);
    await close();
    return readFileSync(archiveFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAt(archiveFile: string, options: SampleDeskOptions): Promise<OpenedDesk> {
  const desk = await openDeskAt({
    deskFile: null,
    archiveFile,
    platforms: PLATFORMS,
    clock: options.clock ?? (() => NOW),
    random: () => 0.5,
    net: options.net ?? aNet(),
    sourceLimits: { pageGapMs: 0, stretchMs: 60_000, addStretchMs: 60_000 },
    log: openLog(options.write ? 'debug' : 'silent', [], options.write ?? (() => {})),
  });
  return { desk, archiveFile, close: () => desk.close() };
}
