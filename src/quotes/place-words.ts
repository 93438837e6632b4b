import type { Span } from '../kernel/span.ts';

/** A word of a quotation with its place; `key` is what is compared: case, accents, hyphens and most marks are no differences. */
export interface PlacedWord extends Span {
  readonly key: string;
}

// Scripts written without spaces are compared character by character.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(
  [
    `[${UNSPACED}]\\p{M}*`,
    // U.S., a.m.
    '\\p{L}(?:\\.\\p{L})+(?!\\p{L})',
    // 1,000 and 4.5
    '\\p{Nd}+(?:[.,]\\p{Nd}+)+',
    '[%$€£¥₹₩₽&]',
    `[\\p{L}\\p{N}](?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]|['’ʼ＇](?=\\p{L}))*`,
  ].join('|'),
  'gu',
);

const SIGNS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and' };

// Without its apostrophe each of these is another word: we’re and were.
const TOLD_BY_APOSTROPHE = new Set(["we're", "we'll", "she'll", "he'll", "i'll", "we'd", "she'd", "i'd"]);

/** The words of a text in order, each with its place. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    key: keyOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function keyOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    // Marks are accents only on Latin letters, and optional in Arabic and Hebrew; in Hindi they are vowels.
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[\u0591-\u05bd\u064b-\u0652]/gu, '')
    .normalize('NFC')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase();
  if (TOLD_BY_APOSTROPHE.has(plain)) return plain;
  if (/^\p{Nd}/u.test(plain)) return plain.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replace(/'/gu, '');
  return SIGNS[plain] ?? plain.replace(/['.]/gu, '');
}
