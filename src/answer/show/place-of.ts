import type { Article } from '../../kernel/article.ts';

/** What counts as one place of printing: the outlet, or where none is stated the article itself. */
export function placeOf({ outlet, id }: Article): string {
  return outlet ?? id;
}

/** How a place of printing is called: the outlet, else the headline. */
export function placeName({ outlet, headline }: Article): string {
  return outlet ?? `“${headline}”`;
}
