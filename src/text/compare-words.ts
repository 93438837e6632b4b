import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';
import { isFunctionWord } from './function-words.ts';

/** A word as it is compared: lower case, accents and apostrophes gone, and its Porter stem. */
export interface ComparedWord {
  readonly plain: string;
  readonly stem: string;
  readonly isFunctionWord: boolean;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu;

/** The words of a text in order; each Chinese or Japanese character counts as one. */
export function comparedWords(text: string): ComparedWord[] {
  return (text.match(WORD) ?? []).map((word) => {
    const plain = word
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase();
    return { plain, stem: stemmer(plain), isFunctionWord: isFunctionWord(plain) };
  });
}

/** How alike two words are, 0 to 1: the same stem is 1, a slip or two of the finger 0.8, else 0; function words are only ever themselves. */
export function likeness(typed: ComparedWord, held: ComparedWord): number {
  if (typed.stem === held.stem) return 1;
  if (typed.isFunctionWord || held.isFunctionWord) return 0;
  const length = Math.max(typed.plain.length, held.plain.length);
  if (Math.min(typed.plain.length, held.plain.length) < 5 || length > 40) return 0;
  const edits = Math.min(distance(typed.plain, held.plain), distance(typed.stem, held.stem));
  return edits <= (length > 7 ? 2 : 1) ? 0.8 : 0;
}
