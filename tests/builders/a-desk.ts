import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLATFORMS } from '../../adapters/platforms.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { fillDesk } from '../../src/desk/fill-desk.ts';
import { loadDesk } from '../../src/desk/load-desk.ts';
import { openDeskAt, SAMPLE_DESK } from '../../src/desk/open-desk-at.ts';
import { type Engine, loadEngine } from '../../src/desk/read/load-engine.ts';
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
  /** An archive to open again; by default a new one in a folder of its own. */
  readonly archiveFile?: string;
  readonly clock?: Clock;
  readonly write?: (line: string) => void;
  /** The network that sources are read over; by default no host can be reached. */
  readonly net?: FetchNet;
}

/** The day on which most tests ask. The articles are stored as of then. */
const NOW = new Date('2026-03-11T16:00:00Z');

/** Opens the sample desk of data/ over a SQLite file, filled by the product's own code. */
export async function openSampleDesk(options: SampleDeskOptions = {}): Promise<OpenedDesk> {
  if (options.archiveFile) return await openAt(options.archiveFile, options);
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const archiveFile = join(folder, 'archive.sqlite');
  // A test with its own clock or log must see the articles being read in; the other tests get a copy of the filled archive.
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

let engine: Engine | null = null;

/** The shipped quotation engine for the sample desk's roster. It is loaded once a process: each load takes 0.1 s. */
function sampleEngine(): Engine {
  engine ??= loadEngine(loadDesk(SAMPLE_DESK, PLATFORMS).roster);
  return engine;
}

let filled: Promise<Buffer> | null = null;

/** The file of an archive with the sample desk's articles, filled once a process. */
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
    archive: { kind: 'file', path: archiveFile },
    platforms: PLATFORMS,
    engine: sampleEngine(),
    clock: options.clock ?? (() => NOW),
    random: () => 0.5,
    net: options.net ?? aNet(),
    sourceLimits: { pageGapMs: 0, stretchMs: 60_000, addStretchMs: 60_000 },
    log: openLog(options.write ? 'debug' : 'silent', [], options.write ?? (() => {})),
  });
  return { desk, archiveFile, close: () => desk.close() };
}
