import { indexedForms, quoteForFts } from '../../../text/split-words.ts';
import { chooseWithin, SPELLINGS, type WeighedWord, wordsToWeigh } from '../../search/weigh-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter, type WordIndex } from '../count-rows.ts';

/** Two words count as neighbours with at most this many others between them. */
const NEAR_WORDS = 4;

/** Finds a typed line's words in an index, respelling those that it does not hold; in typed order, unknown words left out. */
export function wordWeigher(
  db: Connection,
  spell: (typed: string, limit: number) => string[],
  table: WordIndex,
  countTo: number,
): (typed: string) => WeighedWord[] {
  const countRows = rowCounter(db, table, countTo);
  const isPrinted = printedWords(db);
  const weigh = (spellings: readonly string[]): WeighedWord[] => {
    const [first, ...others] = spellings;
    if (first === undefined) return [];
    const rows = countRows(matchOf([first, ...others]));
    return rows > 0 ? [{ spellings: [first, ...others], rows }] : [];
  };
  return (typed) =>
    wordsToWeigh(typed).flatMap((word) => {
      const held = weigh(indexedForms(word, isPrinted));
      return held.length ? held : weigh(spell(word, SPELLINGS));
    });
}

/** Tells whether an article has ever held a word exactly so spelt, in lower case. */
export function printedWords(db: Connection): (word: string) => boolean {
  const find = db.prepare<[string], number>('SELECT 1 FROM words WHERE word = ?').pluck();
  return (word) => find.get(word) !== undefined;
}

/** The FTS5 expression for one word in any of its spellings. */
export function matchOf(spellings: readonly [string, ...string[]]): string {
  const quoted = spellings.map(quoteForFts);
  return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' OR ')})`;
}

/** The FTS5 expression for “any of these words” within a budget of rows, see chooseWithin; null where there is no word. */
export function anyWithin(budget: number, words: readonly WeighedWord[]): string | null {
  const chosen = chooseWithin(budget, words);
  if (!chosen) return null;
  const near = chosen.pairs.map((pair) => `NEAR(${pair.map(quoteForFts).join(' ')}, ${NEAR_WORDS})`);
  return [...chosen.words.map(({ spellings }) => matchOf(spellings)), ...near].join(' OR ');
}

/** The FTS5 expression for “all of these words”; null where there is no word. */
export function allOf(words: readonly WeighedWord[]): string | null {
  return words.length ? words.map(({ spellings }) => matchOf(spellings)).join(' AND ') : null;
}
