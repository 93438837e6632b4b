import { itemAt } from '../../../text/item-at.ts';
import type { Span } from '../../../text/span.ts';
import type { MarkedWords } from '../marks/pair-marks.ts';
import { ABBREVIATIONS } from './lexicon.ts';

/** A word, a sign, or a whole quotation with its marks: what a sentence is read as. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'quotation';
  readonly start: number;
  readonly end: number;
  /** Lower case, curly apostrophes made straight; empty for a quotation. */
  readonly lower: string;
  /** A word that starts with a capital. */
  readonly capital: boolean;
  /** Which of the paragraph's quotations this is, else -1. */
  readonly quotation: number;
  /** Sentence number inside the paragraph. */
  sentence: number;
}

const WORD_CLASS = new Uint8Array(0x250);
for (let code = 0; code < 0x250; code++)
  WORD_CLASS[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;

function isWordCode(code: number): boolean {
  if (code < 0x250) return WORD_CLASS[code] === 1;
  // General punctuation, CJK punctuation and full-width signs; every other script is letters here.
  return !((code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00);
}

/** The tokens of one paragraph; each quotation is one token, and its words are not cut. */
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

/** The words of a stretch of text as bare lower-case strings. */
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

/** Letters and digits, joined by apostrophes, hyphens and full stops that have a letter on both sides; an abbreviation keeps its stop. */
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

/** What a word's letters come to. */
interface Spelling {
  readonly raw: string;
  readonly lower: string;
  readonly capital: boolean;
  /** Characters before "’s"; all where there is none. */
  readonly stem: number;
}

/** Words no longer than this are remembered; a longer slice would keep the whole text it was cut from in memory (V8). */
export const LONGEST_KEPT = 12;
const SLOTS = 1 << 14;
/** Spellings met, by a hash of their letters; a newer word takes the place of another with the same hash, so this never grows. */
const spellings: (Spelling | undefined)[] = new Array(SLOTS);

/** The spelling of the word at a place: most are words met before, and no string is made for those. */
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

/** Of a word of more than 200 characters the first 200, whatever they end in. */
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
