import type { Article } from '../../kernel/article.ts';
import type { Quotation } from '../../kernel/quotation.ts';
import { paragraphAround } from '../../text/cut-passage.ts';
import { isCjk } from '../../text/fold-text.ts';
import { wordsOf } from '../../text/words.ts';
import type { WeighedWord } from './weigh-words.ts';

/** A word in the quotation weighs as much as this many in the rest of its paragraph. */
const IN_QUOTATION = 3;

interface Hit {
  readonly quotation: Pick<Quotation, 'words' | 'span'>;
  readonly article: Pick<Article, 'body'>;
}

/** Hits that share a word with what was asked, in the quotation or its paragraph, best first; ties keep the order given. */
export function rankByWords<T extends Hit>(asked: readonly WeighedWord[], hits: readonly T[]): T[] {
  return hits
    .map((hit) => ({
      hit,
      score:
        IN_QUOTATION * sharedWords(hit.quotation.words, asked) +
        sharedWords(paragraphAround(hit.article.body, hit.quotation.span).text, asked),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ hit }) => hit);
}

/** The weight of the words that a text shares with what was asked: each counts once, rare ones more. */
function sharedWords(text: string, asked: readonly WeighedWord[]): number {
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  const has = (word: string) =>
    isCjk(word) ? text.includes(word) : wordsOf(word).some(({ stem }) => stems.has(stem));
  return asked.reduce(
    (sum, { spellings, rows }) => sum + (spellings.some(has) ? 1 / Math.log2(2 + rows) : 0),
    0,
  );
}
