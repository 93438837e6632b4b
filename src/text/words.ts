import { stemmer } from 'stemmer';
import { CJK, isCjk, plainForms } from './fold-text.ts';
import { isFunctionWord } from './function-words.ts';
import type { Span } from './span.ts';

/** One word of a text in the forms that the rooms compare. Words with equal stems are the same word. */
export interface Word {
  /** As the search index is asked for it: lower case, straight apostrophes, without a possessive 's. */
  readonly written: string;
  /** Every letter printed, without accents and signs: tells whether two texts have the same words. */
  readonly plain: string;
  /** Porter's stem of the word, without accents, signs and a possessive 's. */
  readonly stem: string;
  readonly isFunctionWord: boolean;
}

/** Where a word stands in its text. */
export interface WordInPlace extends Span {
  readonly word: Word;
}

const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';

/**
 * A pattern of one word; `other` keeps a letter from being one of a script that the pattern reads elsewhere.
 */
function wordPattern(other: string): string {
  return [
    // U.S., U.S.’s, D.C.
    `${other}\\p{L}(?:\\.${other}\\p{L})+(?!\\p{L})(?:\\.?['’][sS](?![\\p{L}\\p{N}]))?`,
    // 1,000 and 3.5m
    `\\p{N}+(?:[.,]\\p{N}+)+(?:${other}\\p{L})*`,
    `${other}[\\p{L}\\p{N}](?:${other}[\\p{L}\\p{M}\\p{N}${INVISIBLE}]|['’](?=${other}\\p{L}))*`,
  ].join('|');
}

const WORD = new RegExp(wordPattern(''), 'gu');
/** Script classes take several times as long, so only a text that holds such a script is read by this one. */
const WORD_AMONG_CJK = new RegExp(`[${CJK}]|${wordPattern(`(?![${CJK}])`)}`, 'gu');

const patternFor = (text: string) => (isCjk(text) ? WORD_AMONG_CJK : WORD);

/**
 * The words of a text, in order. A hyphen separates words, an apostrophe does not; a dotted abbreviation is one
 * word (“U.S.” is “US”), and so is a number with its separators. Chinese, Japanese and Korean are one word a
 * character, as the index holds them: a Korean particle does not hide the noun before it.
 */
export function wordsOf(text: string): Word[] {
  return (text.match(patternFor(text)) ?? []).map(wordOf);
}

/** The words of a text in order, each with its place. */
export function wordsInPlace(text: string): WordInPlace[] {
  return [...text.matchAll(patternFor(text))].map(({ 0: raw, index }) => ({
    word: wordOf(raw),
    start: index,
    end: index + raw.length,
  }));
}

/** The stems of a text's words that carry meaning, each once. */
export function contentStems(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap((word) => (word.isFunctionWord ? [] : [word.stem])))];
}

/**
 * A text's words alone, a space around each: one such text holds another where it has the same words in a
 * row.
 */
export function wordsAlone(text: string): string {
  return ` ${wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ')} `;
}

/** Longer strings are slices that keep their whole text in memory (V8), so they are not remembered. */
const LONGEST_REMEMBERED = 12;
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Word>();

function wordOf(raw: string): Word {
  const known = remembered.get(raw);
  if (known) return known;
  const word = readWord(raw);
  if (raw.length <= LONGEST_REMEMBERED) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(raw, word);
  }
  return word;
}

const DOTTED = /^\p{L}\./u;
/** The country, which only its capitals tell from the pronoun. */
const COUNTRY = /^US(?:['’][sS])?$/u;

function readWord(raw: string): Word {
  if (isCjk(raw)) {
    const plain = plainForms(raw);
    return { written: plain, plain, stem: plain, isFunctionWord: false };
  }
  const lower = plainForms(raw).toLowerCase().replaceAll('’', "'");
  const written = lower.replace(/\.?'s$/u, '');
  const base = bare(written);
  // “U.S.” and “a.m.” are not the pronoun and the verb that their letters spell.
  if (COUNTRY.test(raw) || (DOTTED.test(raw) && isFunctionWord(base))) {
    const capitals = base.toUpperCase();
    return {
      written: DOTTED.test(raw) ? written : capitals,
      plain: capitals,
      stem: capitals,
      isFunctionWord: false,
    };
  }
  const plain = bare(lower);
  return {
    written,
    plain,
    stem: stemOf(base),
    isFunctionWord: isFunctionWord(plain) || isFunctionWord(base),
  };
}

/**
 * The letters and digits of a lower-case word: no accents, no signs but those inside a number that change its
 * value.
 */
function bare(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  const plain = word.normalize('NFKD').replace(/[\p{M}'ʼ]/gu, '');
  return /^\p{N}/u.test(plain) ? plain.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '') : plain.replaceAll('.', '');
}

/** FTS5 leaves longer words unstemmed too, and the time a pattern takes grows with them. */
const LONGEST_STEMMED = 64;

/** Porter's stem of a lower-case word without accents, as the index holds it. */
function stemOf(word: string): string {
  return word.length > LONGEST_STEMMED ? word : stemmer(word);
}
