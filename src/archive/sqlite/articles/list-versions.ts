import type { Article } from '../../../kernel/article.ts';
import type { Filters } from '../../../kernel/ask.ts';
import { contentWords, indexedForms } from '../../../text/split-words.ts';
import type { QuotationHit } from '../../port.ts';
import type { Connection } from '../connect.ts';
import { type ArticleRow, articleOf } from '../read-rows.ts';
import { ARTICLE_IS_WANTED, narrower } from '../search/narrow.ts';
import { matchOf, printedWords } from '../search/weigh-words.ts';
import { type KeptQuotation, whenNeeded } from './keep-versions.ts';

export interface VersionRow extends ArticleRow {
  readonly version: number;
  readonly replaced_at: string;
  readonly quotations: string;
  readonly body_now: string;
}

export const VERSION_COLUMNS = `v.row AS version, v.replaced_at, v.quotations, a.body AS body_now, a.row, a.id, v.headline, a.outlet, a.byline,
  v.published_at, a.published_how, a.url, a.origin, a.story_id, v.ingested_at, v.body_hash, v.body`;

export const versionOf = (row: VersionRow): Article => ({ ...articleOf(row), replacedAt: row.replaced_at });

/** Older versions of articles, the oldest first. */
export function versionReader(db: Connection): (articleIds: readonly string[]) => Article[] {
  const versions = db.prepare<[string], VersionRow>(
    `SELECT ${VERSION_COLUMNS} FROM articles a JOIN article_versions v ON v.article_row = a.row
     WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY v.row`,
  );
  return (articleIds) => versions.all(JSON.stringify(articleIds)).map(versionOf);
}

/** The most words of a question that are looked up. More do not narrow the result. */
const MOST_WORDS = 40;

/**
 * Quotations of older versions that share a word with these words, best first. Quotations that the current article
 * still holds are left out, and so are repeats.
 */
export function earlierFinder(
  db: Connection,
): (words: string, filters: Filters, limit: number) => QuotationHit[] {
  const narrow = narrower(db);
  const isPrinted = printedWords(db);
  const find = whenNeeded(() =>
    db.prepare<[object], VersionRow>(
      `SELECT ${VERSION_COLUMNS} FROM version_words f JOIN article_versions v ON v.row = f.rowid
     JOIN articles a ON a.row = v.article_row WHERE version_words MATCH :match AND ${ARTICLE_IS_WANTED}
     ORDER BY bm25(version_words), v.row DESC LIMIT :limit`,
    ),
  );
  return (words, filters, limit) => {
    // A speaker may be quoted only in older versions. The archive no longer knows that speaker by name.
    const narrowing = narrow({ ...filters, by: null });
    const match = contentWords(words)
      .slice(0, MOST_WORDS)
      .map((word) => matchOf(indexedForms(word, isPrinted)))
      .join(' OR ');
    if (!match || narrowing === null || limit < 1) return [];
    const hits = new Map<string, QuotationHit>();
    for (const row of find().all({ ...narrowing, match, limit }))
      for (const hit of hitsIn(row)) {
        const key = `${row.id} ${hit.quotation.words}`;
        const isAsked = filters.by === null || hit.quotation.speaker?.id === filters.by;
        if (isAsked && !row.body_now.includes(hit.quotation.words) && !hits.has(key)) hits.set(key, hit);
      }
    return [...hits.values()];
  };
}

function hitsIn(row: VersionRow): QuotationHit[] {
  const article = versionOf(row);
  const kept: readonly KeptQuotation[] = JSON.parse(row.quotations);
  return kept.map(
    ({ start, words, speaker, speakerId = null, role = null, kind = 'direct', confidence = 0 }) => {
      const id = `${row.id}.${start}@${row.version}`;
      const named = speaker === null || speakerId === null ? null : { id: speakerId, name: speaker, role };
      const span = { start, end: start + words.length };
      const none = { cue: null, mention: null };
      const quotation = {
        id,
        articleId: row.id,
        utteranceId: `u-${id}`,
        kind,
        span,
        words,
        ...none,
        speaker: named,
        confidence,
      };
      return { quotation, article };
    },
  );
}
