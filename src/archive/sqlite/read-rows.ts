import type { Article } from '../../kernel/article.ts';
import type { Quotation, QuotationKind } from '../../kernel/quotation.ts';
import { cut, type Span } from '../../text/span.ts';
import type { QuotationHit } from '../port.ts';
import type { Connection } from './connect.ts';

export interface ArticleRow {
  readonly row: number;
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published_at: string | null;
  readonly published_how: string;
  readonly url: string | null;
  readonly origin: string;
  readonly story_id: string;
  readonly ingested_at: string;
  readonly body_hash: string;
  readonly body: string;
}

export const ARTICLE_COLUMNS =
  'a.row, a.id, a.headline, a.outlet, a.byline, a.published_at, a.published_how, a.url, a.origin, a.story_id, a.ingested_at, a.body_hash, a.body';

export interface QuotationRow {
  readonly row: number;
  readonly id: string;
  readonly article_row: number;
  readonly utterance_id: string;
  readonly kind: QuotationKind;
  readonly span_start: number;
  readonly span_end: number;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
  readonly mention_start: number | null;
  readonly mention_end: number | null;
  readonly speaker_id: string | null;
  readonly speaker_name: string | null;
  readonly speaker_role: string | null;
  readonly confidence: number;
}

export const QUOTATION_COLUMNS =
  'q.row, q.id, q.article_row, q.utterance_id, q.kind, q.span_start, q.span_end, q.cue_start, q.cue_end, q.mention_start, q.mention_end, q.speaker_id, q.speaker_name, q.speaker_role, q.confidence';

export function articleOf(row: ArticleRow): Article {
  return {
    id: row.id,
    headline: row.headline,
    outlet: row.outlet,
    byline: row.byline,
    publishedAt: row.published_at,
    publishedHow: row.published_how,
    url: row.url,
    origin: row.origin,
    storyId: row.story_id,
    ingestedAt: row.ingested_at,
    bodyHash: row.body_hash,
    body: row.body,
  };
}

function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}

/** A quotation whose words are cut out of the stored body and come from nowhere else. */
function quotationOf(row: QuotationRow, article: Article): Quotation {
  const span = { start: row.span_start, end: row.span_end };
  const { speaker_id: id, speaker_name: name, speaker_role: role } = row;
  return {
    id: row.id,
    articleId: article.id,
    utteranceId: row.utterance_id,
    kind: row.kind,
    span,
    words: cut(article.body, span),
    cue: spanOf(row.cue_start, row.cue_end),
    mention: spanOf(row.mention_start, row.mention_end),
    speaker: id === null || name === null ? null : { id, name, role },
    confidence: row.confidence,
  };
}

/** Reads quotation rows with their articles, and parses each article once. */
export function hitReader(db: Connection): (rows: readonly QuotationRow[]) => QuotationHit[] {
  const byRow = db.prepare<[number], ArticleRow>(`SELECT ${ARTICLE_COLUMNS} FROM articles a WHERE a.row = ?`);
  return (rows) => {
    const articles = new Map<number, Article>();
    return rows.flatMap((row) => {
      const known = articles.get(row.article_row);
      const found = known ? null : byRow.get(row.article_row);
      const article = known ?? (found ? articleOf(found) : null);
      if (!article) return [];
      articles.set(row.article_row, article);
      return [{ quotation: quotationOf(row, article), article }];
    });
  };
}

/** All quotations of articles: articles in the order given, quotations in text order. */
export function quotationLister(db: Connection): (articleIds: readonly string[]) => QuotationHit[] {
  const list = db.prepare<[string], QuotationRow>(
    `SELECT ${QUOTATION_COLUMNS} FROM json_each(?) given JOIN articles a ON a.id = given.value
     JOIN quotations q ON q.article_row = a.row ORDER BY given.key, q.span_start, q.row`,
  );
  const readHits = hitReader(db);
  return (articleIds) => readHits(list.all(JSON.stringify(articleIds)));
}
