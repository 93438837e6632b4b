import type { Filters } from '../../../kernel/ask.ts';
import type { Page, QuotationHit } from '../../port.ts';
import { rankByWords } from '../../search/rank-quotations.ts';
import type { Connection } from '../connect.ts';
import { hitReader, QUOTATION_COLUMNS, type QuotationRow } from '../read-rows.ts';
import { ARTICLE_IS_WANTED, narrower, SPEAKER_IS_WANTED } from './narrow.ts';
import { anyWithin, wordWeigher } from './weigh-words.ts';

const NEWEST_FIRST = 'a.published_day DESC, a.published_at DESC, a.row DESC, q.span_start, q.row';

const SAID = `
  SELECT ${QUOTATION_COLUMNS} FROM quotations q JOIN articles a ON a.row = q.article_row
  WHERE q.speaker_id IN (SELECT value FROM json_each(:said_by)) AND ${SPEAKER_IS_WANTED} AND ${ARTICLE_IS_WANTED}`;

const SAID_NEWEST = `${SAID} ORDER BY ${NEWEST_FIRST} LIMIT :size OFFSET :from`;

/** For a speaker with more quotations, only the newest ones in articles with the words are ranked. */
const MOST_RANKED = 2_000;
const SAID_ABOUT = `
  ${SAID} AND q.article_row IN (SELECT rowid FROM article_words WHERE article_words MATCH :match)
  ORDER BY ${NEWEST_FIRST} LIMIT ${MOST_RANKED}`;

/** A word's articles are counted up to this number. A rarer word weighs more. */
const COUNTED_TO = 50_000;

/** Quotations of speakers, newest first or ranked by the words asked about. */
export function saidLister(
  db: Connection,
  spell: (typed: string, limit: number) => string[],
): (speakerIds: readonly string[], about: string | null, filters: Filters, page: Page) => QuotationHit[] {
  const weigh = wordWeigher(db, spell, 'article_words', COUNTED_TO);
  const narrow = narrower(db);
  const newest = db.prepare<[object], QuotationRow>(SAID_NEWEST);
  const withWords = db.prepare<[object], QuotationRow>(SAID_ABOUT);
  const readHits = hitReader(db);
  return (speakerIds, about, filters, { from, size }) => {
    const narrowing = narrow(filters);
    if (narrowing === null || size < 1) return [];
    const wanted = { ...narrowing, said_by: JSON.stringify(speakerIds) };
    if (about === null) return readHits(newest.all({ ...wanted, from: Math.max(0, from), size }));
    const asked = weigh(about);
    const match = anyWithin(Number.POSITIVE_INFINITY, asked);
    if (match === null) return [];
    return rankByWords(asked, readHits(withWords.all({ ...wanted, match }))).slice(
      Math.max(0, from),
      from + size,
    );
  };
}

/** All wordings of utterances, first printed first, undated last. */
export function utteranceReader(db: Connection): (utteranceIds: readonly string[]) => QuotationHit[] {
  const wordings = db.prepare<[string], QuotationRow>(
    `SELECT ${QUOTATION_COLUMNS} FROM quotations q JOIN articles a ON a.row = q.article_row
     WHERE q.utterance_id IN (SELECT value FROM json_each(?))
     ORDER BY a.published_day IS NULL, a.published_day, a.published_at, a.row, q.span_start, q.row`,
  );
  const readHits = hitReader(db);
  return (utteranceIds) => readHits(wordings.all(JSON.stringify(utteranceIds)));
}

export function quotationReader(db: Connection): (id: string) => QuotationHit | null {
  const byId = db.prepare<[string], QuotationRow>(
    `SELECT ${QUOTATION_COLUMNS} FROM quotations q WHERE q.id = ?`,
  );
  const readHits = hitReader(db);
  return (id) => readHits(byId.all(id))[0] ?? null;
}

/** Words of direct and mixed quotations, newest first. */
export function recentReader(db: Connection): (limit: number) => string[] {
  const recent = db.prepare<[number], QuotationRow>(
    `SELECT ${QUOTATION_COLUMNS} FROM articles a CROSS JOIN quotations q ON q.article_row = a.row
     WHERE q.kind <> 'indirect' ORDER BY ${NEWEST_FIRST} LIMIT ?`,
  );
  const readHits = hitReader(db);
  return (limit) => readHits(recent.all(Math.max(0, limit))).map(({ quotation }) => quotation.words);
}
