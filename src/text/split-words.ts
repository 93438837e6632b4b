import { isCjk, plainForms } from './fold-text.ts';
import { isFunctionWord } from './function-words.ts';
import { type Word, wordsInPlace } from './words.ts';

/** A longer word is a paste, and is not searched; in UTF-16 units. */
const LONGEST_WORD = 64;

/** A word as the index is asked for it. */
export type SearchWord = Pick<Word, 'written' | 'isFunctionWord'>;

/** A run of an unspaced script as overlapping pairs of characters, which search treats as its words. */
function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

function searchWords(text: string): SearchWord[] {
  const found: SearchWord[] = [];
  let run = '';
  let runEnd = -1;
  const endRun = () => {
    if (run) found.push(...pairs(run).map((written) => ({ written, isFunctionWord: false })));
    run = '';
  };
  for (const { word, start, end } of wordsInPlace(plainForms(text))) {
    if (start !== runEnd || !isCjk(word.written)) endRun();
    if (isCjk(word.written)) [run, runEnd] = [run + word.written, end];
    else if (word.written.length <= LONGEST_WORD) found.push(word);
  }
  endRun();
  return found;
}

/** The words of a text in order, as the index is asked for them; unspaced scripts in pairs of characters. */
export function splitWords(text: string): string[] {
  return searchWords(text).map(({ written }) => written);
}

/** A typed line's words without repeats and without function words, unless nothing else is left. */
export function contentWords(typed: string): string[] {
  const all = searchWords(typed);
  const content = all.filter((word) => !word.isFunctionWord);
  return [...new Set((content.length ? content : all).map(({ written }) => written))];
}

/**
 * A word's forms in the index, its own first: “U.S.” and “US”, “1,000” and “1000”. The index parts words at
 * every sign, so each form must be asked for; `isPrinted` says whether the archive has a dotted abbreviation.
 */
export function indexedForms(word: string, isPrinted: (dotted: string) => boolean): [string, ...string[]] {
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) {
    const joined = word.replaceAll('.', '');
    if (joined === 'us') return [word, 'US'];
    return isFunctionWord(joined) ? [word] : [word, joined];
  }
  if (/^\p{N}{1,3}(?:,\p{N}{3})+$/u.test(word)) return [word, word.replaceAll(',', '')];
  if (/^\d{4,15}$/.test(word)) return [word, word.replace(/\B(?=(?:\d{3})+$)/g, ',')];
  if (!/^\p{L}{2,6}$/u.test(word) || isFunctionWord(word)) return [word];
  // “MPs”: both M.P.s and M.P.
  const lower = word.toLowerCase();
  const dotted = [lower, lower.replace(/s$/u, '')].map((letters) => [...letters].join('.'));
  return [word, ...[...new Set(dotted)].filter(isPrinted)];
}

/** A word as a quoted FTS5 string, so that no character of it is syntax. */
export function quoteForFts(word: string): string {
  const spaced = isCjk(word) ? [...word].join(' ') : word;
  return `"${spaced.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;
}
