import { indexedForms, quoteForFts } from '../../../text/split-words.ts';
import { chooseWithin, SPELLINGS, type WeighedWord, wordsToWeigh } from '../../search/weigh-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter, type WordIndex } from '../count-rows.ts';

/** Two words count as neighbours with at most this many others between them. */
const NEAR_WORDS = 4;

/** Finds typed words in an index, in typed order. Respells words that it lacks and leaves out unknown ones. */
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

/** Whether any article has held a word with exactly this spelling, in lower case. */
export function printedWords(db: Connection): (word: string) => boolean {
  const find = db.prepare<[string], number>('SELECT 1 FROM words WHERE word = ?').pluck();
  return (word) => find.get(word) !== undefined;
}

/** The FTS5 expression that matches any spelling of one word. */
export function matchOf(spellings: readonly [string, ...string[]]): string {
  const quoted = spellings.map(quoteForFts);
  return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' OR ')})`;
}

/** The FTS5 expression for any of these words within a row budget (see chooseWithin); null without words. */
export function anyWithin(budget: number, words: readonly WeighedWord[]): string | null {
  const chosen = chooseWithin(budget, words);
  if (!chosen) return null;
  const near = chosen.pairs.map((pair) => `NEAR(${pair.map(quoteForFts).join(' ')}, ${NEAR_WORDS})`);
  return [...chosen.words.map(({ spellings }) => matchOf(spellings)), ...near].join(' OR ');
}

/** The FTS5 expression for all of these words; null without words. */
export function allOf(words: readonly WeighedWord[]): string | null {
  return words.length ? words.map(({ spellings }) => matchOf(spellings)).join(' AND ') : null;
}
