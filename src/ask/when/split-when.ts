import type { TypedToken } from '../split-line.ts';

/** One word of a schedule's time, in lower case. Quoted parts and filters have no text. */
export interface WhenWord {
  readonly text: string;
  /** As typed, for zones and channels. */
  readonly typed: string;
  /** The index of the token that the word comes from. */
  readonly token: number;
  /** Whether the word is the last of its token. */
  readonly ends: boolean;
}

const DAY_NAME = '(?:mo|tu|we|th|fr|sa|su)[a-z]*';
/** Days or times of day joined by a slash: `Tu/Th`, `8/12/17`. A zone, `America/Chicago`, is none of these. */
const SLASHED = new RegExp(`^(?:${DAY_NAME}(?:/${DAY_NAME})+|\\d[\\d:.apm]*(?:/\\d[\\d:.apm]*)+)$`, 'iu');
/** A channel as Slack or Discord marks it, which keeps its brackets. */
const CHANNEL = /^<#[^>]*>$/u;

/**
 * Splits tokens into the words of a schedule's time. Commas, `&`, `+` and slashes between days or times separate
 * words; brackets and the punctuation around a word are dropped.
 */
export function splitWhen(tokens: readonly TypedToken[]): WhenWord[] {
  return tokens.flatMap(({ text, quoted, filter }, token) => {
    if (quoted || filter) return [{ text: '', typed: '', token, ends: true }];
    // “@8am” is “at 8am”; “@daily” and “@name” are words.
    const spaced = text.replace(/^@(?=\d)/u, '@ ');
    const parts = spaced
      .split(SLASHED.test(text) ? /[\s,;&+/]/u : /[\s,;&+]/u)
      .map(withoutPunctuation)
      .filter(Boolean);
    // A token of punctuation alone separates, and counts as read.
    if (!parts.length) return [{ text: 'and', typed: text, token, ends: true }];
    return parts.map((typed, n) => ({
      text: plainWord(typed),
      typed,
      token,
      ends: n === parts.length - 1,
    }));
  });
}

function withoutPunctuation(part: string): string {
  if (CHANNEL.test(part)) return part;
  const opened = part.replace(/^[([{<`'‘]+(?=.)/u, '').replace(/(?<=.)[)\]}>!?`'’]+$/u, '');
  // The full stop of “a.m.” belongs to the word.
  return /\.[a-z]\.$/iu.test(opened) ? opened : opened.replace(/(?<=.)[.…:]+$/u, '');
}

function plainWord(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/^(|[\d:.]+)([ap])\.m\.?$/u, '$1$2m')
    .replace(/^[-–—·|]$/u, 'and');
}
