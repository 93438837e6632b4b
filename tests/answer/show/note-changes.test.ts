import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerJson } from '../../../src/render/answer-json.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { aHarbourDesk, type HarbourDesk } from '../../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

let harbour: HarbourDesk;
beforeEach(async () => {
  harbour = await aHarbourDesk();
  await print('We have seven cranes on the northern quay', 4);
  await print('We have nine cranes on the northern quay', 6);
});
afterEach(() => harbour.desk.close());

/** The Crane Gazette as it read on a day in May 2024. */
async function print(words: string, day: number, more = ''): Promise<void> {
  const body = `“${words},” said Mayor Ines Okafor.\n\nThe gulls were not asked.${more}`;
  await harbour.archive.writer.store(
    anArticle({ body, headline: 'Cranes counted', outlet: 'Crane Gazette', url: 'https://cranes.example/1' }),
    [aQuotation(body, words, { speaker: aSpeaker('Ines Okafor', 'Mayor') })],
    new Date(Date.UTC(2024, 4, day)),
  );
}

async function shown(line: string): Promise<string> {
  return plainText((await harbour.desk.reply(line)).card, { width: Number.POSITIVE_INFINITY, colour: false });
}

const NOTE = 'this article was changed on 2024-05-06; an earlier version read otherwise.';

describe('an answer that rests on changed text', () => {
  it.each(['who said nine cranes', 'said Okafor about cranes'])('%j says so', async (line) => {
    expect(await shown(line)).toContain(`Crane Gazette, “Cranes counted”: ${NOTE}`);
  });

  it('says nothing of a change elsewhere in the article', async () => {
    await print('We have nine cranes on the northern quay', 7, ' Nor was the crane driver.');
    await harbour.archive.writer.store(
      anArticle({ body: 'Nothing.', url: 'https://cranes.example/2' }),
      [],
      new Date(Date.UTC(2024, 4, 8)),
    );
    expect((await shown('who said boats run on time')).includes('was changed')).toBe(false);
  });

  it('finds words that stood only in an earlier version, and says that they did', async () => {
    const text = await shown('who said seven cranes');
    expect(text).toContain('We have seven cranes on the northern quay');
    expect(text).toContain('in an earlier version (until 6 May 2024)');
    const { answer } = await harbour.desk.reply('who said seven cranes');
    expect(answerJson(answer).quotations[0]).toMatchObject({
      words: 'We have seven cranes on the northern quay',
      speaker: { name: 'Ines Okafor' },
      variants: [{ outlet: 'Crane Gazette', replacedAt: '2024-05-06T00:00:00.000Z' }],
    });
  });

  it('names no speaker of an earlier version by a name that was not sure', async () => {
    const body = '“A tenth crane is coming,” somebody said.';
    const article = anArticle({ body, url: 'https://cranes.example/3' });
    const speaker = aSpeaker('Ines Okafor');
    const quotation = aQuotation(body, 'A tenth crane is coming', { speaker, confidence: 0.2 });
    await harbour.archive.writer.store(article, [quotation], new Date(Date.UTC(2024, 4, 4)));
    await harbour.archive.writer.store({ ...article, body: 'Removed.' }, [], new Date(Date.UTC(2024, 4, 5)));
    const { answer } = await harbour.desk.reply('who said tenth crane is coming');
    expect(answerJson(answer).quotations[0]).toMatchObject({
      words: 'A tenth crane is coming',
      speaker: null,
    });
  });
});
