import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanArticle } from '../../src/kernel/article.ts';
import { cleanText } from '../../src/text/clean-text.ts';
import { anArticle } from '../builders/an-article.ts';
import { hostileText } from './peer/card-arbitrary.ts';
import { quotesIn, readable } from './peer/judge-payload.ts';
import { openSlack } from './peer/open-slack.ts';

const OUR_FAULT = /went wrong on our side|did not work just now/;

describe('hostile text', () => {
  it('typed as a command or a message is answered within the limits, without a fault or a mention', async () => {
    const slack = await openSlack();
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        hostileText,
        fc.constantFrom('', 'who said ', 'said ', 'find ', 'help '),
        async (text, lead) => {
          n += 1;
          const line = `${lead}${text.slice(0, 8_000)}`;
          await slack.command(line, { response_url: slack.peer.responseUrl(`line-${n}`) });
          await slack.message(line);
          await slack.peer.until(() => slack.peer.responses.some((each) => each.id === `line-${n}`));
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 12_000 },
    );
    await slack.stop();
    expect(slack.peer.complaints).toEqual([]);
    expect(slack.peer.posts('chat.postMessage').length).toBeGreaterThan(n / 2);
    for (const { body } of slack.peer.responses) expect(readable(body)).not.toMatch(OUR_FAULT);
  });

  it('in articles is shown as it was stored, or not at all, and never altered', async () => {
    const slack = await openSlack();
    const samples = fc.sample(fc.tuple(hostileText, hostileText, hostileText), {
      numRuns: 25,
      seed: 20_260_311,
    });
    const articles = samples.map(
      ([headline, body, outlet], i): CleanArticle =>
        anArticle({
          headline: cleanText(headline),
          outlet: cleanText(outlet) || null,
          url: `https://hostile.example/${i}`,
          publishedAt: '2026-03-10',
          body: cleanText(
            `Ferrymen gathered at noon.\n\n“We will keep ${body} the boats running on time,” said Mayor Ines Okafor.`,
          ),
        }),
    );
    for (const article of articles) await slack.desk.read(article);
    const lines = [
      'latest',
      'latest page:2',
      'find ferrymen',
      'who said boats running on time',
      'said Ines Okafor',
      'who is Ines Okafor',
    ];
    for (const [i, line] of lines.entries()) {
      await slack.command(line, { response_url: slack.peer.responseUrl(`a-${i}`) });
      await slack.peer.until(() => slack.peer.responses.some((each) => each.id === `a-${i}`));
    }
    await slack.stop();
    expect(slack.peer.complaints).toEqual([]);
    const shown = slack.peer.responses.flatMap(({ body }) => quotesIn(body));
    expect(shown.length).toBeGreaterThan(10);
    for (const words of shown) expect(articles.some(({ body }) => body.includes(words))).toBe(true);
    for (const { body } of slack.peer.responses) expect(readable(body)).not.toMatch(OUR_FAULT);
  });
});
