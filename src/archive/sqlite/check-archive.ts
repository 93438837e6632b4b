import { Fault } from '../../kernel/fault.ts';
import { foldText } from '../../text/fold-text.ts';
import { cut } from '../../text/span.ts';
import { hashBody } from '../stories/identify-article.ts';
import type { Connection } from './connect.ts';
import { asFault, CORRUPT } from './explain-error.ts';

interface CheckedQuotation {
  readonly id: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly words_folded: string;
}

const MOST_NAMED = 20;

/** Runs one check. Damage that stops the check becomes a complaint; any other fault is thrown. */
function complaintsOf(check: () => string[], damaged: string): string[] {
  try {
    return check();
  } catch (error) {
    const fault = asFault(error);
    if (fault instanceof Fault && fault.code === CORRUPT.code) return [damaged];
    throw error;
  }
}

function checkFile(db: Connection): string[] {
  const rows = db.prepare<[], string>('SELECT * FROM pragma_integrity_check').pluck().all();
  const broken = rows.filter((row) => row !== 'ok').map((row) => `The archive file is damaged: ${row}.`);
  const lost = db
    .prepare(`SELECT * FROM pragma_foreign_key_check WHERE "table" IN ('quotations', 'article_versions')`)
    .all().length;
  return lost ? [...broken, `${lost} quotations or versions belong to no article.`] : broken;
}

/** Lets FTS5 compare its index with the text, word by word. Writes nothing. */
function checkIndex(db: Connection, table: 'article_words' | 'quotation_words'): string[] {
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run();
  return [];
}

function checkBodies(db: Connection): string[] {
  const articles = db.prepare<
    [],
    { row: number; id: string; body: string; body_hash: string; body_folded: string | null }
  >('SELECT row, id, body, body_hash, body_folded FROM articles ORDER BY row');
  const quotations = db.prepare<[number], CheckedQuotation>(
    'SELECT id, span_start, span_end, words_folded FROM quotations WHERE article_row = ? ORDER BY span_start',
  );
  const complaints: string[] = [];
  for (const { row, id, body, body_hash, body_folded } of articles.all()) {
    if (hashBody(body) !== body_hash) complaints.push(`Article ${id} is no longer the text that was stored.`);
    if ((body_folded ?? body) !== foldText(body))
      complaints.push(`Article ${id} is indexed under other words than it holds.`);
    for (const quotation of quotations.all(row))
      if (!isCutFrom(body, quotation))
        complaints.push(`Quotation ${quotation.id} is not what its article says there.`);
  }
  return complaints;
}

function isCutFrom(
  body: string,
  { span_start: start, span_end: end, words_folded }: CheckedQuotation,
): boolean {
  if (end > body.length || start > end) return false;
  return foldText(cut(body, { start, end })) === words_folded;
}

/** Faults found in the file, its indexes and spans, in plain words, with places up to a limit. Empty when all is whole. */
export function checkArchive(db: Connection): string[] {
  const complaints = [
    ...complaintsOf(() => checkFile(db), 'The archive file is damaged.'),
    ...complaintsOf(
      () => checkIndex(db, 'article_words'),
      'The index of articles does not agree with the articles.',
    ),
    ...complaintsOf(
      () => checkIndex(db, 'quotation_words'),
      'The index of quotations does not agree with the quotations.',
    ),
    ...complaintsOf(() => checkBodies(db), 'The articles cannot be read to the end.'),
  ];
  const more = complaints.length - MOST_NAMED;
  return more > 0 ? [...complaints.slice(0, MOST_NAMED), `And ${more} more.`] : complaints;
}
