import { type Token, wordTokens } from '../words/tokenize.ts';
import { addMean } from '../words/word-vectors.ts';
import type { QuotationContext } from './quotation-context.ts';

/** How many words of a quotation, before it and behind it are looked at together. */
const INSIDE = 12;
const BEFORE = 8;
const BEHIND = 6;
/** Words in marks up to this many are judged by weights of their own: they may be a title or a term. */
const FEW = 3;
/** What a word's numbers count beside a feature that is there or not; a mean of several words varies less than one word does. */
const ONE = 0.2;
const SEVERAL = 2 * ONE;

const PLACES = ['first', 'last', 'inside', '-1', '-2', '-3', 'before', '+1', '+2', 'behind'] as const;

/** Features that are there by an amount each. */
export interface Sense {
  readonly names: readonly string[];
  readonly amounts: Float64Array;
}

/** What kinds of words stand in the marks and around them, by the words' vectors: so words never seen in training are like known ones. */
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

/** The features' names, made once for every number of dimensions. */
function namesOf(dimensions: number): Names {
  const known = NAMES.get(dimensions);
  if (known) return known;
  const list = (size: string) =>
    PLACES.flatMap((place) => Array.from({ length: dimensions }, (_, d) => `sense ${place} ${d} ${size}`));
  const names = { few: list('few'), many: list('many') };
  NAMES.set(dimensions, names);
  return names;
}
