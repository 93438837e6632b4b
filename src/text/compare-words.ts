import { distance } from 'fastest-levenshtein';
import type { Word } from './words.ts';

/**
 * How alike two words are, 0 to 1: the same stem is 1, one or two typing errors 0.8, else 0. A function word
 * and a word of fewer than five letters are never taken for a misspelling.
 */
export function likeness(typed: Word, held: Word): number {
  if (typed.stem === held.stem) return 1;
  if (typed.isFunctionWord || held.isFunctionWord) return 0;
  const length = Math.max(typed.plain.length, held.plain.length);
  if (Math.min(typed.plain.length, held.plain.length) < 5 || length > 40) return 0;
  const edits = Math.min(distance(typed.plain, held.plain), distance(typed.stem, held.stem));
  return edits <= (length > 7 ? 2 : 1) ? 0.8 : 0;
}
