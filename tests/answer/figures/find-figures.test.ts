import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFigures } from '../../../src/answer/figures/find-figures.ts';
import { processorTime } from '../../builders/processor-time.ts';

it.each([
  [
    'The port counted about 500 cancelled crossings every year.',
    'about 500',
    500,
    'cancelled crossings every year',
  ],
  ['It says that 1.4 million people and their boats are affected.', '1.4 million', 1_400_000, 'people'],
  ['By the count, 90 percent of the fuel used here comes by sea.', '90 percent', 90, 'fuel'],
  ['The ministry fined 28 owners and operators in the north.', '28', 28, 'owners and operators'],
  ['It charged eight island companies with fraud.', 'eight', 8, 'island companies'],
  ['More than 1,200 ferries sailed.', 'More than 1,200', 1_200, 'ferries'],
  ['They were fined $5 million.', '$5 million', 5_000_000, ''],
  ['Twelve crews ended their strike.', 'Twelve', 12, 'crews'],
])('%j is a figure as printed, with what it counts', (text, printed, value, noun) =>
  expect(findFigures(text)).toMatchObject([{ printed, value, noun }]),
);

it.each([
  ['On Oct. 11 the mayor spoke.'],
  ['In 2020 the bridge fell.'],
  ['The 2020 intelligence report named nobody.'],
  ['For 19 months nothing moved.'],
  ['People aged 18 to 49 may enlist.'],
  ['It is the No. 1 killer.'],
  ['The two countries met.'],
  ['The rate was 5.7 per 100,000 residents.'],
  ['Call 555-0199 now.'],
  ['The F-16 landed.'],
  ['It came at 10:30 a.m.'],
])('%j holds no figure', (text) => expect(findFigures(text)).toEqual([]));

it('keeps to the text, whatever stands in it', () => {
  const piece = fc.constantFrom(
    '28 owners',
    '$',
    '1,000',
    '.',
    '. ',
    ' of the ',
    'percent',
    '“',
    '\n\n',
    'million',
    '９',
    'about ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (body) => {
      for (const { printed, noun, span, sentence } of findFigures(body)) {
        const words = body.slice(span.start, span.end);
        expect(words.startsWith(printed)).toBe(true);
        expect(words.endsWith(noun)).toBe(true);
        expect(body).toContain(sentence);
      }
    }),
    { numRuns: 500 },
  );
});

it('looks through a body of one endless sentence, or of very many numbers, in no time', async () => {
  const took = async (body: string) => (await processorTime(() => findFigures(body))).ms;
  // A minute and more when every number cost the length of its sentence.
  expect(await took('1,000,000,000,000.5 of the ninety-nine and more than 500 '.repeat(2_000))).toBeLessThan(
    8_000,
  );
  expect(await took('The port counted 500 boats and 600 crews. '.repeat(2_000))).toBeLessThan(8_000);
});
