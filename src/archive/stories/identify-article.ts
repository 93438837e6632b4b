import { createHash } from 'node:crypto';
import type { CleanArticle } from '../../kernel/article.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first 16 hex digits of a text's SHA-256. */
export function shortHash(text: string): string {
  return sha256(text).slice(0, 16);
}

/** SHA-256 of the body, hex. */
export function hashBody(body: string): string {
  return sha256(body);
}

/** Hashes the article's URL, else its body, else its headline (a feed entry may have nothing more). */
export function articleId({ url, body, headline }: CleanArticle): string {
  return shortHash(url ?? (body.trim() ? body : headline));
}

/** The article as storage can keep it: half a surrogate pair has no UTF-8, and its stand-in U+FFFD is as long, so spans hold. */
export function wellFormed(article: CleanArticle): CleanArticle {
  const fix = (text: string | null) => text?.toWellFormed() ?? null;
  return {
    headline: article.headline.toWellFormed(),
    outlet: fix(article.outlet),
    byline: fix(article.byline),
    publishedAt: fix(article.publishedAt),
    publishedHow: article.publishedHow.toWellFormed(),
    url: fix(article.url),
    origin: article.origin.toWellFormed(),
    body: article.body.toWellFormed(),
  };
}
