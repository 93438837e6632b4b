import { itemAt } from '../../../text/item-at.ts';
import type { Span } from '../../../text/span.ts';
import type { MarkedWords } from '../marks/pair-marks.ts';
import { ABBREVIATIONS } from './lexicon.ts';

/** A unit of a sentence: a word, a sign, or a whole quotation with its marks. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'quotation';
  readonly start: number;
  readonly end: number;
  /** The token in lower case with straight apostrophes; empty for a quotation. */
  readonly lower: string;
  /** Whether the token is a word that starts with a capital. */
  readonly capital: boolean;
  /** Index among the quotations of the paragraph; -1 for other tokens. */
  readonly quotation: number;
  /** Sentence number inside the paragraph. */
  sentence: number;
}

const WORD_CLASS = new Uint8Array(0x250);
for (let code = 0; code < 0x250; code++)
  WORD_CLASS[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;

function isWordCode(code: number): boolean {
  if (code < 0x250) return WORD_CLASS[code] === 1;
  // General punctuation, CJK punctuation and full-width forms are signs; every other character is a letter.
  return !((code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00);
}

/** Cuts one paragraph into tokens. Each quotation is one token; its words are not tokenized. */
export function tokenize(body: string, paragraph: Span, quotations: readonly MarkedWords[]): Token[] {
  const tokens: Token[] = [];
  let at = paragraph.start;
  for (let i = 0; i < quotations.length; i++) {
    const { outer, label } = itemAt(quotations, i);
    cutRun(body, at, outer.start, tokens);
    if (label) cutRun(body, label.start, label.end + 1, tokens);
    const { start, end } = outer;
    tokens.push({ kind: 'quotation', start, end, lower: '', capital: false, quotation: i, sentence: 0 });
    at = outer.end;
  }
  cutRun(body, at, paragraph.end, tokens);
  return tokens;
}

/** Cuts a span into words and signs, without regard to quotation marks. */
export function wordTokens(body: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  cutRun(body, start, end, tokens);
  return tokens;
}

function cutRun(body: string, from: number, to: number, tokens: Token[]): void {
  let at = from;
  while (at < to) {
    const code = body.charCodeAt(at);
    if (isWordCode(code)) {
      const end = wordEnd(body, at, to);
      pushWord(body, at, end, tokens);
      at = end;
    } else {
      if (code > 0x20 && code !== 0xa0 && code !== 0x200b) tokens.push(sign(body, at));
      at++;
    }
  }
}

function sign(body: string, at: number): Token {
  const lower = body.charAt(at);
  return { kind: 'sign', start: at, end: at + 1, lower, capital: false, quotation: -1, sentence: 0 };
}

/**
 * Returns the end of the word at `start`. A word is letters and digits, with apostrophes, hyphens, full stops
 * and `&` between them. An abbreviation keeps its full stop.
 */
function wordEnd(body: string, start: number, to: number): number {
  let at = start + 1;
  for (;;) {
    while (at < to && isWordCode(body.charCodeAt(at))) at++;
    const next = at + 1 < to && isWordCode(body.charCodeAt(at + 1));
    const joint = body.charAt(at);
    if (
      next &&
      at < to &&
      (joint === "'" || joint === '’' || joint === '-' || joint === '.' || joint === '&')
    )
      at++;
    else break;
  }
  if (at < to && body.charAt(at) === '.' && at - start <= 8) {
    const word = body.slice(start, at).toLowerCase();
    const initial = at - start === 1 && word !== body.charAt(start);
    const tail = word.slice(word.lastIndexOf('-') + 1);
    if (initial || word.includes('.') || ABBREVIATIONS.has(tail)) return at + 1;
  }
  return at;
}

/** A word as printed and the properties derived from its letters. */
interface Spelling {
  readonly raw: string;
  readonly lower: string;
  readonly capital: boolean;
  /** Length without a final "’s", in UTF-16 units. */
  readonly stem: number;
}

/** Longest word that a cache may keep: in V8, a longer slice would keep the whole text in memory. */
export const LONGEST_KEPT = 12;
const SLOTS = 1 << 14;
/** Spelling cache of fixed size, by a hash of the letters. A new word replaces another with its hash. */
const spellings: (Spelling | undefined)[] = new Array(SLOTS);

/** Returns the spelling of a word. Most words are in the cache, and those allocate no string. */
function spellingAt(body: string, start: number, end: number): Spelling {
  if (end - start > LONGEST_KEPT) return spell(body.slice(start, end));
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + body.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = spellings[slot];
  if (known !== undefined && standsAt(known.raw, body, start, end)) return known;
  const spelling = spell(body.slice(start, end));
  spellings[slot] = spelling;
  return spelling;
}

function standsAt(word: string, body: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== body.charCodeAt(start + i)) return false;
  return true;
}

const OWNS = /['’][sS]$/;

function spell(raw: string): Spelling {
  const owns = raw.length > 2 && OWNS.test(raw);
  const stem = owns ? raw.slice(0, -2) : raw;
  const first = stem.charAt(0);
  const lower = stem.toLowerCase().replaceAll('’', "'");
  return { raw, lower, capital: first !== first.toLowerCase(), stem: stem.length };
}

/** The spelling of the first 200 characters of a longer word; a final "’s" does not count. */
function spellHead(body: string, start: number): Pick<Spelling, 'lower' | 'capital' | 'stem'> {
  const raw = body.slice(start, start + 200);
  const first = raw.charAt(0);
  return {
    lower: raw.toLowerCase().replaceAll('’', "'"),
    capital: first !== first.toLowerCase(),
    stem: raw.length,
  };
}

function pushWord(body: string, start: number, end: number, tokens: Token[]): void {
  const long = end - start > 200;
  const { lower, capital, stem } = long ? spellHead(body, start) : spellingAt(body, start, end);
  const cutAt = long ? end : start + stem;
  tokens.push({ kind: 'word', start, end: cutAt, lower, capital, quotation: -1, sentence: 0 });
  if (cutAt < end)
    tokens.push({ kind: 'word', start: cutAt, end, lower: "'s", capital: false, quotation: -1, sentence: 0 });
}
