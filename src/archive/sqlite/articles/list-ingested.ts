import type { Article } from '../../../kernel/article.ts';
import type { Page } from '../../port.ts';
import type { Connection } from '../connect.ts';
import { ARTICLE_COLUMNS, type ArticleRow, articleOf } from '../read-rows.ts';

/** Articles stored within a time range, in storage order. */
export function ingestedLister(db: Connection): (after: Date, until: Date, page: Page) => Article[] {
  const ingested = db.prepare<[object], ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a WHERE a.ingested_at > :after AND a.ingested_at <= :until
     ORDER BY a.ingested_at, a.row LIMIT :size OFFSET :from`,
  );
  return (after, until, { from, size }) => {
    if (size < 1) return [];
    const page = { from: Math.max(0, from), size };
    return ingested.all({ after: after.toISOString(), until: until.toISOString(), ...page }).map(articleOf);
  };
}

export function articleReader(db: Connection): (ids: readonly string[]) => Article[] {
  const read = db.prepare<[string], ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM json_each(?) given JOIN articles a ON a.id = given.value ORDER BY given.key`,
  );
  return (ids) => read.all(JSON.stringify(ids)).map(articleOf);
}
