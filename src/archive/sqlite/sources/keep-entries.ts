import type { SourceEntries, WaitingEntry } from '../../source-port.ts';
import { articleId, wellFormed } from '../../stories/identify-article.ts';
import type { Connection } from '../connect.ts';
import type { Synchronous } from '../synchronous.ts';

/** The most unreadable entries stored per source, for the list of sources. */
const MISSED_KEPT = 100;

/** Entries of sources: waiting ones, and the outcome of those read. */
export function openEntries(db: Connection): Synchronous<SourceEntries> {
  const due = db.prepare<[number, number, number], { entry: string; attempts: number }>(
    'SELECT entry, attempts FROM source_entries WHERE source = ? AND try_at_ms <= ? ORDER BY row LIMIT ?',
  );
  const sources = db
    .prepare<[number], number>('SELECT DISTINCT source FROM source_entries WHERE try_at_ms <= ?')
    .pluck();
  const drop = db.prepare('DELETE FROM source_entries WHERE source = ? AND identity = ?');
  // The source may have been removed meanwhile.
  const note = db.prepare(
    'INSERT OR IGNORE INTO source_articles (source, article_id) SELECT number, ? FROM sources WHERE number = ?',
  );
  const miss = db.prepare(
    'UPDATE source_entries SET attempts = attempts + 1, reason = ?, try_at_ms = ? WHERE source = ? AND identity = ?',
  );
  const forget =
    db.prepare(`DELETE FROM source_entries WHERE source = :source AND try_at_ms IS NULL AND row NOT IN
    (SELECT row FROM source_entries WHERE source = :source AND try_at_ms IS NULL ORDER BY row DESC LIMIT ${MISSED_KEPT})`);
  return {
    waiting: (number, now, limit) =>
      due.all(number, now.getTime(), limit).map(
        ({ entry, attempts }): WaitingEntry => ({
          entry: JSON.parse(entry) as WaitingEntry['entry'],
          attempts,
        }),
      ),
    withWaiting: (now) => sources.all(now.getTime()),
    entryRead: db.transaction<Synchronous<SourceEntries>['entryRead']>((number, identity, article) => {
      drop.run(number, identity.toWellFormed());
      if (article) note.run(articleId(wellFormed(article)), number);
    }).immediate,
    entryMissed: db.transaction<Synchronous<SourceEntries>['entryMissed']>(
      (number, identity, reason, tryAt) => {
        miss.run(reason, tryAt?.getTime() ?? null, number, identity.toWellFormed());
        if (tryAt === null) forget.run({ source: number });
      },
    ).immediate,
  };
}
