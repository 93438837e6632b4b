import type { Source } from '../../../kernel/source.ts';
import type { SourceStore, Visit, WaitingEntry } from '../../source-port.ts';
import { articleId, wellFormed } from '../../stories/identify-article.ts';
import type { Connection } from '../connect.ts';
import type { Synchronous } from '../synchronous.ts';

interface SourceRow {
  readonly number: number;
  readonly kind: 'feed' | 'page';
  readonly url: string;
  readonly name: string | null;
  readonly topic: number;
  readonly added_at: string;
  readonly added_by: string;
  readonly state: string;
  readonly articles: number;
  readonly waiting: number;
  readonly missed: number;
  readonly reason: string | null;
}

const SELECT = `
  SELECT s.number, s.kind, s.url, s.name, s.topic, s.added_at, s.added_by, s.state,
    (SELECT count(*) FROM source_articles a WHERE a.source = s.number) AS articles,
    (SELECT count(*) FROM source_entries e WHERE e.source = s.number AND e.try_at_ms IS NOT NULL) AS waiting,
    (SELECT count(*) FROM source_entries e WHERE e.source = s.number AND e.reason IS NOT NULL) AS missed,
    (SELECT e.reason FROM source_entries e WHERE e.source = s.number AND e.reason IS NOT NULL ORDER BY e.row DESC LIMIT 1) AS reason
  FROM sources s`;

/** Entries that could never be read are kept to be told of, at most so many a source. */
const MISSED_KEPT = 100;

function sourceOf(row: SourceRow, seen: string): Source {
  const { number, kind, url, name, articles, waiting, missed, reason } = row;
  return {
    number,
    kind,
    url,
    name,
    topic: row.topic === 1,
    addedAt: row.added_at,
    addedBy: JSON.parse(row.added_by) as Source['addedBy'],
    state: { ...(JSON.parse(row.state) as Source['state']), seen: JSON.parse(seen) as string[] },
    articles,
    waiting,
    missed: missed && reason !== null ? { entries: missed, reason } : null,
  };
}

/** A state as it is stored: its marks apart. */
function columnsOf({ seen, ...state }: Source['state']): [state: string, seen: string] {
  return [JSON.stringify(state), JSON.stringify(seen)];
}

/** The sources and the visits to them; see SourceStore. */
export function openSources(
  db: Connection,
): Synchronous<Pick<SourceStore, 'add' | 'list' | 'remove' | 'claim' | 'release' | 'keepPoll'>> {
  const all = db.prepare<[], SourceRow>(`${SELECT} ORDER BY s.number`);
  const one = db.prepare<[number], SourceRow>(`${SELECT} WHERE s.number = ?`);
  const known = db
    .prepare<[string, string], number>("SELECT 1 FROM sources WHERE url = ? OR state ->> 'url' = ?")
    .pluck();
  const insert = db.prepare(
    'INSERT INTO sources (kind, url, name, topic, added_at, added_by, state, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM sources WHERE number = ?');
  const claim = db.prepare(
    'UPDATE sources SET claimed_by = :owner, claimed_until_ms = :until WHERE number = :number AND (claimed_by IS NULL OR claimed_by = :owner OR claimed_until_ms <= :now)',
  );
  const release = db.prepare(
    'UPDATE sources SET claimed_by = NULL, claimed_until_ms = 0 WHERE number = ? AND claimed_by = ?',
  );
  const keepState = db.prepare('UPDATE sources SET state = ?, seen = ? WHERE number = ? AND claimed_by = ?');
  const queue = db.prepare(`
    INSERT INTO source_entries (source, identity, entry, try_at_ms) VALUES (?, ?, ?, ?)
    ON CONFLICT (source, identity) DO UPDATE SET entry = excluded.entry, attempts = 0, reason = NULL, try_at_ms = excluded.try_at_ms`);
  const marks = db.prepare<[number], string>('SELECT seen FROM sources WHERE number = ?').pluck();
  const get = (number: number): Source | null => {
    const row = one.get(number);
    return row ? sourceOf(row, marks.get(number) ?? '[]') : null;
  };
  return {
    list: () => all.all().map((row) => sourceOf(row, '[]')),
    add: db.transaction<Synchronous<SourceStore>['add']>((source) => {
      const { kind, url, name, topic, addedAt, addedBy, state } = source;
      if (known.get(url, url) !== undefined || known.get(state.url, state.url) !== undefined) return null;
      const { lastInsertRowid } = insert.run(
        kind,
        url,
        name,
        Number(topic),
        addedAt,
        JSON.stringify(addedBy),
        ...columnsOf(state),
      );
      return get(Number(lastInsertRowid));
    }).immediate,
    remove: (number) => remove.run(number).changes === 1,
    claim: ({ number, owner }, now, until) => {
      const { changes } = claim.run({ number, owner, now: now.getTime(), until: until.getTime() });
      return changes === 1 ? get(number) : null;
    },
    release: ({ number, owner }: Visit) => {
      release.run(number, owner);
    },
    keepPoll: db.transaction<Synchronous<SourceStore>['keepPoll']>(
      ({ number, owner }, state, entries, now) => {
        if (keepState.run(...columnsOf(state), number, owner).changes === 0) return false;
        for (const entry of entries)
          queue.run(
            number,
            entry.identity.toWellFormed(),
            JSON.stringify(entry).toWellFormed(),
            now.getTime(),
          );
        return true;
      },
    ).immediate,
  };
}

type Entries = Pick<SourceStore, 'waiting' | 'withWaiting' | 'entryRead' | 'entryMissed'>;

/** The entries that wait to be read, and what became of them; see SourceStore. */
export function openEntries(db: Connection): Synchronous<Entries> {
  const due = db.prepare<[number, number, number], { entry: string; attempts: number }>(
    'SELECT entry, attempts FROM source_entries WHERE source = ? AND try_at_ms <= ? ORDER BY row LIMIT ?',
  );
  const sources = db
    .prepare<[number], number>('SELECT DISTINCT source FROM source_entries WHERE try_at_ms <= ?')
    .pluck();
  const drop = db.prepare('DELETE FROM source_entries WHERE source = ? AND identity = ?');
  // A source that was removed meanwhile is no reason to fail.
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
    entryRead: db.transaction<Synchronous<Entries>['entryRead']>((number, identity, article) => {
      drop.run(number, identity.toWellFormed());
      if (article) note.run(articleId(wellFormed(article)), number);
    }).immediate,
    entryMissed: db.transaction<Synchronous<Entries>['entryMissed']>((number, identity, reason, tryAt) => {
      miss.run(reason, tryAt?.getTime() ?? null, number, identity.toWellFormed());
      if (tryAt === null) forget.run({ source: number });
    }).immediate,
  };
}
