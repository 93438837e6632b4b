import { stemmer } from 'stemmer';
import { isFunctionWord } from '../kernel/function-words.ts';
import type { Span } from '../kernel/span.ts';

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

/** Where the words stand in a text, in order, when all of them do; else null. */
export function findWords({ stems, phrase }: WantedWords, text: string): Span[] | null {
  if (!stems.length) return null;
  const held = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    stem: stemOf(word),
    start: index,
    end: index + word.length,
  }));
  if (!phrase) {
    const found = held.filter(({ stem }) => stems.includes(stem));
    const missing = stems.some((stem) => !found.some((word) => word.stem === stem));
    return missing ? null : found.map(({ start, end }) => ({ start, end }));
  }
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
