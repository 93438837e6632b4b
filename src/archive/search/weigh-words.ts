import { contentWords } from '../../text/split-words.ts';

/** One typed word with its spellings in the index and their frequency. */
export interface WeighedWord {
  /**
   * The word in each of its forms or, if the index does not hold it, the nearest indexed words. Never empty.
   */
  readonly spellings: readonly [string, ...string[]];
  /** Number of rows that hold one of the spellings, counted up to a limit. */
  readonly rows: number;
}

/** Maximum number of words to look up for one typed line. The rest of a pasted page adds nothing. */
const MOST_WORDS = 200;
/** Number of spellings to try for a word that the index does not hold. */
export const SPELLINGS = 3;
/** Maximum number of words in one query. */
const MOST_MATCHED = 40;
/** Maximum number of neighbouring pairs in one query. */
const MOST_PAIRS = 3;

/** The words of a typed line to look up, in typed order. */
export function wordsToWeigh(typed: string): string[] {
  return contentWords(typed).slice(0, MOST_WORDS);
}

/** A query for any of these words, or any of these pairs of words near each other. */
export interface ChosenWords {
  readonly words: readonly WeighedWord[];
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * Chooses a query for “any of these words” that scores at most about `budget` rows, taking the rarest words first.
 * Words too common for the remaining budget count only near their neighbour in the typed line. Returns null if there
 * is no word.
 */
export function chooseWithin(budget: number, words: readonly WeighedWord[]): ChosenWords | null {
  const rarestFirst = [...words].sort((a, b) => a.rows - b.rows).slice(0, MOST_MATCHED);
  const [rarest] = rarestFirst;
  if (!rarest) return null;
  const taken = new Set<WeighedWord>();
  let left = budget;
  for (const word of rarestFirst) {
    if (word.rows > left) break;
    taken.add(word);
    left -= word.rows;
  }
  const pairs = words
    .slice(1)
    .flatMap((word, at): [string, string][] => {
      const before = words[at];
      if (!before || (taken.has(word) && taken.has(before))) return [];
      return [[before.spellings[0], word.spellings[0]]];
    })
    .slice(0, MOST_PAIRS);
  if (taken.size === 0 && pairs.length === 0) taken.add(rarest);
  return { words: [...taken], pairs };
}
