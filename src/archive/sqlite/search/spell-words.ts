import { countEdits } from '../../../text/count-edits.ts';
import { foldName, isCjk } from '../../../text/fold-text.ts';
import { quoteForFts, splitWords } from '../../../text/split-words.ts';
import type { Connection } from '../connect.ts';
import { rowCounter } from '../count-rows.ts';

/** Words of one length, each with the set of its letters as bits: two words n edits apart differ in at most 2n bits. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}

/** The archive's words in memory by length; going on from the last id read, it also learns what another process wrote. */
function vocabulary(db: Connection): () => ReadonlyMap<number, Shelf> {
  const newer = db.prepare<[number], { id: number; word: string }>(
    'SELECT id, word FROM words WHERE id > ? ORDER BY id',
  );
  const shelves = new Map<number, Shelf>();
  let lastId = 0;
  return () => {
    for (const { id, word } of newer.iterate(lastId)) {
      const shelf = shelves.get(word.length) ?? { words: [], letters: [] };
      shelves.set(word.length, shelf);
      shelf.words.push(word);
      shelf.letters.push(lettersOf(word));
      lastId = id;
    }
    return shelves;
  };
}

interface Near {
  readonly word: string;
  readonly edits: number;
}

function wordsWithin(shelves: ReadonlyMap<number, Shelf>, typed: string, atMost: number): Near[] {
  const near: Near[] = [];
  const letters = lettersOf(typed);
  for (let length = typed.length - atMost; length <= typed.length + atMost; length++) {
    const shelf = shelves.get(length);
    if (!shelf) continue;
    for (const [at, word] of shelf.words.entries()) {
      if (countBits((shelf.letters[at] ?? 0) ^ letters) > 2 * atMost) continue;
      const edits = countEdits(typed, word, atMost);
      if (edits <= atMost) near.push({ word, edits });
    }
  }
  return near;
}

const SHORT = 5;
const LONGEST = 40;
/** Of more than this only the nearest are looked up. */
const MOST_COUNTED = 40;

/** Words the archive holds within two edits (one for words of five letters or fewer): nearest, same first letter, commonest first. */
export function speller(db: Connection): (typed: string, limit: number) => string[] {
  const readWords = vocabulary(db);
  const countArticles = rowCounter(db, 'article_words', 1_000);
  return (typed, limit) => {
    const [word = '', ...more] = splitWords(foldName(typed.slice(0, 2 * LONGEST)));
    if (more.length || word.length < 3 || word.length > LONGEST || isCjk(word)) return [];
    const otherFirst = (n: Near) => Number(n.word[0] !== word[0]);
    return (
      wordsWithin(readWords(), word, word.length <= SHORT ? 1 : 2)
        .sort((a, b) => a.edits - b.edits || otherFirst(a) - otherFirst(b))
        .slice(0, MOST_COUNTED)
        // Counted now: a word may have gone with an older version of its article.
        .map((n) => ({ ...n, articles: countArticles(quoteForFts(n.word)) }))
        .filter(({ articles }) => articles > 0)
        .sort(
          (a, b) =>
            a.edits - b.edits ||
            otherFirst(a) - otherFirst(b) ||
            b.articles - a.articles ||
            (a.word < b.word ? -1 : 1),
        )
        .slice(0, Math.max(0, limit))
        .map((n) => n.word)
    );
  };
}
