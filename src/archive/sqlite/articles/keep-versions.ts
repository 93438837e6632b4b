import type { FoundQuotation, QuotationKind } from '../../../kernel/quotation.ts';
import { foldText } from '../../../text/fold-text.ts';
import { cut } from '../../../text/span.ts';
import type { Connection } from '../connect.ts';
import type { ArticleRow } from '../read-rows.ts';

/** A quotation of an older version, stored as JSON. The first archives stored only start, words and speaker. */
export interface KeptQuotation {
  readonly start: number;
  readonly words: string;
  readonly speaker: string | null;
  readonly speakerId?: string | null;
  readonly role?: string | null;
  readonly kind?: QuotationKind;
  readonly confidence?: number;
}

/** A quotation as it is stored with its body. */
export function keptQuotation(
  body: string,
  { span, speaker, kind, confidence }: Omit<FoundQuotation, 'cue' | 'mention'>,
): KeptQuotation {
  return {
    start: span.start,
    words: cut(body, span),
    speaker: speaker?.name ?? null,
    speakerId: speaker?.id ?? null,
    role: speaker?.role ?? null,
    kind,
    confidence,
  };
}

const KEEP = `
  INSERT INTO article_versions (article_row, headline, published_at, ingested_at, replaced_at, body_hash, quotations, body)
  SELECT row, headline, published_at, ingested_at, :replaced_at, body_hash, :quotations, body FROM articles WHERE row = :row`;

const QUOTATIONS = `
  SELECT span_start AS start, span_end AS end, speaker_name AS speaker, speaker_id AS speakerId, speaker_role AS role, kind, confidence
  FROM quotations WHERE article_row = ? ORDER BY span_start`;

/** Prepared at first use. SQLite reads an index when a statement is prepared, and a damaged index must not bar opening. */
export function whenNeeded<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Replaces an older version's quoted words in the index. */
export function versionIndexer(
  db: Connection,
): (version: number | bigint, kept: readonly KeptQuotation[]) => void {
  const remove = whenNeeded(() => db.prepare('DELETE FROM version_words WHERE rowid = ?'));
  const insert = whenNeeded(() => db.prepare('INSERT INTO version_words (rowid, words) VALUES (?, ?)'));
  return (version, kept) => {
    remove().run(version);
    if (kept.length) insert().run(version, kept.map(({ words }) => foldText(words)).join('\n'));
  };
}

/** Stores the current version of an article, with its quotations, before an update. Call it in the article's transaction. */
export function versionKeeper(db: Connection): (held: ArticleRow, replacedAt: string) => void {
  const spans = db.prepare<[number], Omit<KeptQuotation, 'words'> & { readonly end: number }>(QUOTATIONS);
  const keep = db.prepare(KEEP);
  const keepReading = db.prepare(
    'INSERT INTO version_readings (version_row, reader) SELECT ?, reader FROM readings WHERE article_row = ?',
  );
  const index = versionIndexer(db);
  return (held, replacedAt) => {
    const kept = spans.all(held.row).map(({ end, ...quotation }): KeptQuotation => {
      return { ...quotation, words: cut(held.body, { start: quotation.start, end }) };
    });
    const { lastInsertRowid } = keep.run({
      row: held.row,
      replaced_at: replacedAt,
      quotations: JSON.stringify(kept),
    });
    keepReading.run(lastInsertRowid, held.row);
    index(lastInsertRowid, kept);
  };
}
