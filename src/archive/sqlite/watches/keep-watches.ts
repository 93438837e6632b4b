import type { PlatformId } from '../../../kernel/asker.ts';
import type { NewDelivery } from '../../../kernel/delivery.ts';
import type { NewWatch, QuietHours, Wanted, Watch } from '../../../kernel/watch.ts';
import type { Arrival, NewWatchHit, WatchHit } from '../../watch-port.ts';
import type { Connection } from '../connect.ts';
import { addressColumns, deliveryAdder } from '../deliveries/add-delivery.ts';
import { ARTICLE_COLUMNS, type ArticleRow, articleOf, quotationLister } from '../read-rows.ts';

interface WatchRow {
  readonly number: number;
  readonly platform: PlatformId;
  readonly channel: string;
  readonly direct: 0 | 1;
  readonly place: string;
  readonly wanted: string;
  readonly quiet: string | null;
  readonly made_by: string;
  readonly made_by_name: string;
  readonly made_at: string;
  readonly stopped: string | null;
  readonly resumed_at: string | null;
}

function watchOf(row: WatchRow): Watch {
  return {
    number: row.number,
    destination: { platform: row.platform, channel: row.channel, direct: row.direct === 1, name: row.place },
    wanted: JSON.parse(row.wanted) as Wanted,
    quiet: row.quiet === null ? null : (JSON.parse(row.quiet) as QuietHours),
    madeBy: { id: row.made_by, name: row.made_by_name },
    madeAt: row.made_at,
    stopped: row.stopped,
    resumedAt: row.resumed_at,
  };
}

/** Watches in SQLite. */
export function openWatches(db: Connection) {
  const insert = db.prepare<unknown[], WatchRow>(
    `INSERT INTO watches (platform, channel, direct, place, wanted, quiet, made_by, made_by_name, made_at, after_arrival)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'arrivals'), 0)) RETURNING *`,
  );
  const all = db.prepare<[], WatchRow>('SELECT * FROM watches ORDER BY number');
  const remove = db.prepare('DELETE FROM watches WHERE number = ?');
  const resume = db.prepare(
    'UPDATE watches SET stopped = NULL, resumed_at = ? WHERE number = ? AND stopped IS NOT NULL',
  );
  return {
    add: ({ destination, wanted, quiet, madeBy, madeAt }: NewWatch): Watch => {
      const { platform, channel, direct, name } = addressColumns(destination);
      const row = insert.get(
        ...[platform, channel, direct ? 1 : 0, name, JSON.stringify(wanted)],
        ...[quiet && JSON.stringify(quiet), madeBy.id.toWellFormed(), madeBy.name.toWellFormed(), madeAt],
      );
      if (!row) throw new RangeError('a watch that is added is there');
      return watchOf(row);
    },
    all: (): Watch[] => all.all().map(watchOf),
    remove: (number: number): boolean => remove.run(number).changes === 1,
    resume: (number: number, at: Date): boolean => resume.run(at.toISOString(), number).changes === 1,
    arrivals: arrivalReader(db),
    ...openHits(db),
  };
}

function arrivalReader(db: Connection): (limit: number) => Arrival[] {
  const first = db.prepare<[number], ArticleRow & { readonly number: number }>(
    `SELECT n.number, ${ARTICLE_COLUMNS} FROM arrivals n JOIN articles a ON a.row = n.article_row ORDER BY n.number LIMIT ?`,
  );
  const quotationsIn = quotationLister(db);
  return (limit) =>
    first.all(Math.max(0, limit)).map((row) => {
      const article = articleOf(row);
      return {
        number: row.number,
        article,
        quotations: quotationsIn([article.id]).map(({ quotation }) => quotation),
      };
    });
}

// Compares stories and utterances by their current ids, because either may be joined with others later.
const NOTE = `
  INSERT INTO watch_hits (watch, article_id) SELECT w.number, :articleId FROM watches w
  WHERE w.number = :watch AND w.after_arrival < :arrival AND iif(json_array_length(:utterances),
    EXISTS (SELECT 1 FROM json_each(:utterances) u WHERE NOT EXISTS (
      SELECT 1 FROM quotations q JOIN articles a ON a.row = q.article_row JOIN watch_hits h ON h.watch = w.number AND h.article_id = a.id
      WHERE q.utterance_id = u.value)),
    NOT EXISTS (SELECT 1 FROM articles own JOIN articles a ON a.story_id = own.story_id
      JOIN watch_hits h ON h.watch = w.number AND h.article_id = a.id WHERE own.id = :articleId))
  ON CONFLICT (watch, article_id) DO NOTHING`;

function openHits(db: Connection) {
  const note = db.prepare(NOTE);
  const putAway = db.prepare('DELETE FROM arrivals WHERE number IN (SELECT value FROM json_each(?))');
  const untold = db.prepare<[], WatchHit>(
    'SELECT watch, article_id AS articleId FROM watch_hits WHERE delivery IS NULL ORDER BY watch, article_id',
  );
  const mark = db.prepare(
    'UPDATE watch_hits SET delivery = ? WHERE watch = ? AND article_id = ? AND delivery IS NULL',
  );
  const adds = deliveryAdder(db);
  const first = (error: unknown) => error === ANOTHER_WAS_FIRST;
  const noteAll = db.transaction((arrivals: readonly number[], hits: readonly NewWatchHit[]) => {
    if (putAway.run(JSON.stringify(arrivals)).changes !== arrivals.length) throw ANOTHER_WAS_FIRST;
    for (const { utteranceIds, ...hit } of hits)
      note.run({ ...hit, utterances: JSON.stringify(utteranceIds) });
  });
  const tellAll = db.transaction((delivery: NewDelivery, hits: readonly WatchHit[]) => {
    for (const { watch, articleId } of hits)
      if (mark.run(delivery.key, watch, articleId).changes !== 1) throw ANOTHER_WAS_FIRST;
    if (!adds(delivery)) throw ANOTHER_WAS_FIRST;
  });
  const unless = (run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      if (first(error)) return false;
      throw error;
    }
  };
  return {
    note: (arrivals: readonly number[], hits: readonly NewWatchHit[]): boolean =>
      unless(() => noteAll.immediate(arrivals, hits)),
    untold: (): WatchHit[] => untold.all(),
    tell: (delivery: NewDelivery, hits: readonly WatchHit[]): boolean =>
      unless(() => tellAll.immediate(delivery, hits)),
  };
}

/** Thrown to roll a transaction back when its precondition no longer holds. */
const ANOTHER_WAS_FIRST = new Error('another process was first');
