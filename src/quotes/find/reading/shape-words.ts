import { itemAt } from '../../../text/item-at.ts';
import type { Mention } from '../names/mention.ts';
import { ADVERBS } from '../words/lexicon.ts';
import type { QuotationModel } from '../words/parse-model.ts';
import { LONGEST_KEPT, type Token } from '../words/tokenize.ts';

/**
 * Whether a class is that of a verb of speech. It compares letters because it runs for every word of a text.
 */
export function isSpeech(letter: string | undefined): boolean {
  return letter === 'V' || letter === 'v' || letter === 'G' || letter === 'g' || letter === 'A';
}

const KEPT = new Set(
  'that of to as in for with by from and but on at about his her their when while after if because saying not how'.split(
    ' ',
  ),
);
const BE = new Set('is was are were be been being'.split(' '));

/**
 * Returns a class for each token, from which `shape` builds shapes. Mentions: `N` name, `P` pronoun, `n` noun
 * phrase, `R` relative pronoun; their further tokens are empty. Verbs: `V` speech, `G` speech in -ing, `v`
 * and `g` the same at a lower cue rate, `A` "according", `h` a thought or plan, `b` a form of "be". Others:
 * `Q` quotation, `a` adverb, `w` plain word; signs and the words in `KEPT` stand for themselves. `known`
 * caches the classes of short words.
 */
export function classify(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  model: QuotationModel,
  known: Map<string, string>,
): string[] {
  // Use `push`: V8 lays out the array that `map` returns differently before and after it optimizes.
  const classes: string[] = [];
  for (const token of tokens) {
    let letter = known.get(token.lower);
    if (letter === undefined) {
      letter = classOf(token, model);
      if (token.lower.length <= LONGEST_KEPT) known.set(token.lower, letter);
    }
    classes.push(letter);
  }
  for (const mention of mentions) {
    const letter = LETTERS[mention.kind];
    for (let i = mention.first; i < mention.last; i++) classes[i] = i === mention.first ? letter : '';
  }
  return classes;
}

const LETTERS = { name: 'N', pronoun: 'P', nominal: 'n', relative: 'R' } as const;

/** A verb that reports words in marks less often than this share is one of thoughts and plans. */
const HELD = 0.15;

function classOf(token: Token, model: QuotationModel): string {
  if (token.kind === 'quotation') return 'Q';
  if (token.kind === 'sign') return token.lower;
  if (token.lower === 'according') return 'A';
  if (KEPT.has(token.lower)) return token.lower;
  if (BE.has(token.lower)) return 'b';
  const rate = model.cues.get(token.lower) ?? 0;
  if (rate > 0.15) {
    if ((model.quoted.get(token.lower) ?? 1) < HELD) return 'h';
    const ing = token.lower.endsWith('ing');
    if (rate > 0.5) return ing ? 'G' : 'V';
    return ing ? 'g' : 'v';
  }
  return ADVERBS.has(token.lower) ? 'a' : 'w';
}

/**
 * Joins the classes of the tokens from `from` up to `to`, excluded, into one string. A run of plain words is
 * one `w`, a sentence end is `|`; adverbs are left out. After more than `most` classes the shape is cut and
 * ends in `+`.
 */
export function shape(
  tokens: readonly Token[],
  classes: readonly string[],
  from: number,
  to: number,
  most: number,
): string {
  let out = '';
  let last = '';
  let items = 0;
  for (let i = from; i < to; i++) {
    const sentence = tokens[i]?.sentence;
    if (i > 0 && sentence !== tokens[i - 1]?.sentence && i > from) {
      out += '|';
      last = '|';
    }
    const letter = itemAt(classes, i);
    if (letter === '' || letter === 'a' || (letter === 'w' && last === 'w')) continue;
    out += letter.length > 1 ? ` ${letter} ` : letter;
    last = letter;
    if (++items > most) return `${out}+`;
  }
  return out;
}
