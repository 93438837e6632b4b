import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentStems, wordsAlone, wordsInPlace, wordsOf } from '../../src/text/words.ts';
import { processorTime } from '../builders/processor-time.ts';

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('U.S.', '’s', "'", '3.5m', '1,000', '장관', '海', '\u00AD', 'é', '-', ' ', 'a'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);

describe('the words of a text', () => {
  it('stand where they say, in order, and each is one word by itself', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        let last = 0;
        for (const { word, start, end } of wordsInPlace(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(wordsOf(text.slice(start, end))).toEqual([word]);
          last = end;
        }
      }),
    );
  });

  it('are the same with and without places', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(wordsOf(text)).toEqual(wordsInPlace(text).map(({ word }) => word));
      }),
    );
  });

  it('keep every letter printed, whatever their stem drops', () => {
    expect(wordsAlone('China’s U.S. plan, naïve')).toBe(' chinas US plan naive ');
  });

  it.each([['it’s'], ['Let’s'], ['didn’t'], ['who’s'], ['us']])('%s is a function word', (word) =>
    expect(wordsOf(word)).toMatchObject([{ isFunctionWord: true }]),
  );

  it('carry meaning where they are no function words, each once', () => {
    expect(contentStems('The US ferries and the ferry told us')).toEqual(['US', 'ferri', 'told']);
  });

  it.each([['a.'], ['1,'], ['a’'], ['’s'], ['x'], ['海'], ['3.5']])(
    'take time in line with the length of a text of %j',
    async (piece) => {
      const { ms } = await processorTime(() => wordsOf(piece.repeat(100_000)));
      expect(ms).toBeLessThan(2_000);
    },
  );
});
