import { stemmer } from 'stemmer';
import { foldName, isCjk, plainForms, spaceRuns } from './fold-text.ts';
import { isFunctionWord } from './function-words.ts';

/** Dotted abbreviations, numbers with separators, then words with inner apostrophes; linear, as no class holds its separator. */
const WORD =
  /\p{L}(?:\.\p{L})+(?!\p{L})|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

const LONGEST_WORD = 64;

/** A run of an unspaced script as overlapping pairs of characters, the unit that search on it works by. */
function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** The words of a text in order: lower case, straight apostrophes, possessive 's off; unspaced scripts in pairs. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [token] of spaceRuns(plainForms(text)).matchAll(WORD)) {
    if (isCjk(token)) words.push(...pairs(token));
    else if (token.length <= LONGEST_WORD)
      words.push(token.toLowerCase().replaceAll('’', "'").replace(/'s$/u, ''));
  }
  return words;
}

/** A typed line's words without repeats and without function words, unless nothing else is left. */
export function contentWords(typed: string): string[] {
  const words = [...new Set(splitWords(typed))];
  const content = words.filter((word) => !isFunctionWord(word));
  return content.length ? content : words;
}

/** The word's stem without accents (Porter, as the index has it), so that forms of one word compare equal. */
export function stemOf(word: string): string {
  return stemmer(foldName(word));
}

/** One word as an FTS5 string: whatever it holds, it is text there and never syntax. */
export function quoteForFts(word: string): string {
  const spaced = isCjk(word) ? [...word].join(' ') : word;
  return `"${spaced.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;
}
