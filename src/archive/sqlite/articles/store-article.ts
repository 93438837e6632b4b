import type { CleanArticle, Stored } from '../../../kernel/article.ts';
import { foldText } from '../../../text/fold-text.ts';
import type { NewQuotation } from '../../port.ts';
import { articleId, hashBody, wellFormed } from '../../stories/identify-article.ts';
import type { Connection } from '../connect.ts';
import { ARTICLE_COLUMNS, type ArticleRow } from '../read-rows.ts';
import { wordLister } from '../search/list-words.ts';
import { storyJoiner } from './join-stories.ts';
import { versionKeeper } from './keep-versions.ts';
import { engineNoter } from './read-again.ts';
import { quotationWriter, requireSpansInside } from './store-quotations.ts';

const foldedOrNull = (text: string) => {
  const folded = foldText(text);
  return folded === text ? null : folded;
};

function columnsOf(article: CleanArticle, ingestedAt: Date) {
  return {
    headline: article.headline,
    outlet: article.outlet,
    byline: article.byline,
    published_at: article.publishedAt,
    published_how: article.publishedHow,
    origin: article.origin,
    ingested_at: ingestedAt.toISOString(),
    body_hash: hashBody(article.body),
    headline_folded: foldedOrNull(article.headline),
    body_folded: foldedOrNull(article.body),
    body: article.body,
  };
}

/** Whether the new article states metadata that the stored one lacks. */
function tellsMore(held: ArticleRow, article: CleanArticle): boolean {
  return (
    (held.outlet === null && article.outlet !== null) ||
    (held.byline === null && article.byline !== null) ||
    (held.published_at === null && article.publishedAt !== null)
  );
}

const INSERT = `
  INSERT INTO articles (id, url, story_id, headline, outlet, byline, published_at, published_how, origin, ingested_at,
    body_hash, headline_folded, body_folded, body)
  VALUES (:id, :url, :id, :headline, :outlet, :byline, :published_at, :published_how, :origin, :ingested_at,
    :body_hash, :headline_folded, :body_folded, :body)`;

// Metadata that the newer version lacks stays as the older one stated it.
const REPLACE = `
  UPDATE articles SET headline = :headline, outlet = coalesce(:outlet, outlet), byline = coalesce(:byline, byline),
    published_how = iif(:published_at IS NULL, published_how, :published_how),
    published_at = coalesce(:published_at, published_at),
    origin = :origin, ingested_at = :ingested_at, body_hash = :body_hash,
    headline_folded = :headline_folded, body_folded = :body_folded, body = :body
  WHERE row = :row`;

const FILL_IN = `
  UPDATE articles SET outlet = coalesce(outlet, :outlet), byline = coalesce(byline, :byline),
    published_how = iif(published_at IS NULL AND :published_at IS NOT NULL, :published_how, published_how),
    published_at = coalesce(published_at, :published_at)
  WHERE row = :row`;

type Put = (
  article: CleanArticle,
  quotations: readonly NewQuotation[],
  at: Date,
  engine?: string | null,
) => Stored;

/** Adds, updates or skips one article. Call it in a transaction. */
function articleWriter(db: Connection, byId: (id: string) => ArticleRow | undefined): Put {
  const insert = db.prepare(INSERT);
  const replace = db.prepare(REPLACE);
  const fillIn = db.prepare(FILL_IN);
  const keepVersion = versionKeeper(db);
  const writeQuotations = quotationWriter(db);
  const listWords = wordLister(db);
  const noteEngine = engineNoter(db);
  const stories = storyJoiner(db);
  return (article, quotations, at, engine = null) => {
    const id = articleId(article);
    const columns = columnsOf(article, at);
    const held = byId(id);
    if (!held) {
      const { lastInsertRowid } = insert.run({ ...columns, id, url: article.url });
      const row = Number(lastInsertRowid);
      writeQuotations({ row, id, body: article.body }, quotations);
      noteEngine(row, engine);
      listWords(article);
      return stories.join(row) ? 'copy' : 'added';
    }
    if (held.body_hash !== columns.body_hash) {
      keepVersion(held, columns.ingested_at);
      replace.run({ ...columns, row: held.row });
      writeQuotations({ row: held.row, id, body: article.body }, quotations);
      noteEngine(held.row, engine);
      listWords(article);
      stories.forget(held);
      stories.join(held.row);
      return 'updated';
    }
    if (!tellsMore(held, article)) return 'unchanged';
    stories.forget(held);
    fillIn.run({ ...columns, row: held.row });
    stories.join(held.row);
    return 'updated';
  };
}

/** Stores one article with its quotations in one transaction. */
export function openShelf(db: Connection): { store: Put; holds: (article: CleanArticle) => boolean } {
  const byId = db.prepare<[string], ArticleRow>(`SELECT ${ARTICLE_COLUMNS} FROM articles a WHERE a.id = ?`);
  const revise = db.prepare('UPDATE revision SET number = number + 1');
  const put = articleWriter(db, (id) => byId.get(id));
  const store = db.transaction<Put>((article, quotations, at, engine) => {
    const became = put(article, quotations, at, engine);
    if (became !== 'unchanged') revise.run();
    return became;
  });
  return {
    store: (given, quotations, ingestedAt, engine) => {
      const article = wellFormed(given);
      requireSpansInside(article.body, quotations);
      return store.immediate(article, quotations, ingestedAt, engine);
    },
    holds: (given) => {
      const article = wellFormed(given);
      const held = byId.get(articleId(article));
      return held !== undefined && held.body_hash === hashBody(article.body) && !tellsMore(held, article);
    },
  };
}
