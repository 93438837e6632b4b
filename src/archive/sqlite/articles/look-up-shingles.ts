import { type Shingles, sampleShingles } from '../../stories/compare-shingles.ts';
import { type Days, type Place, placeOf, spanOf, spansAround } from '../../stories/place-days.ts';
import type { Connection } from '../connect.ts';

/** A shingle in more articles of a span than this is a set phrase. Only the first articles are read. */
const MOST_EACH = 100;
/** For texts with this many samples or more, one common sample proves nothing. */
const MANY = 24;

/** The index of shingle samples, which finds possible copies of an article. Call it in the article's transaction. */
export interface ShingleIndex {
  post(row: number, shingles: Shingles, days: Days): void;
  withdraw(row: number, shingles: Shingles, days: Days): void;
  /** Rows that share samples with these shingles within about a week, most shared first. */
  candidates(shingles: Shingles, days: Days): number[];
}

export function shingleIndex(db: Connection): ShingleIndex {
  const insert = db.prepare('INSERT OR IGNORE INTO shingles VALUES (?, ?, ?, ?)');
  const remove = db.prepare(
    'DELETE FROM shingles WHERE undated = ? AND span = ? AND hash = ? AND article_row = ?',
  );
  const remember = db.prepare('INSERT OR IGNORE INTO ingested_spans VALUES (?, ?)');
  const holders = db
    .prepare<[number, number, number], number>(
      `SELECT article_row FROM shingles WHERE undated = ? AND span = ? AND hash = ? LIMIT ${MOST_EACH}`,
    )
    .pluck();
  const placesAround = nearPlaces(db);
  return {
    post: (row, shingles, days) => {
      const { undated, span } = placeOf(days);
      for (const hash of sampleShingles(shingles)) insert.run(undated, span, hash, row);
      if (!undated) remember.run(spanOf(days.ingested), span);
    },
    withdraw: (row, shingles, days) => {
      const { undated, span } = placeOf(days);
      for (const hash of sampleShingles(shingles)) remove.run(undated, span, hash, row);
    },
    candidates: (shingles, days) => {
      const samples = sampleShingles(shingles);
      const shared = new Map<number, number>();
      for (const { undated, span } of placesAround(days))
        for (const hash of samples)
          for (const row of holders.all(undated, span, hash)) shared.set(row, (shared.get(row) ?? 0) + 1);
      const fewest = samples.length < MANY ? 1 : 2;
      return [...shared]
        .filter(([, times]) => times >= fewest)
        .sort(([a, times], [b, others]) => others - times || a - b)
        .map(([row]) => row);
    },
  };
}

/** The index places of articles near in time. For an undated article: of all articles stored at about the same time. */
function nearPlaces(db: Connection): (days: Days) => Place[] {
  const spansReadIn = db
    .prepare<[string], number>(
      'SELECT DISTINCT span FROM ingested_spans WHERE ingested_span IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  return ({ published, ingested }) => {
    const readIn = spansAround(ingested);
    const dated = published === null ? spansReadIn.all(JSON.stringify(readIn)) : spansAround(published);
    return [
      ...dated.map((span): Place => ({ undated: 0, span })),
      ...readIn.map((span): Place => ({ undated: 1, span })),
    ];
  };
}
