import type { Article } from '../../../kernel/article.ts';
import type { Filters } from '../../../kernel/ask.ts';
import type { Page } from '../../port.ts';
import type { Connection } from '../connect.ts';
import { ARTICLE_COLUMNS, type ArticleRow, articleOf } from '../read-rows.ts';
import { ARTICLE_IS_WANTED, narrower, QUOTES_THE_SPEAKER } from './narrow.ts';
import { allOf, anyWithin, wordWeigher } from './weigh-words.ts';

/** A word in the headline weighs as much as five in the body. */
const SCORE = 'bm25(article_words, 5.0, 1.0)';

/** Rows scored for one question (measured at a million articles). */
const BUDGET = 50_000;

const FIND = `
  WITH best AS MATERIALIZED (
    SELECT a.row, ${SCORE} AS score FROM article_words f JOIN articles a ON a.row = f.rowid
    WHERE article_words MATCH :match AND ${ARTICLE_IS_WANTED} AND ${QUOTES_THE_SPEAKER}
    ORDER BY score, a.row DESC LIMIT :size OFFSET :from
  )
  SELECT ${ARTICLE_COLUMNS} FROM best JOIN articles a ON a.row = best.row ORDER BY best.score, a.row DESC`;

/** `from`: the index to start from. For an ingest window, a scan by date would read the whole archive. */
const latestFrom = (from: string) => `
  SELECT ${ARTICLE_COLUMNS} FROM ${from} WHERE ${ARTICLE_IS_WANTED} AND ${QUOTES_THE_SPEAKER}
  ORDER BY a.published_day DESC, a.published_at DESC, a.row DESC LIMIT :size OFFSET :from`;

/** Articles by relevance, headline words first. Any word may match unless the words are too common to score all rows. */
export function articleFinder(
  db: Connection,
  spell: (typed: string, limit: number) => string[],
): (words: string, filters: Filters, page: Page) => Article[] {
  const weigh = wordWeigher(db, spell, 'article_words', BUDGET);
  const narrow = narrower(db);
  const find = db.prepare<[object], ArticleRow>(FIND);
  return (words, filters, { from, size }) => {
    const weighed = weigh(words);
    const narrowing = narrow(filters);
    const any = anyWithin(BUDGET, weighed);
    if (any === null || narrowing === null || size < 1) return [];
    const page = { ...narrowing, from: Math.max(0, from), size };
    const isTooMuch = weighed.reduce((sum, { rows }) => sum + rows, 0) > BUDGET;
    const rows = isTooMuch ? find.all({ ...page, match: allOf(weighed) }) : [];
    return (rows.length === size ? rows : find.all({ ...page, match: any })).map(articleOf);
  };
}

/** Articles newest first, undated last. */
export function latestLister(db: Connection): (filters: Filters, page: Page) => Article[] {
  const narrow = narrower(db);
  const latest = db.prepare<[object], ArticleRow>(latestFrom('articles a'));
  const latestRead = db.prepare<[object], ArticleRow>(
    latestFrom(`(SELECT * FROM articles INDEXED BY articles_ingested
      WHERE ingested_at > :read_after AND ingested_at <= :read_until) a`),
  );
  return (filters, { from, size }) => {
    const narrowing = narrow(filters);
    if (narrowing === null || size < 1) return [];
    const lister = narrowing.read_after === null ? latest : latestRead;
    return lister.all({ ...narrowing, from: Math.max(0, from), size }).map(articleOf);
  };
}
