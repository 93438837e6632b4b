import type { Span } from '../../../text/span.ts';

/** Minimum length of a clause in UTF-16 units, so that a quotation is more than "In fact,". */
const CLAUSE = 20;

/**
 * Returns the index where a quotation without a closing mark most likely ends: right before the next mark if
 * a sentence ends there, else after its first clause.
 */
export function clauseEnd(body: string, from: number, before: number): number {
  const last = trimEnd(body, from, before);
  if (/[.?!…]['’)]?$/u.test(body.slice(Math.max(from, last - 2), last))) return last;
  for (let at = from + CLAUSE; at < last; at++)
    if (/\s/u.test(body.charAt(at)) && /[,.?!]/.test(body.charAt(at - 1))) return at;
  return last;
}

const ATTRIBUTION =
  /,\s(?:(?:said|says|added|wrote)\s\p{Lu}|(?:he|she|they|\p{Lu}\p{L}{1,30})\s(?:said|says|added|wrote)[\s.,])/u;

/**
 * Returns the index after the comma where an attribution begins inside a quotation without a closing mark
 * ("…what to keep, said Kessel"); null if there is none.
 */
export function attributionIn(body: string, from: number, end: number): number | null {
  const at = body.slice(from, Math.min(end, from + 2000)).search(ATTRIBUTION);
  return at < 0 ? null : from + at + 1;
}

export function trimStart(body: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(body.charAt(at))) at++;
  return at;
}

export function trimEnd(body: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/u.test(body.charAt(at - 1))) at--;
  return at;
}

export function hasWord(body: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(body.charAt(at))) return true;
  return end > start && /[\p{L}\p{N}]/u.test(body.slice(start, end));
}
