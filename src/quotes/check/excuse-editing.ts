import { isUnspaced } from './place-words.ts';
import type { EditedWord } from './read-editing.ts';

/** The claimed and recorded words between two matches; either side may be empty. */
export interface Mismatch {
  readonly claimed: readonly EditedWord[];
  readonly recorded: readonly EditedWord[];
  /** True when the claim has an ellipsis here, which says that words were omitted. */
  readonly afterEllipsis: boolean;
  /**
   * True before the first match and after the last. A claim may quote a part, so recorded words there do not
   * count as omitted.
   */
  readonly atEnd: boolean;
}

/** Number of claimed and recorded words that remain of a mismatch after permitted editing. */
export interface Fault {
  readonly struck: number;
  readonly leftOut: number;
}

const NONE: Fault = { struck: 0, leftOut: 0 };
/** Maximum number of words that an editor's bracket may insert or replace. */
const A_FEW = 6;

const NEGATIONS = new Set(
  `not no never none nor neither nobody nothing cannot without aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt
  neednt shouldnt wasnt werent wont wouldnt nicht kein keine keinen nie niemals ne pas jamais non ni nunca jamas nao nem nada mai не нет
  никогда ні 不 没 沒 無 无 未 别 ない لا لم لن ليس לא אין`.split(/\s+/),
);

/**
 * Judges a mismatch. Permitted are words joined or split differently, a bracketed insertion or a bracket that
 * replaces a few words, on either side, and words omitted at an ellipsis. Without an ellipsis, a bracket may
 * never insert, remove or change a negation or a number.
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

/** Joins the letters of all words, so that “well-being”, “wellbeing” and “well being” are equal. */
function joined(words: readonly EditedWord[]): string {
  return words.map(({ key }) => key).join('');
}

/** Number of words; in scripts without spaces, two characters count as one word. */
function size(words: readonly EditedWord[]): number {
  return words.reduce((sum, { key }) => sum + (isUnspaced(key) ? 0.5 : 1), 0);
}

/** The negations and numbers among the words, which no bracket may change. */
function sense(words: readonly EditedWord[]): string {
  const numbers = words.filter(({ key }) => /\p{Nd}/u.test(key)).map(({ key }) => key);
  const negations = words.filter(({ key }) => NEGATIONS.has(key)).length;
  return `${negations} ${numbers.sort().join(' ')}`;
}
