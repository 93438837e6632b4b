import { isUnspaced } from './place-words.ts';
import type { EditedWord } from './read-editing.ts';

/** Claimed and recorded words that face each other between two matches; either side may be empty. */
export interface Mismatch {
  readonly claimed: readonly EditedWord[];
  readonly recorded: readonly EditedWord[];
  /** The claim says by an ellipsis that words were left out here. */
  readonly afterEllipsis: boolean;
  /** Before the first match or after the last: a claim may quote a part, so recorded words there are not left out. */
  readonly atEnd: boolean;
}

/** What is left of a mismatch once editing is excused: how many words, of the claim and of the record. */
export interface Fault {
  readonly struck: number;
  readonly leftOut: number;
}

const NONE: Fault = { struck: 0, leftOut: 0 };
/** An editor's bracket puts in or stands for a few words. */
const A_FEW = 6;

const NEGATIONS = new Set(
  `not no never none nor neither nobody nothing cannot without aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt
  neednt shouldnt wasnt werent wont wouldnt nicht kein keine keinen nie niemals ne pas jamais non ni nunca jamas nao nem nada mai не нет
  никогда ні 不 没 沒 無 无 未 别 ない لا لم لن ليس לא אין`.split(/\s+/),
);

/**
 * Judges a mismatch. Excused: words run together or apart; a bracketed insertion, or a bracket standing for a few words, on either side;
 * words left out at an ellipsis. Never excused by a bracket: a negation or a number put in, taken out or changed.
 */
export function excuseEditing({ claimed, recorded, afterEllipsis, atEnd }: Mismatch): Fault {
  if (joined(claimed) === joined(recorded)) return NONE;
  const bare = { claimed: claimed.filter(isBare), recorded: recorded.filter(isBare) };
  const leftOut = afterEllipsis || atEnd ? 0 : bare.recorded.length;
  if (bare.claimed.length && (bare.recorded.length || !recorded.length))
    return { struck: bare.claimed.length, leftOut };
  const few = size(claimed) <= A_FEW && (afterEllipsis || atEnd || size(recorded) <= A_FEW);
  const bracketed = claimed.length > bare.claimed.length || recorded.length > bare.recorded.length;
  const facing = atEnd && !bare.claimed.length ? [] : recorded;
  const sameSense = afterEllipsis ? true : sense(claimed) === sense(facing);
  if (bracketed && few && sameSense) return NONE;
  return { struck: claimed.length, leftOut: afterEllipsis || atEnd ? 0 : recorded.length };
}

function isBare({ bracket }: EditedWord): boolean {
  return bracket === null;
}

/** Letters run together: “well-being”, “wellbeing” and “well being” are one. */
function joined(words: readonly EditedWord[]): string {
  return words.map(({ key }) => key).join('');
}

/** How many words; in scripts without spaces two characters count as one. */
function size(words: readonly EditedWord[]): number {
  return words.reduce((sum, { key }) => sum + (isUnspaced(key) ? 0.5 : 1), 0);
}

/** The negations and numbers among some words: what no bracket may change. */
function sense(words: readonly EditedWord[]): string {
  const numbers = words.filter(({ key }) => /\p{Nd}/u.test(key)).map(({ key }) => key);
  const negations = words.filter(({ key }) => NEGATIONS.has(key)).length;
  return `${negations} ${numbers.sort().join(' ')}`;
}
