import { expect } from 'vitest';
import { type CleanedArticle, readInput } from '../../../src/ingest/files/read-input.ts';
import { anInput } from '../../builders/a-page.ts';

/** The one article that a pasted text holds; nothing of it is refused. */
export function only(content: string): CleanedArticle {
  const { articles, refused } = readInput(anInput({ content }));
  expect(refused).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0] as CleanedArticle;
}

/** The lines that the cleaner gave one label. */
export const labelled = (cleaned: CleanedArticle, label: string) =>
  cleaned.lines.filter((line) => line.label === label).map(({ line }) => line);
