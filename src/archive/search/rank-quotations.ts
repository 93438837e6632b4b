import type { Article } from '../../kernel/article.ts';
import type { Quotation } from '../../kernel/quotation.ts';
import { paragraphAround } from '../../text/cut-passage.ts';
import { isCjk } from '../../text/fold-text.ts';
import { wordsOf } from '../../text/words.ts';
import type { WeighedWord } from './weigh-words.ts';

/** Factor by which a match in the quotation outweighs a match in its paragraph. */
const IN_QUOTATION = 3;

interface Hit {
  readonly quotation: Pick<Quotation, 'words' | 'span'>;
  readonly article: Pick<Article, 'body'>;
}

/**
 * Hits whose quotation or paragraph shares a word with `asked`, best first. Ties keep the order of `hits`.
 */
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

/** Total weight of the asked words that a text contains. Each word counts once; rare words weigh more. */
function sharedWords(text: string, asked: readonly WeighedWord[]): number {
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  const has = (word: string) =>
    isCjk(word) ? text.includes(word) : wordsOf(word).some(({ stem }) => stems.has(stem));
  return asked.reduce(
    (sum, { spellings, rows }) => sum + (spellings.some(has) ? 1 / Math.log2(2 + rows) : 0),
    0,
  );
}
