import { countEdits } from '../../text/count-edits.ts';
import { foldName, isCjk } from '../../text/fold-text.ts';
import { splitWords } from '../../text/split-words.ts';

/**
 * Words of one length, each with its letters as a bit set. Two words n edits apart differ in at most 2n bits, so the
 * bit sets rule out most words cheaply.
 */
interface WordsOfLength {
  readonly words: string[];
  readonly letters: number[];
}

/** All words of an archive's articles, in memory. */
export interface Vocabulary {
  add(word: string): void;
  /**
   * Words within two edits of `typed` (one edit for SHORT words), nearest first. Ties put words with the same first
   * letter first.
   */
  near(typed: string): SpellingCandidate[];
}

export interface SpellingCandidate {
  readonly word: string;
  readonly edits: number;
  readonly sameFirst: boolean;
}

/** Words of at most this many UTF-16 units are respelled by one edit only. */
const SHORT = 5;
/** Minimum length of a word to respell, in UTF-16 units. Shorter words have too many neighbours. */
const SHORTEST = 3;
/** Maximum length of a word to respell, in UTF-16 units. A longer one is a URL or pasted text. */
const LONGEST = 40;
/** Maximum number of candidates whose articles are counted. */
const MOST_COUNTED = 40;

export function openVocabulary(): Vocabulary {
  const byLength = new Map<number, WordsOfLength>();
  return {
    add: (word) => {
      const same = byLength.get(word.length) ?? { words: [], letters: [] };
      byLength.set(word.length, same);
      same.words.push(word);
      same.letters.push(lettersOf(word));
    },
    near: (typed) =>
      wordsWithin(byLength, typed, typed.length <= SHORT ? 1 : 2)
        .sort(nearestFirst)
        .slice(0, MOST_COUNTED),
  };
}

const HAS_DIGIT = /\p{N}/u;

/** The distinct folded words of a text for the vocabulary, without numbers and unspaced scripts. */
export function spelledWords(text: string): string[] {
  const words = new Set<string>();
  for (const word of splitWords(foldName(text)))
    if (word.length >= SHORTEST && word.length <= LONGEST) words.add(word);
  return [...words].filter((word) => !HAS_DIGIT.test(word) && !isCjk(word));
}

/** The typed word to respell. Null for no word, several words, or a word that is never respelled. */
export function wordToSpell(typed: string): string | null {
  const [word, ...more] = splitWords(foldName(typed.slice(0, 2 * LONGEST)));
  if (word === undefined || more.length) return null;
  return word.length < SHORTEST || word.length > LONGEST || isCjk(word) ? null : word;
}

/**
 * The best spellings, ordered by edits, same first letter, number of articles, then alphabet. Leaves out words that
 * are in no article.
 */
export function bestSpellings(
  candidates: readonly (SpellingCandidate & { readonly articles: number })[],
  limit: number,
): string[] {
  return candidates
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => nearestFirst(a, b) || b.articles - a.articles || (a.word < b.word ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(({ word }) => word);
}

function nearestFirst(a: SpellingCandidate, b: SpellingCandidate): number {
  return a.edits - b.edits || Number(b.sameFirst) - Number(a.sameFirst);
}

function wordsWithin(
  byLength: ReadonlyMap<number, WordsOfLength>,
  typed: string,
  atMost: number,
): SpellingCandidate[] {
  const near: SpellingCandidate[] = [];
  const letters = lettersOf(typed);
  for (let length = typed.length - atMost; length <= typed.length + atMost; length++) {
    const same = byLength.get(length);
    if (!same) continue;
    for (const [at, word] of same.words.entries()) {
      if (countBits((same.letters[at] ?? 0) ^ letters) > 2 * atMost) continue;
      const edits = countEdits(typed, word, atMost);
      if (edits <= atMost) near.push({ word, edits, sameFirst: word[0] === typed[0] });
    }
  }
  return near;
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
