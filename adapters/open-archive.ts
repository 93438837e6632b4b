import { existsSync, lstatSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Conversation, Desk } from '../src/desk/desk.ts';
import { fillDesk } from '../src/desk/fill-desk.ts';
import { loadDesk } from '../src/desk/load-desk.ts';
import { openDeskAt, SAMPLE_DESK } from '../src/desk/open-desk-at.ts';
import { Fault } from '../src/kernel/fault.ts';
import type { Log } from '../src/kernel/log.ts';
import { type ArchivePlace, readArchivePlace } from '../src/kernel/settings/archive-place.ts';
import type { Config } from '../src/kernel/settings/config.ts';
import type { DeskConfig } from '../src/kernel/settings/desk-config.ts';
import { PLATFORMS } from './platforms.ts';
import type { Flags, ProcessDeps } from './process-deps.ts';

/** The desk that flags or settings name. Throws Fault `desk-invalid`. */
export function deskConfig(config: Config<Conversation>, flags: Flags): DeskConfig {
  return loadDesk(flags.desk ?? config.deskFile ?? SAMPLE_DESK, PLATFORMS);
}

/** The archive that flags or settings name; null for the desk's own. */
export function archivePlace(config: Config<Conversation>, flags: Flags): ArchivePlace | null {
  return flags.archive ? readArchivePlace(flags.archive) : config.archive;
}

/** Whether the path holds nothing yet, or an empty file that reserves it. Throws Fault `archive-unwritable` for anything but a file. */
export function isNew(file: string): boolean {
  if (!existsSync(file)) return true;
  const found = statSync(file);
  if (!found.isFile())
    throw new Fault('archive-unwritable', `${file} is not a file, so it cannot be the archive.`, {
      remedy: 'Name a file with --archive or VERBATIM_ARCHIVE.',
    });
  return found.size === 0;
}

interface Opening {
  readonly config: Config<Conversation>;
  readonly flags: Flags;
  readonly log: Log;
  /** `from the desk`: a missing archive is filled with the desk's own articles, and one line on standard error says so. */
  readonly ifNew: 'from the desk' | 'empty';
}

/** Opens the desk over its archive. Throws Fault when the desk file or the archive cannot be used. */
export async function openDeskFor(deps: ProcessDeps, opening: Opening): Promise<Desk> {
  const { config, flags, log, ifNew } = opening;
  const { clock, random, stderr, net, sourceLimits } = deps;
  const named = archivePlace(config, flags);
  const desk = deskConfig(config, flags);
  const place = named ?? desk.archive;
  const open = (archive: ArchivePlace | null) =>
    openDeskAt({
      deskFile: flags.desk ?? config.deskFile,
      archive,
      platforms: PLATFORMS,
      clock,
      random,
      log,
      net,
      sourceLimits,
    });
  if (ifNew === 'from the desk' && place.kind === 'file' && isNew(place.path)) {
    const made = await makeArchive(place.path, (path) => open({ kind: 'file', path }));
    if (named && made)
      stderr.write(`Made a new archive, ${place.path}, from the articles of the desk “${desk.name}”.\n`);
  }
  return open(named);
}

/**
 * Fills an archive under a temporary name and renames it once it is whole, so that a crash or a full disk leaves none. A file that
 * reserves the path, or a link, is filled in place, which keeps its mode and target. False when another process was quicker.
 */
async function makeArchive(file: string, open: (file: string) => Promise<Desk>): Promise<boolean> {
  const stands = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const part = stands ? file : `${file}.${process.pid}.part`;
  try {
    const desk = await open(part);
    await fillDesk(desk).finally(() => desk.close());
    if (stands) return true;
    const first = isNew(file);
    if (first) renameSync(part, file);
    return first;
  } finally {
    if (!stands) for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}
