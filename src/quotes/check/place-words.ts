import type { Span } from '../../text/span.ts';

/**
 * A word of a quotation with its span. `key` is the form that is compared: it ignores case, accents, hyphens
 * and most marks.
 */
export interface PlacedWord extends Span {
  readonly key: string;
}

// Thai, Lao, Burmese, Khmer, Japanese and Chinese are written without spaces, so they are compared character
// by character. Plain ranges: script classes take ten times as long.
const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const UNSPACED_CHARACTER = new RegExp(`^[${UNSPACED}]`, 'u');
const WORD = new RegExp(
  [
    `(?=[\\p{L}\\p{N}])[${UNSPACED}]\\p{M}*`,
    // U.S., a.m.
    '\\p{L}(?:\\.\\p{L})+(?!\\p{L})',
    // 1,000 and 4.5, $5 and 90%
    '[$€£¥₹₩₽]?\\p{Nd}+(?:[.,]\\p{Nd}+)*[%％]?(?![\\p{L}\\p{Nd}])',
    '[%％$€£¥₹₩₽&]',
    `[\\p{L}\\p{N}](?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]|['’ʼ＇](?=\\p{L}))*`,
  ].join('|'),
  'gu',
);

const SIGNS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and' };

// Without its apostrophe, each of these is another word, as with we’re and were.
const TOLD_BY_APOSTROPHE = new Set(["we're", "we'll", "she'll", "he'll", "i'll", "we'd", "she'd", "i'd"]);

/** Whether a word is a single character of a script without spaces. */
export function isUnspaced(key: string): boolean {
  return key.charCodeAt(0) > 0xdff && UNSPACED_CHARACTER.test(key);
}

/**
 * The words of a text in order, each with its span. Separate from src/text/words.ts on purpose: here a
 * changed form of a word is an alteration, there it is the same word (docs/decisions/0007-one-word.md).
 */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    key: keyOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function keyOf(word: string): string {
  const plain = /^[\w'.,]+$/.test(word) ? word.toLowerCase() : unaccented(word);
  if (TOLD_BY_APOSTROPHE.has(plain)) return plain;
  if (!/^\p{L}/u.test(plain) && !/\p{L}/u.test(plain))
    return plain.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replace(/[%&]/u, (sign) => SIGNS[sign] ?? sign);
  return plain.replace(/['.]/gu, '');
}

function unaccented(word: string): string {
  return (
    word
      .normalize('NFKD')
      // Combining marks are accents only on Latin letters. They are optional in Arabic and Hebrew; in Hindi
      // they are vowels.
      .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
      .replace(/[\u0591-\u05bd\u064b-\u0652]/gu, '')
      .normalize('NFC')
      .replace(/[’ʼ]/gu, "'")
      .toLowerCase()
  );
}
