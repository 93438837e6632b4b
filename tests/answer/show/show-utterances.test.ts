import { describe, expect, it } from 'vitest';
import { utteranceBlock } from '../../../src/answer/show/show-utterances.ts';
import type { QuotationHit } from '../../../src/archive/port.ts';
import { leadOfWording } from '../../../src/render/lead-of-wording.ts';
import { aQuotation } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

function aHit(id: string, words: string): QuotationHit {
  const clean = anArticle({ body: `“${words}”` });
  const article = { ...clean, id, ingestedAt: '2024-05-01T08:00:00Z', bodyHash: id, storyId: id };
  const found = { ...aQuotation(clean.body, words), utteranceId: 'u1' };
  return { article, quotation: { ...found, id: `${id}.1`, articleId: id, words } };
}

const FIRST = 'The second ferry will sail before the winter storms arrive';
const SECOND = 'Nobody on the outer islands shall be left without bread again';

function wordingsOf(...words: string[]) {
  const block = utteranceBlock({ wordings: words.map((each, n) => aHit(`a${n}`, each)) });
  if (block.kind !== 'quotation') throw new RangeError('an utterance is shown as a quotation');
  return block.wordings;
}

describe('the wordings of one statement', () => {
  it('say which are another part of it, and put those last', () => {
    const [asked, ...others] = wordingsOf(FIRST, SECOND, `${FIRST}. ${SECOND}`);
    expect(asked.apart).toBe(false);
    expect(others.map(({ words, apart }) => [words, apart])).toEqual([
      [`${FIRST}. ${SECOND}`, false],
      [SECOND, true],
    ]);
  });

  it('stand under a heading of their own kind, each heading once', () => {
    const [, ...others] = wordingsOf(FIRST, SECOND, `${FIRST}. ${SECOND}`, `${SECOND}, ever`);
    expect(others.map((_, n) => leadOfWording(others, n))).toEqual([
      'Also printed as',
      'Another part of the statement, printed as',
      null,
    ]);
  });

  it('name how differences are marked only where some words differ', () => {
    const [, ...others] = wordingsOf(FIRST, FIRST.replace('winter', 'autumn'));
    expect(leadOfWording(others, 0, ' (in bold)')).toBe('Also printed as (in bold)');
  });
});
