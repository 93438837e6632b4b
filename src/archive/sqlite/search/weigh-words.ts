import { contentWords, quoteForFts } from '../../../text/split-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter, type WordIndex } from '../count-rows.ts';

/** One typed word as the index can answer it. */
export interface WeighedWord {
  readonly word: string;
  /** The word itself, or the indexed words nearest to it when the index does not hold it. */
  readonly spellings: readonly string[];
  /** FTS5 expression, quoted. */
  readonly match: string;
  /** How many rows match, counted no further than `countTo`. */
  readonly rows: number;
}

/** No question has more words that matter; a pasted page is cut here. */
const MOST_WORDS = 200;
const SPELLINGS = 3;

/** Reads a typed line as words the index holds, respelling those it does not; in typed order, unknown words left out. */
export function wordWeigher(
  db: Connection,
  spell: (typed: string, limit: number) => string[],
  table: WordIndex,
  countTo: number,
): (typed: string) => WeighedWord[] {
  const countRows = rowCounter(db, table, countTo);
  return (typed) =>
    contentWords(typed)
      .slice(0, MOST_WORDS)
      .flatMap((word) => {
        const match = quoteForFts(word);
        const rows = countRows(match);
        if (rows > 0) return [{ word, spellings: [word], match, rows }];
        const spellings = spell(word, SPELLINGS);
        if (spellings.length === 0) return [];
        const either = `(${spellings.map(quoteForFts).join(' OR ')})`;
        const found = countRows(either);
        return found > 0 ? [{ word, spellings, match: either, rows: found }] : [];
      });
}

const MOST_MATCHED = 40;
const MOST_PAIRS = 3;

/**
 * The FTS5 expression for "any of these words" that scores about `budget` rows at most: the rarest words first; words too
 * common for what is left come in as near neighbours only. Null when there is no word.
 */
export function anyWithin(budget: number, words: readonly WeighedWord[]): string | null {
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
    .flatMap((word, at) => {
      const before = words[at];
      if (!before || before.spellings[0] === undefined || word.spellings[0] === undefined) return [];
      if (taken.has(word) && taken.has(before)) return [];
      return [`NEAR(${quoteForFts(before.spellings[0])} ${quoteForFts(word.spellings[0])}, 4)`];
    })
    .slice(0, MOST_PAIRS);
  if (taken.size === 0 && pairs.length === 0) taken.add(rarest);
  return [...[...taken].map(({ match }) => match), ...pairs].join(' OR ');
}

/** The FTS5 expression for "all of these words"; null when there is none. */
export function all(words: readonly WeighedWord[]): string | null {
  return words.length ? words.map(({ match }) => match).join(' AND ') : null;
}
