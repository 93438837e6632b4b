import type { Deliveries, Schedules } from '../delivery-port.ts';
import type { Archive } from '../port.ts';
import type { AuditTrail, SourceStore } from '../source-port.ts';
import type { Watches } from '../watch-port.ts';
import { coverageCounter, outletLister, revisionReader, totaller } from './articles/count-holdings.ts';
import { articleReader, ingestedLister } from './articles/list-ingested.ts';
import { storyReader } from './articles/list-stories.ts';
import { earlierFinder, versionReader } from './articles/list-versions.ts';
import { readingsOver } from './articles/read-again.ts';
import { openShelf } from './articles/store-article.ts';
import { checkArchive } from './check-archive.ts';
import { type Connection, type ConnectOptions, connect } from './connect.ts';
import { openDeliveries } from './deliveries/keep-deliveries.ts';
import { openSchedules } from './deliveries/keep-schedules.ts';
import { asFault } from './explain-error.ts';
import { migrate } from './migrate.ts';
import { quotationLister } from './read-rows.ts';
import { openMemory } from './remember-lines.ts';
import { articleFinder, latestLister } from './search/find-articles.ts';
import { nearestFinder } from './search/find-quotations.ts';
import { quotationReader, recentReader, saidLister, utteranceReader } from './search/list-quotations.ts';
import { speakerLister } from './search/list-speakers.ts';
import { speller } from './search/spell-words.ts';
import { openAudit } from './sources/keep-audit.ts';
import { openEntries } from './sources/keep-entries.ts';
import { openSources, openVisits } from './sources/keep-sources.ts';
import type { Synchronous } from './synchronous.ts';
import { openWatches } from './watches/keep-watches.ts';

export type SqliteArchiveOptions = ConnectOptions;

/** Makes an asynchronous method of a synchronous one. Storage errors become Faults. */
function method<Given extends unknown[], Result>(
  run: (...given: Given) => Result,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    try {
      return run(...given);
    } catch (error) {
      throw asFault(error);
    }
  };
}

/** Makes every method of a port asynchronous. */
function methods<Port extends object>(sync: Synchronous<Port>): Port {
  const entries = Object.entries(sync) as [string, (...given: unknown[]) => unknown][];
  return Object.fromEntries(entries.map(([name, run]) => [name, method(run)])) as Port;
}

function archiveOver(db: Connection): Archive {
  const shelf = openShelf(db);
  const memory = openMemory(db);
  const readings = readingsOver(db);
  const spell = speller(db);
  return {
    writer: { store: method(shelf.store), holds: method(shelf.holds) },
    readings: {
      countOthers: method(readings.countOthers),
      nextOther: method(readings.nextOther),
      replace: method(readings.replace),
    },
    search: {
      nearestQuotations: method(nearestFinder(db, spell)),
      quotationsBy: method(saidLister(db, spell)),
      utterances: method(utteranceReader(db)),
      quotation: method(quotationReader(db)),
      findArticles: method(articleFinder(db, spell)),
      latestArticles: method(latestLister(db)),
      articlesIngested: method(ingestedLister(db)),
      articles: method(articleReader(db)),
      quotationsIn: method(quotationLister(db)),
      stories: method(storyReader(db)),
      versions: method(versionReader(db)),
      earlierQuotations: method(earlierFinder(db)),
    },
    directory: {
      speakers: method(speakerLister(db, revisionReader(db))),
      outlets: method(outletLister(db)),
      coverage: method(coverageCounter(db)),
      recentQuotations: method(recentReader(db)),
      nearestWords: method(spell),
      totals: method(totaller(db)),
    },
    keyValues: {
      keepLine: method(memory.keepLine),
      lineOf: method(memory.lineOf),
      once: method(memory.once),
      seen: method(memory.seen),
    },
    schedules: methods<Schedules>(openSchedules(db)),
    deliveries: methods<Deliveries>(openDeliveries(db)),
    sources: methods<SourceStore>({ ...openSources(db), ...openVisits(db), ...openEntries(db) }),
    audit: methods<AuditTrail>(openAudit(db)),
    watches: methods<Watches>(openWatches(db)),
    check: method(() => checkArchive(db)),
    close: method(() => {
      db.close();
    }),
  };
}

/**
 * Opens or creates an archive file. Throws Fault `archive-locked`, `archive-corrupt`, `archive-newer`,
 * `archive-unwritable` or `disk-full`, here and from every method.
 */
export function openSqliteArchive(options: SqliteArchiveOptions): Archive {
  try {
    const db = connect(options);
    try {
      migrate(db);
      return archiveOver(db);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw asFault(error);
  }
}
