import type { Article } from '../../kernel/article.ts';

/**
 * The key by which printings count as one place: the outlet, or the article's id when no outlet is stated.
 */
export function placeOf({ outlet, id }: Article): string {
  return outlet ?? id;
}

/** The name of a place of printing: the outlet, or the headline in quotation marks. */
export function placeName({ outlet, headline }: Article): string {
  return outlet ?? `“${headline}”`;
}
