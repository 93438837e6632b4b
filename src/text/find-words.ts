import { stemmer } from 'stemmer';
import { isFunctionWord } from './function-words.ts';
import type { Span } from './span.ts';

/** Words to look for, in any form; as a phrase they stand one after the other. */
export interface WantedWords {
  readonly stems: readonly string[];
  readonly phrase: boolean;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu;

function stemOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '');
  return stemmer(plain.replace(/['’]/gu, ''));
}

/** What is looked for; grammar words count in a phrase only, unless nothing else is left. */
export function wantedWords(typed: string, phrase: boolean): WantedWords {
  const words = typed.match(WORD) ?? [];
  const content = phrase ? words : words.filter((word) => !isFunctionWord(word.toLowerCase()));
  const stems = (content.length ? content : words).map(stemOf);
  return { stems: phrase ? stems : [...new Set(stems)], phrase };
}

/** A word of a text in place. */
interface HeldWord extends Span {
  readonly stem: string;
}

interface HeldText {
  readonly words: readonly HeldWord[];
  readonly stems: ReadonlySet<string>;
}

export type ReadWords = (text: string) => HeldText;

/** The words of a text, in order. */
export function readWords(text: string, stem = stemOf): HeldText {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    stem: stem(word),
    start: index,
    end: index + word.length,
  }));
  return { words, stems: new Set(words.map(({ stem }) => stem)) };
}

/** The same, each text read and each word stemmed once: for many watches on some articles. It holds on to all of it. */
export function rememberWords(): ReadWords {
  const read = new Map<string, HeldText>();
  const stems = new Map<string, string>();
  const stem = (word: string) => {
    const known = stems.get(word) ?? stemOf(word);
    stems.set(word, known);
    return known;
  };
  return (text) => {
    const known = read.get(text) ?? readWords(text, stem);
    read.set(text, known);
    return known;
  };
}

/** Where the words stand in a text, in order, when all of them do; else null. */
export function findWords(
  { stems, phrase }: WantedWords,
  text: string,
  read: ReadWords = readWords,
): Span[] | null {
  if (!stems.length) return null;
  const { words: held, stems: known } = read(text);
  if (stems.some((stem) => !known.has(stem))) return null;
  if (!phrase) return held.flatMap(({ stem, start, end }) => (stems.includes(stem) ? [{ start, end }] : []));
  const spans: Span[] = [];
  for (let i = 0; i + stems.length <= held.length; i += 1) {
    const last = held[i + stems.length - 1];
    const first = held[i];
    if (first && last && stems.every((stem, n) => held[i + n]?.stem === stem)) {
      spans.push({ start: first.start, end: last.end });
      i += stems.length - 1;
    }
  }
  return spans.length ? spans : null;
}
