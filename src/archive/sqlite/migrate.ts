import { Fault } from '../../kernel/fault.ts';
import type { Connection } from './connect.ts';
import { hashSql } from './hash-sql.ts';
import { articlesAndQuotations } from './migrations/0001-articles-and-quotations.ts';
import { stories } from './migrations/0002-stories.ts';
import { wordsOfVersions } from './migrations/0003-words-of-versions.ts';
import { readings } from './migrations/0004-readings.ts';
import { sources } from './migrations/0005-sources.ts';
import { watches } from './migrations/0006-watches.ts';
import { schedulesAndDeliveries } from './migrations/0007-schedules-and-deliveries.ts';
import { openDeliveriesIndex } from './migrations/0008-open-deliveries.ts';
import { marksOfSources } from './migrations/0009-marks-of-sources.ts';
import { stoppedWatches } from './migrations/0010-stopped-watches.ts';
import { unreadTables } from './migrations/0011-unread-tables.ts';
import type { Migration } from './migrations/migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  articlesAndQuotations,
  stories,
  wordsOfVersions,
  readings,
  sources,
  watches,
  schedulesAndDeliveries,
  openDeliveriesIndex,
  marksOfSources,
  stoppedWatches,
  unreadTables,
];

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/**
 * Whether a recorded hash belongs to this migration. Builds before migration 11 recorded the hash of the whole text.
 * Both kinds are accepted and none is rewritten, so opening an up-to-date archive writes nothing.
 */
function isRecordOf(hash: string, { sql, textHash }: Migration): boolean {
  return hash === textHash || hash === hashSql(sql);
}

/** Throws a Fault unless the applied migrations are the first of ours, unchanged and in order. */
function refuseStrange(applied: readonly Applied[], known: readonly Migration[]): void {
  if (applied.some(({ number }) => number > known.length))
    throw new Fault('archive-newer', 'The archive was made by a newer version of Verbatim.', {
      remedy: 'Start the newer version again, or name another file with --archive.',
    });
  const strange = applied.find(({ number, hash }, at) => {
    const ours = known[at];
    return ours?.number !== number || !isRecordOf(hash, ours);
  });
  if (strange)
    throw new Fault(
      'archive-corrupt',
      `The archive’s record of its own changes is not right: number ${strange.number} (${strange.name}) is altered or out of order.`,
      { remedy: 'Put back a copy of the archive, or name another file with --archive.' },
    );
}

/** Applies missing migrations, each in one transaction. Throws Fault `archive-newer` or `archive-corrupt` before any change. */
export function migrate(db: Connection, known: readonly Migration[] = MIGRATIONS): void {
  const held = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get();
  if (!held)
    db.exec(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
    );
  const read = db.prepare<[], Applied>('SELECT number, name, hash FROM migrations ORDER BY number');
  const record = db.prepare('INSERT INTO migrations (number, name, hash) VALUES (?, ?, ?)');
  refuseStrange(read.all(), known);
  for (const { number, name, sql, functions = {} } of known) {
    const apply = db.transaction(() => {
      // Read again under the lock, because another process may have applied it.
      if (read.all().some((applied) => applied.number === number)) return;
      for (const [called, run] of Object.entries(functions))
        db.function(called, { deterministic: true }, (text) => run(String(text)));
      db.exec(sql);
      record.run(number, name, hashSql(sql));
    });
    if (!read.all().some((applied) => applied.number === number)) apply.immediate();
  }
}
