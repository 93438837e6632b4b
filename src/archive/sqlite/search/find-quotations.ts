import type { Filters } from '../../../kernel/ask.ts';
import type { QuotationHit } from '../../port.ts';
import type { Connection } from '../connect.ts';
import { hitReader, QUOTATION_COLUMNS, type QuotationRow } from '../read-rows.ts';
import { ARTICLE_IS_WANTED, narrower, SPEAKER_IS_WANTED } from './narrow.ts';
import { anyWithin, wordWeigher } from './weigh-words.ts';

/** Rows scored for one question. More rows of common words cost more than they find (measured at a million quotations). */
const BUDGET = 20_000;

const NEAREST = `
  WITH best AS MATERIALIZED (
    SELECT f.rowid AS row, bm25(quotation_words) AS score FROM quotation_words f
    WHERE quotation_words MATCH :match ORDER BY score, f.rowid LIMIT :limit
  )
  SELECT ${QUOTATION_COLUMNS} FROM best JOIN quotations q ON q.row = best.row ORDER BY best.score, q.row`;

const NEAREST_NARROWED = `
  SELECT ${QUOTATION_COLUMNS}, bm25(quotation_words) AS score
  FROM quotation_words f JOIN quotations q ON q.row = f.rowid JOIN articles a ON a.row = q.article_row
  WHERE quotation_words MATCH :match AND ${SPEAKER_IS_WANTED} AND ${ARTICLE_IS_WANTED}
  ORDER BY score, q.row LIMIT :limit`;

/** Candidates for half-remembered words by BM25. Any word may match; rare words come first, misspelt ones are respelt. */
export function nearestFinder(
  db: Connection,
  spell: (typed: string, limit: number) => string[],
): (words: string, filters: Filters, limit: number) => QuotationHit[] {
  const weigh = wordWeigher(db, spell, 'quotation_words', BUDGET);
  const narrow = narrower(db);
  const nearest = db.prepare<[object], QuotationRow>(NEAREST);
  const nearestNarrowed = db.prepare<[object], QuotationRow>(NEAREST_NARROWED);
  const readHits = hitReader(db);
  return (words, filters, limit) => {
    const match = anyWithin(BUDGET, weigh(words));
    const narrowing = narrow(filters);
    if (match === null || narrowing === null || limit < 1) return [];
    const isOpen = Object.values(narrowing).every((value) => value === null);
    return readHits(
      isOpen ? nearest.all({ match, limit }) : nearestNarrowed.all({ ...narrowing, match, limit }),
    );
  };
}
