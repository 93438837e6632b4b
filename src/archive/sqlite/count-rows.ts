import type { Connection } from './connect.ts';

export type WordIndex = 'quotation_words' | 'article_words';

/** Counts matching rows of an FTS5 table up to a limit, so that a common word costs no more than a rare one. */
export function rowCounter(db: Connection, table: WordIndex, countTo: number): (match: string) => number {
  const count = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`,
    )
    .pluck();
  return (match: string) => count.get(match, countTo) ?? 0;
}
