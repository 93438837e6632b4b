import type { Citation } from '../../src/kernel/article.ts';
import type { Block, Card, Wording } from '../../src/kernel/card.ts';

export const PIPE = { width: Number.POSITIVE_INFINITY, colour: false };

export const WORDS =
  'The doors stay open, and we will sit down again as soon as somebody picks up the telephone.';

export function aSource(given: Partial<Citation> = {}): Citation {
  return {
    articleId: 'a1',
    headline: 'Talks to go on',
    outlet: 'Harbor Ledger',
    publishedAt: '2023-10-10',
    url: 'https://example.org/talks',
    origin: 'talks.txt',
    ...given,
  };
}

export function aWording(words = WORDS, given: Partial<Wording> = {}): Wording {
  return { words, differs: [], apart: false, printed: [aSource()], ...given };
}

export type Quotation = Extract<Block, { kind: 'quotation' }>;

export function aQuotation(given: Partial<Quotation> = {}): Quotation {
  return {
    kind: 'quotation',
    quotationKind: 'direct',
    speaker: { name: 'Ada Marsh', role: 'harbour minister' },
    sentence: null,
    wordings: [aWording()],
    context: null,
    ...given,
  };
}

export function aCardOf(...blocks: Block[]): Card {
  return {
    title: 'who said doors',
    blocks,
    more: null,
    line: 'who said doors',
    asOf: '2023-11-01T00:00:00.000Z',
  };
}

const without = (text: string, what: RegExp) => text.replace(what, '');

export const bare = (text: string) => without(text, /\s+/gu);
