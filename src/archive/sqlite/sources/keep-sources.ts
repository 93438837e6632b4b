import type { Source } from '../../../kernel/source.ts';
import type { SourceList, SourceVisits } from '../../source-port.ts';
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

/** A source's state as stored. Its marks are in a table of their own. */
function columnsOf({ seen, ...state }: Source['state']): [state: string, seen: string] {
  return [JSON.stringify(state), JSON.stringify(seen)];
}

type ReadSource = (number: number) => Source | null;

function sourceReader(db: Connection): ReadSource {
  const one = db.prepare<[number], SourceRow>(`${SELECT} WHERE s.number = ?`);
  const marks = db.prepare<[number], string>('SELECT seen FROM sources WHERE number = ?').pluck();
  return (number) => {
    const row = one.get(number);
    return row ? sourceOf(row, marks.get(number) ?? '[]') : null;
  };
}

/** The list of sources in SQLite. */
export function openSources(db: Connection): Synchronous<SourceList> {
  const all = db.prepare<[], SourceRow>(`${SELECT} ORDER BY s.number`);
  const known = db
    .prepare<[string, string], number>("SELECT 1 FROM sources WHERE url = ? OR state ->> 'url' = ?")
    .pluck();
  const insert = db.prepare(
    'INSERT INTO sources (kind, url, name, topic, added_at, added_by, state, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM sources WHERE number = ?');
  const get = sourceReader(db);
  const add = db.transaction<Synchronous<SourceList>['add']>((source) => {
    const { kind, url, name, topic, addedAt, addedBy, state } = source;
    if (known.get(url, url) !== undefined || known.get(state.url, state.url) !== undefined) return null;
    const { lastInsertRowid } = insert.run(
      ...[kind, url, name, Number(topic), addedAt, JSON.stringify(addedBy)],
      ...columnsOf(state),
    );
    return get(Number(lastInsertRowid));
  });
  return {
    list: () => all.all().map((row) => sourceOf(row, '[]')),
    add: (source) => add.immediate(source),
    remove: (number) => remove.run(number).changes === 1,
  };
}

/** Leases of sources, and the results of polls under a lease. */
export function openVisits(db: Connection): Synchronous<SourceVisits> {
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
  const get = sourceReader(db);
  const keepPoll = db.transaction<Synchronous<SourceVisits>['keepPoll']>(
    ({ number, owner }, state, entries, now) => {
      if (keepState.run(...columnsOf(state), number, owner).changes === 0) return false;
      for (const entry of entries) {
        const text = JSON.stringify(entry).toWellFormed();
        queue.run(number, entry.identity.toWellFormed(), text, now.getTime());
      }
      return true;
    },
  );
  return {
    claim: ({ number, owner }, now, until) => {
      const { changes } = claim.run({ number, owner, now: now.getTime(), until: until.getTime() });
      return changes === 1 ? get(number) : null;
    },
    release: ({ number, owner }) => {
      release.run(number, owner);
    },
    keepPoll: (visit, state, entries, now) => keepPoll.immediate(visit, state, entries, now),
  };
}
