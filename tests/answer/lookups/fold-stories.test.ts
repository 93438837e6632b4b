import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/kernel/answer.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { answerJson } from '../../../src/render/answer-json.ts';
import { aHarbourDesk, type HarbourDesk } from '../../builders/a-harbour-desk.ts';
import { anArticle } from '../../builders/an-article.ts';

const PARAGRAPHS = [
  'The lighthouse on the northern mole will be lit again this winter after eleven dark years, the pilots’ guild said.',
  'Its lens was taken to a workshop inland, where two glassmakers ground the broken prisms anew by hand.',
  'The town pays half of the cost and the guild the other half, out of a fund that sailors’ widows began.',
];
const REPORT = PARAGRAPHS.join('\n\n');

let harbour: HarbourDesk;
beforeEach(async () => {
  harbour = await aHarbourDesk();
  await read('Coast Daily', REPORT, '2024-04-21');
  await read('Northern Mail', `(Wire) ${REPORT}`, '2024-04-22');
  await read('The Gazette', PARAGRAPHS.slice(0, 2).join('\n\n'), '2024-04-23');
});
afterEach(() => harbour.desk.close());

const read = (outlet: string, body: string, publishedAt: string, more: Partial<CleanArticle> = {}) =>
  harbour.desk.read(
    anArticle({
      outlet,
      body,
      publishedAt,
      url: `https://${encodeURIComponent(outlet)}.example/`,
      headline: `Lit again (${outlet})`,
      ...more,
    }),
  );

async function ask(line: string): Promise<Extract<Answer, { kind: 'found' }>> {
  const { answer } = await harbour.desk.reply(line);
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return answer;
}

async function stories(line: string) {
  const { card } = await ask(line);
  return card.blocks
    .filter((block) => block.kind === 'story')
    .map(({ source, also }) => [source.outlet, also.map(({ outlet }) => outlet)]);
}

describe('a story that several outlets printed', () => {
  it('is one in an answer, with the others beside it', async () => {
    const [[outlet, also] = [], ...others] = await stories('find lighthouse');
    expect(others).toEqual([]);
    expect([outlet, ...(also ?? [])].sort()).toEqual(['Coast Daily', 'Northern Mail', 'The Gazette']);
    const latest = await stories('latest');
    expect(latest.filter(([, copies]) => copies?.length)).toEqual([
      ['The Gazette', ['Coast Daily', 'Northern Mail']],
    ]);
  });

  it('is shown as the outlet asked for printed it', async () => {
    expect(await stories('find lighthouse in:"Northern Mail"')).toEqual([
      ['Northern Mail', ['Coast Daily', 'The Gazette']],
    ]);
  });

  it('is one for machines too, unless the words quoted from it differ', async () => {
    const json = answerJson(await ask('find glassmakers in:"Coast Daily"'));
    expect(json.articles.map(({ outlet }) => outlet)).toEqual(['Coast Daily']);
    expect(json.articles[0]?.also?.map(({ outlet }) => outlet)).toEqual(['Northern Mail', 'The Gazette']);
    await read('Echo', REPORT.replace('two glassmakers', 'three glassmakers'), '2024-04-24');
    const { articles } = answerJson(await ask('find glassmakers in:"Coast Daily"'));
    expect(
      articles.map(({ outlet, extract }) => [outlet, /\w+(?= glassmakers)/u.exec(extract)?.[0]]),
    ).toEqual([
      ['Coast Daily', 'two'],
      ['Echo', 'three'],
    ]);
  });

  it('leaves pages full: no gap, no repeat', async () => {
    for (let n = 0; n < 12; n++)
      await read(
        `Paper ${n % 4}`,
        `${REPORT.replaceAll(/\p{L}{4,}/gu, (word) => `${word}${Math.floor(n / 2)}`)} Lighthouse.`,
        '2024-04-25',
        {
          url: `https://paper.example/${n}`,
        },
      );
    const pages = [await stories('find lighthouse'), await stories('find lighthouse page:2')];
    expect(pages.map((page) => page.length)).toEqual([5, 2]);
    expect((await ask('find lighthouse page:2')).card.more).toBeNull();
  });
});
