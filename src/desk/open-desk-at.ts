import type { Archive } from '../archive/port.ts';
import { openSqliteArchive } from '../archive/sqlite/open-archive.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DeskConfig } from '../kernel/desk-config.ts';
import type { Log } from '../kernel/log.ts';
import { findQuotations } from '../quotes/find-quotations.ts';
import type { Desk } from './desk.ts';
import { loadDesk } from './load-desk.ts';
import { dataFile, loadModel } from './load-model.ts';
import { openDesk } from './open-desk.ts';
import { readPages } from './read-pages.ts';

/** The desk that ships with the project. */
export const SAMPLE_DESK = dataFile('desk.yaml');

export interface DeskPlace {
  readonly deskFile: string | null;
  /** Null: the desk's own file, which is made from the desk's articles on first use. */
  readonly archiveFile: string | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Opens the desk and its archive as settings and flags name them. Throws Fault when either cannot be used. */
export async function openDeskAt({ deskFile, archiveFile, clock, random, log }: DeskPlace): Promise<Desk> {
  const config = loadDesk(deskFile ?? SAMPLE_DESK);
  const model = loadModel();
  const archive = openSqliteArchive({ file: archiveFile ?? config.archive });
  try {
    const desk = await openDesk({
      config,
      archive,
      findQuotations: (body) => findQuotations(body, config.roster, model),
      clock,
      random,
      log,
    });
    if (!archiveFile) await fill(desk, archive, config);
    return desk;
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** Reads the desk's own articles into an archive that holds none. */
async function fill(desk: Desk, archive: Archive, config: DeskConfig): Promise<void> {
  const { articles } = await archive.index.totals();
  if (articles) return;
  for await (const page of readPages(config.articles, {}))
    if (page.kind === 'article') await desk.read(page.cleaned.article);
}
