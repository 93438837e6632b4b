import { describe, expect, it } from 'vitest';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

import { aBriefDesk, at, blocksOf, filler } from './a-brief-desk.ts';

const opened = aBriefDesk();
const { report, brief } = opened;

describe('brief', () => {
  it('chooses quotations by how many printed them, each once, and names who printed them in part or otherwise', async () => {
    const promise =
      'We will keep talking until the boats run on time, and then we will talk about the fares.';
    await report('One', [filler(1)], {
      told: [{ words: promise, by: 'Ines Okafor', utteranceId: 'u-boats' }],
    });
    await report('Two', [filler(2)], {
      told: [
        {
          words: 'We will keep talking until the boats run on time,',
          by: 'Ines Okafor',
          utteranceId: 'u-boats',
        },
      ],
      given: { outlet: 'Harbour Post' },
    });
    await report('Three', [filler(3)], {
      told: [{ words: 'A harbour without a crane is a beach with opinions.', by: 'Tom Sandoval' }],
    });
    const reply = await brief();
    const [first, second, ...others] = blocksOf(reply, 'quotation');
    expect(others).toEqual([]);
    expect(first?.wordings[0].words).toBe(promise);
    expect(second?.speaker?.name).toBe('Tom Sandoval');
    expect(reply.text.split(promise)).toHaveLength(2);
    expect(reply.text).toContain('Also in part in Harbour Post.');
  });

  it('shows of a long quotation whole sentences that its headline is about, character for character', async () => {
    const long =
      `${'The winter was long and the boats were late. '.repeat(9)}The crane will be mended by June. ${'Nobody likes to wait. '.repeat(9)}`.trim();
    await report('Crane to be mended by June', [filler(1)], { told: [{ words: long, by: 'Ines Okafor' }] });
    const [quotation] = blocksOf(await brief(), 'quotation');
    const words = quotation?.wordings[0].words ?? '';
    expect(long).toContain(words);
    expect(words).toContain('The crane will be mended by June.');
    expect(words).toMatch(/^\p{Lu}.*\.$/su);
    expect(words.length).toBeLessThanOrEqual(360);
  });

  it('shows the words as they were said, not as somebody edited them, and names the one story left out', async () => {
    const by = 'Ines Okafor';
    const edited = '[The board] could have said that the second pier stays shut until the spring';
    const said =
      'It could have said that the second pier stays shut until the spring, and it did not say that';
    await report('Second pier stays shut until the spring, says board', ['One pier was shut.'], {
      told: [{ words: edited, by, utteranceId: 'u-pier' }],
    });
    await report('A day on the quay', ['Nothing moved there.'], {
      told: [{ words: said, by, utteranceId: 'u-pier' }],
      given: { outlet: 'Harbour Post' },
    });
    for (const n of ['Gulls', 'Ropes', 'Lamps', 'Masts'])
      await report(`${n} counted`, [`The ${n.toLowerCase()} of the port were counted by hand on ${n} Day.`]);
    const { card } = await opened.desk.reply('brief since 2024-05-01');
    const [first] = card.blocks.filter((block) => block.kind === 'quotation');
    expect(first).toMatchObject({
      wordings: [{ words: said }],
      note: 'Also in other words in Coast Daily.',
    });
    const texts = card.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(texts.find((text) => text.startsWith('And 1 more story'))).toMatch(
      /^And 1 more story: “[^“”]+”\.$/,
    );
  });

  it('puts nobody’s words and reported speech among no quotations that matter', async () => {
    const body =
      'A placard read “No more cancelled crossings of any kind this winter.”\n\nThe mayor said that all would be well in the end.';
    await opened.archive.writer.store(
      anArticle({ body, publishedAt: '2024-05-02' }),
      [
        aQuotation(body, 'No more cancelled crossings of any kind this winter.'),
        aQuotation(body, 'all would be well in the end', {
          kind: 'indirect',
          speaker: aSpeaker('Ines Okafor'),
        }),
      ],
      at('2T12:00:00'),
    );
    expect(blocksOf(await brief(), 'quotation')).toEqual([]);
  });
});
