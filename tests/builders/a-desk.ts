import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../src/desk/desk.ts';
import { fillDesk } from '../../src/desk/fill-desk.ts';
import { openDeskAt } from '../../src/desk/open-desk-at.ts';
import type { FetchNet } from '../../src/ingest/fetch-url.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aNet } from '../ingest/fetch-world.ts';

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

/** The sample desk of data/ over a real SQLite file, read in by the real rooms. */
export async function openSampleDesk(options: SampleDeskOptions = {}): Promise<OpenedDesk> {
  const folder = options.archiveFile ? null : mkdtempSync(join(tmpdir(), 'verbatim-'));
  const archiveFile = options.archiveFile ?? join(folder ?? '', 'archive.sqlite');
  const desk = await openDeskAt({
    deskFile: null,
    archiveFile,
    clock: options.clock ?? (() => new Date('2026-03-11T16:00:00Z')),
    random: () => 0.5,
    net: options.net ?? aNet(),
    sourceLimits: { pageGapMs: 0, stretchMs: 60_000, addStretchMs: 60_000 },
    log: openLog(options.write ? 'debug' : 'silent', [], options.write ?? (() => {})),
  });
  if (folder) await fillDesk(desk);
  const close = async () => {
    await desk.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  return { desk, archiveFile, close };
}
