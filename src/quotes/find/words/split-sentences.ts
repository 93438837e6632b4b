import { itemAt } from '../../../text/item-at.ts';
import { ABBREVIATIONS, FUNCTION_WORDS } from './lexicon.ts';
import type { Token } from './tokenize.ts';

/** Numbers the sentences of one paragraph in place. A quotation belongs to the sentence around it. */
export function splitSentences(body: string, tokens: readonly Token[]): void {
  let sentence = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = itemAt(tokens, i);
    token.sentence = sentence;
    const next = tokens[i + 1];
    if (next && ends(body, token, next, tokens[i - 1])) sentence++;
  }
}

const STOPS = '.?!。？！';
const GOES_ON = '.?!)],;:';

function ends(body: string, token: Token, next: Token, previous: Token | undefined): boolean {
  if (token.kind === 'sign') {
    if (token.lower === ';') return false;
    return (
      STOPS.includes(token.lower) &&
      !(next.kind === 'sign' && GOES_ON.includes(next.lower)) &&
      !lowerAfter(next, previous)
    );
  }
  if (token.kind === 'quotation') {
    const last = lastCharacter(body, token);
    return (last === '.' || last === '?' || last === '!') && (next.capital || next.kind === 'quotation');
  }
  // An abbreviation ends a sentence only before a capitalised function word: "… the U.S. The plan …".
  return (
    token.lower.endsWith('.') &&
    !ABBREVIATIONS.has(
      token.lower.slice(0, -1).replace(/^(?:u\.s|u\.n|d\.c|a\.m|p\.m|inc|corp|co|jr|sr)$/, ''),
    ) &&
    next.capital &&
    FUNCTION_WORDS.has(next.lower)
  );
}

function lowerAfter(next: Token, previous: Token | undefined): boolean {
  return (
    next.kind === 'word' && !next.capital && /\p{Ll}/u.test(next.lower.charAt(0)) && previous?.kind === 'word'
  );
}

/**
 * Returns the last sign in a quotation, such as `,` `.` `?` `!`; empty if a letter or digit is nearer the
 * end.
 */
export function lastCharacter(body: string, token: Token): string {
  for (let at = token.end - 1; at >= Math.max(token.start, token.end - 4); at--) {
    const sign = body.charAt(at);
    if (/[,.?!;:…—–-]/u.test(sign)) return sign;
    if (/[\p{L}\p{N}]/u.test(sign)) return '';
  }
  return '';
}
