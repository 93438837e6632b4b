import { openArchive } from '../archive/open-archive.ts';
import type { SourceLimits } from '../follow/source-parts.ts';
import type { FetchNet } from '../ingest/fetch/fetch-url.ts';
import type { Log } from '../kernel/log.ts';
import type { DestinationSyntax } from '../kernel/platform.ts';
import type { ArchivePlace } from '../kernel/settings/archive-place.ts';
import { projectFile } from '../kernel/settings/project-file.ts';
import type { Clock } from '../kernel/time/clock.ts';
import type { Desk } from './desk.ts';
import { fillDesk } from './fill-desk.ts';
import { loadDesk } from './load-desk.ts';
import { openDesk } from './open-desk.ts';
import { type Engine, loadEngine } from './read/load-engine.ts';

/** The desk that ships with the project. */
export const SAMPLE_DESK = projectFile('data/desk.yaml');

export interface DeskPlace {
  readonly deskFile: string | null;
  /** Null: the desk's own file, which is made from the desk's articles on first use. */
  readonly archive: ArchivePlace | null;
  /** The platforms whose destinations the desk's file may name. */
  readonly platforms: readonly DestinationSyntax[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** The network; the machine's own where none is given. */
  readonly net?: FetchNet | undefined;
  readonly sourceLimits?: SourceLimits | undefined;
  /** The quotation engine for the desk's roster; the shipped model is read from its files when omitted. */
  readonly engine?: Engine | undefined;
}

/** Opens the desk and its archive as settings and flags name them. Throws Fault when either cannot be used. */
export async function openDeskAt(place: DeskPlace): Promise<Desk> {
  const { deskFile, archive: named, platforms, engine, ...outside } = place;
  const config = loadDesk(deskFile ?? SAMPLE_DESK, platforms);
  const found = engine ?? loadEngine(config.roster);
  const archive = openArchive(named ?? config.archive);
  try {
    const desk = await openDesk({
      config,
      archive,
      findQuotations: found.findQuotations,
      engine: found.name,
      ...outside,
    });
    if (!named && (await archive.directory.totals()).articles === 0) await fillDesk(desk);
    return desk;
  } catch (error) {
    await archive.close();
    throw error;
  }
}
