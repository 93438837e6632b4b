import type { Connection } from '../connect.ts';

export function outletLister(db: Connection): () => { name: string; articles: number }[] {
  const outlets = db.prepare<[], { name: string; articles: number }>(
    'SELECT outlet AS name, count(*) AS articles FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1',
  );
  return () => outlets.all();
}

interface DayCount {
  readonly day: string;
  readonly outlet: string | null;
  readonly articles: number;
}

export function coverageCounter(db: Connection): (since: string, until: string) => DayCount[] {
  const days = db.prepare<[string, string], DayCount>(
    `SELECT published_day AS day, outlet, count(*) AS articles FROM articles
     WHERE published_day BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return (since, until) => days.all(since, until);
}

interface Totals {
  readonly articles: number;
  readonly quotations: number;
  readonly newest: string | null;
}

export function totaller(db: Connection): () => Totals {
  const totals = db.prepare<[], Totals>(
    `SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM quotations WHERE kind <> 'indirect') AS quotations,
       (SELECT published_at FROM articles ORDER BY published_day DESC, published_at DESC LIMIT 1) AS newest`,
  );
  return () => totals.get() ?? { articles: 0, quotations: 0, newest: null };
}

/** A revision number that changes with every stored article, in any process. */
export function revisionReader(db: Connection): () => number {
  const revision = db.prepare<[], number>('SELECT number FROM revision').pluck();
  return () => revision.get() ?? 0;
}
