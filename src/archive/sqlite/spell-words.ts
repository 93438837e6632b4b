import type { Connection } from './connect.ts';
import { countEdits } from './count-edits.ts';
import { foldName } from './fold-text.ts';
import { isCjk, splitWords } from './split-words.ts';

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

/** Words the archive holds within two edits (one for words of five letters or fewer), nearest, same first letter, commonest first. */
export function speller(db: Connection): (typed: string, limit: number) => string[] {
  const readWords = vocabulary(db);
  const counts = db.prepare<[string], { word: string; articles: number }>(
    'SELECT word, articles FROM words WHERE word IN (SELECT value FROM json_each(?))',
  );
  return (typed, limit) => {
    const [word = '', ...more] = splitWords(typed).map(foldName);
    if (more.length || word.length < 3 || word.length > LONGEST || isCjk(word)) return [];
    const near = wordsWithin(readWords(), word, word.length <= SHORT ? 1 : 2);
    // Counted afresh: a word may have gone with an older version since it was read.
    const articles = new Map(
      counts.all(JSON.stringify(near.map((n) => n.word))).map((row) => [row.word, row.articles]),
    );
    const otherFirst = (n: Near) => Number(n.word[0] !== word[0]);
    return near
      .filter((n) => articles.has(n.word))
      .sort(
        (a, b) =>
          a.edits - b.edits ||
          otherFirst(a) - otherFirst(b) ||
          (articles.get(b.word) ?? 0) - (articles.get(a.word) ?? 0) ||
          (a.word < b.word ? -1 : 1),
      )
      .slice(0, Math.max(0, limit))
      .map((n) => n.word);
  };
}
