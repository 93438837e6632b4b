import type { Filters } from '../../../kernel/ask.ts';
import { speakerId } from '../../../kernel/roster.ts';
import { foldName } from '../../../text/fold-text.ts';
import type { Connection } from '../connect.ts';

/** Filters as SQL parameters. `by` and `in` are resolved first, so that SQL compares only stored ids and names. */
export interface Narrowing {
  /** JSON array of speaker ids, null for any. */
  readonly speakers: string | null;
  /** JSON array of outlets, null for any. */
  readonly outlets: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** An ingest window, start excluded; both null for any. */
  readonly read_after: string | null;
  readonly read_until: string | null;
}

/** A condition on articles `a`. With a day, undated articles are left out, because null compares with nothing. */
export const ARTICLE_IS_WANTED = `
  (:outlets IS NULL OR a.outlet IN (SELECT value FROM json_each(:outlets)))
  AND (:since IS NULL OR a.published_day >= :since)
  AND (:until IS NULL OR a.published_day <= :until)
  AND (:read_after IS NULL OR (a.ingested_at > :read_after AND a.ingested_at <= :read_until))`;

/** A condition on quotations `q`. */
export const SPEAKER_IS_WANTED =
  '(:speakers IS NULL OR q.speaker_id IN (SELECT value FROM json_each(:speakers)))';

/** A condition on articles `a` alone: the article quotes the speaker. */
export const QUOTES_THE_SPEAKER = `
  (:speakers IS NULL OR EXISTS (SELECT 1 FROM quotations q WHERE q.article_row = a.row AND ${SPEAKER_IS_WANTED}))`;

/** Turns filters into SQL parameters. Returns null when nothing in the archive can match. */
export function narrower(db: Connection): (filters: Filters) => Narrowing | null {
  const speakers = db.prepare<[], { id: string; name: string }>(
    'SELECT DISTINCT speaker_id AS id, speaker_name AS name FROM quotations WHERE speaker_id IS NOT NULL',
  );
  const known = db.prepare<[string], number>('SELECT 1 FROM quotations WHERE speaker_id = ? LIMIT 1').pluck();
  const outlets = db
    .prepare<[], string>('SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL')
    .pluck();
  return (filters) => {
    const by = filters.by === null ? null : foldName(filters.by).trim() || null;
    const within = filters.in === null ? null : foldName(filters.in).trim() || null;
    const id = filters.by === null ? null : speakerId(filters.by);
    const ids =
      by === null
        ? null
        : id !== null && known.get(id)
          ? [id]
          : speakers
              .all()
              .flatMap((s) =>
                s.id === id || s.id === filters.by || foldName(s.name).includes(by) ? [s.id] : [],
              );
    const names = within === null ? null : outlets.all().filter((name) => foldName(name).includes(within));
    if (ids?.length === 0 || names?.length === 0) return null;
    return {
      speakers: ids && JSON.stringify([...new Set(ids)]),
      outlets: names && JSON.stringify(names),
      since: filters.since,
      until: filters.until,
      read_after: filters.ingested?.after ?? null,
      read_until: filters.ingested?.until ?? null,
    };
  };
}
