import type { Span } from '../../text/span.ts';
import { type PlacedWord, placedWords } from './place-words.ts';

/** A word of a quotation with the editing marks that concern it. */
export interface EditedWord extends PlacedWord {
  /** Index of the bracket that contains the word, or null: `[Xi] could have`. */
  readonly bracket: number | null;
  /** The word's letters outside brackets when brackets stand inside it (`reject[s]`, `[T]he`); else null. */
  readonly spoken: string | null;
  /** True when an ellipsis precedes the word, so words may be omitted here. */
  readonly afterEllipsis: boolean;
  /** Index of the word's stretch; a new stretch begins after each aside. */
  readonly stretch: number;
}

const ELLIPSIS = /[…⋯‥]|\.(?:[ \u00a0]?\.)+/g;
const BRACKET = /\[[^[\]]*\]|\([^()]*\)|（[^（）]*）|【[^【】]*】/g;
/** A bracket longer than this, in UTF-16 units, is a passage and not an editor's insertion. */
const LONGEST_BRACKET = 120;

/**
 * The words of a quotation with its editing marks: brackets and ellipses; `[sic]` is skipped. `asides` are
 * spans, in order, that are not part of the quotation (“…,” he said, “…”); their words are skipped.
 */
export function readEditing(text: string, asides: readonly Span[] = []): EditedWord[] {
  const brackets = [...text.matchAll(BRACKET)]
    .map((match): Span => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => end - start <= LONGEST_BRACKET);
  const ellipses = [...text.matchAll(ELLIPSIS)].map((match) => match.index);
  const words: EditedWord[] = [];
  let bracket = 0;
  let ellipsis = 0;
  let aside = 0;
  let afterEllipsis = false;
  for (const word of placedWords(text)) {
    while (aside < asides.length && (asides[aside]?.end ?? 0) <= word.start) aside += 1;
    if ((asides[aside]?.start ?? text.length) < word.end) continue;
    while (bracket < brackets.length && (brackets[bracket]?.end ?? 0) <= word.start) bracket += 1;
    for (; (ellipses[ellipsis] ?? text.length) < word.start; ellipsis += 1) afterEllipsis = true;
    const inside = (brackets[bracket]?.start ?? text.length) < word.start;
    if (inside && word.key === 'sic') continue;
    const glued = glue(text, words.at(-1), word, inside);
    if (glued) words[words.length - 1] = glued;
    // Lists every field: spreading takes ten times as long, and this runs for every word of every article.
    else
      words.push({
        key: word.key,
        start: word.start,
        end: word.end,
        bracket: inside ? bracket : null,
        spoken: null,
        afterEllipsis,
        stretch: aside,
      });
    afterEllipsis = false;
  }
  return words;
}

/** Joins two words into one when only a square bracket separates them: `[T]he`, `walk[ed]`. */
function glue(
  text: string,
  before: EditedWord | undefined,
  word: PlacedWord,
  inside: boolean,
): EditedWord | null {
  if (!before || word.start !== before.end + 1 || !/[[\]]/.test(text[before.end] ?? '')) return null;
  const head = before.spoken ?? (before.bracket === null ? before.key : '');
  return {
    ...before,
    key: before.key + word.key,
    end: word.end,
    bracket: null,
    spoken: head + (inside ? '' : word.key),
  };
}

/** With fewer letters outside the brackets, a word's beginning says too little to match. */
const TELLING_LETTERS = 3;

/**
 * Whether two words are the same if letters in brackets are an editor's: `reject[s]` matches “rejected”,
 * `[t]he` matches “the”.
 */
export function isSameWord(a: EditedWord, b: EditedWord): boolean {
  return a.key === b.key || isSpoken(a.spoken, b.key) || isSpoken(b.spoken, a.key);
}

function isSpoken(spoken: string | null, key: string): boolean {
  if (spoken === null) return false;
  return spoken === key || (spoken.length >= TELLING_LETTERS && key.startsWith(spoken));
}
