import { type Token, wordTokens } from '../words/tokenize.ts';
import { addMean } from '../words/word-vectors.ts';
import type { QuotationContext } from './quotation-context.ts';

/** How many words in a quotation, and tokens before and after it, are averaged. */
const INSIDE = 12;
const BEFORE = 8;
const BEHIND = 6;
/** Up to this many words in marks have weights of their own, as they may be a title or a term. */
const FEW = 3;
/**
 * Scale of the vector of one word, and of the mean of several, relative to a feature of amount 1. A mean
 * varies less than a single vector, so its scale is larger.
 */
const ONE = 0.2;
const SEVERAL = 2 * ONE;

const PLACES = ['first', 'last', 'inside', '-1', '-2', '-3', 'before', '+1', '+2', 'behind'] as const;

/** Features with an amount each; `names` and `amounts` have one order. */
export interface Sense {
  readonly names: readonly string[];
  readonly amounts: Float64Array;
}

/**
 * Returns the word vectors in and around the marks as features, so that words which training never saw count
 * like the known words that they resemble.
 */
export function describeSense({ paragraph, at, article, model }: QuotationContext): Sense {
  const { vectors } = model;
  const { tokens, marks } = paragraph;
  const inner = marks[tokens[at]?.quotation ?? -1]?.inner ?? { start: 0, end: 0 };
  const end = Math.min(inner.end, inner.start + 400);
  const words = wordTokens(article.body, { start: inner.start, end });
  const amounts = new Float64Array(PLACES.length * vectors.dimensions);
  const stands: Readonly<Record<(typeof PLACES)[number], readonly Token[]>> = {
    first: words.slice(0, 1),
    last: words.slice(-1),
    inside: words.slice(0, INSIDE),
    '-1': tokens.slice(Math.max(0, at - 1), at),
    '-2': tokens.slice(Math.max(0, at - 2), Math.max(0, at - 1)),
    '-3': tokens.slice(Math.max(0, at - 3), Math.max(0, at - 2)),
    before: tokens.slice(Math.max(0, at - BEFORE), at),
    '+1': tokens.slice(at + 1, at + 2),
    '+2': tokens.slice(at + 2, at + 3),
    behind: tokens.slice(at + 1, at + 1 + BEHIND),
  };
  for (const [n, place] of PLACES.entries()) {
    const several = place === 'inside' || place === 'before' || place === 'behind';
    addMean(vectors, stands[place], several ? SEVERAL : ONE, amounts, n * vectors.dimensions);
  }
  return { names: namesOf(vectors.dimensions)[words.length <= FEW ? 'few' : 'many'], amounts };
}

type Names = Readonly<Record<'few' | 'many', readonly string[]>>;

const NAMES = new Map<number, Names>();

/** The names of the features, cached by number of dimensions. */
function namesOf(dimensions: number): Names {
  const known = NAMES.get(dimensions);
  if (known) return known;
  const list = (size: string) =>
    PLACES.flatMap((place) => Array.from({ length: dimensions }, (_, d) => `sense ${place} ${d} ${size}`));
  const names = { few: list('few'), many: list('many') };
  NAMES.set(dimensions, names);
  return names;
}
