import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import { readArticle } from '../../../src/desk/read/read-article.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { temporaryFolder } from '../../archive/temporary-folder.ts';
import { anArticle } from '../../builders/an-article.ts';
import { found } from '../../quotes/find/the-model.ts';

const NOW = new Date('2023-10-12T09:00:00Z');

/** Chuck Schumer and Nicholas Burns, as three outlets printed them, in articles of our own. */
const WHOLE = anArticle({
  url: 'https://one.example/whole',
  publishedAt: '2023-10-10',
  body: [
    'Senate Majority Leader Chuck Schumer spoke to the press in the evening.',
    '“I asked him directly to do that, and he didn’t say no. He didn’t. He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,” Schumer told reporters.',
    '“The diplomatic problem is that the Chinese refuse to have a sustained conversation with us for how we can work to prevent Chinese companies from exporting precursor chemicals,” Ambassador Nicholas Burns said.',
  ].join('\n\n'),
});
const HALVES = anArticle({
  url: 'https://two.example/halves',
  publishedAt: '2023-10-11',
  body: [
    'The visit of Senate Majority Leader Chuck Schumer ended on Wednesday.',
    '“I asked him directly to do that, and he didn’t say no. He didn’t,” Schumer told reporters. “He could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that.”',
    '“We had a long day, and the food was very good,” Schumer said.',
  ].join('\n\n'),
});
const SECOND = anArticle({
  url: 'https://three.example/second',
  publishedAt: null,
  body: [
    'Sen. Chuck Schumer was asked about the answer of the other side.',
    '“[Xi] could have said, ‘First, as we said before, first remove the sanctions.’ He didn’t say that,” Mr. Schumer said.',
    '“The diplomatic problem is that the Chinese refused, as of now, to have a sustained conversation with us for how we can work to prevent Chinese companies from exporting precursor chemicals,” Ambassador Nicholas Burns said.',
  ].join('\n\n'),
});

const ORDERS: readonly (readonly CleanArticle[])[] = [
  [WHOLE, HALVES, SECOND],
  [WHOLE, SECOND, HALVES],
  [HALVES, WHOLE, SECOND],
  [HALVES, SECOND, WHOLE],
  [SECOND, WHOLE, HALVES],
  [SECOND, HALVES, WHOLE],
];

async function readAll(articles: readonly CleanArticle[], again: readonly CleanArticle[] = []) {
  const folder = temporaryFolder();
  const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
  try {
    const tools = { archive, findQuotations: (body: string) => found(body), clock: () => NOW };
    for (const article of [...articles, ...again]) await readArticle(article, tools);
    const idsOf = async (words: string) => {
      const hits = await archive.search.nearestQuotations(words, NO_FILTERS, 50);
      const held = hits.filter(
        ({ quotation }) => quotation.words.includes(words) && quotation.kind !== 'indirect',
      );
      return {
        printed: held.length,
        utterances: new Set(held.map(({ quotation }) => quotation.utteranceId)),
      };
    };
    const [no, sanctions, problem, food] = [
      await idsOf('didn’t say no'),
      await idsOf('first remove the sanctions'),
      await idsOf('sustained conversation'),
      await idsOf('the food was very good'),
    ];
    expect(await archive.check()).toEqual([]);
    return { no, sanctions, problem, food };
  } finally {
    await archive.close();
    folder.remove();
  }
}

describe('wordings of one statement, read from articles in every order', () => {
  it.each(ORDERS.map((order) => [order.map(({ url }) => url?.split('/').at(-1)).join(', '), order] as const))(
    'are one utterance: %s',
    async (_names, order) => {
      const { no, sanctions, problem, food } = await readAll(order);
      expect([no.printed, sanctions.printed, problem.printed, food.printed]).toEqual([2, 3, 2, 1]);
      expect(new Set([...no.utterances, ...sanctions.utterances]).size).toBe(1);
      expect(problem.utterances.size).toBe(1);
      expect(new Set([...no.utterances, ...problem.utterances, ...food.utterances]).size).toBe(3);
    },
  );

  it('stay one when an article comes again, and when it comes edited', async () => {
    const edited = { ...WHOLE, body: `${WHOLE.body}\n\nA correction was added on Thursday.` };
    const { no, sanctions, problem } = await readAll([HALVES, WHOLE, SECOND], [HALVES, edited, edited]);
    expect(new Set([...no.utterances, ...sanctions.utterances]).size).toBe(1);
    expect(problem.utterances.size).toBe(1);
  });

  it('leave the halves apart as long as no wording bridges them', async () => {
    const { no, sanctions } = await readAll([HALVES, SECOND]);
    expect(sanctions.utterances.size).toBe(1);
    expect(new Set([...no.utterances, ...sanctions.utterances]).size).toBe(2);
  });
});
