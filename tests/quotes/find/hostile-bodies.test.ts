import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/text/span.ts';
import { processorTime } from '../../builders/processor-time.ts';
import { found } from './the-model.ts';

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  "''",
  '‘',
  '’',
  '«',
  '»',
  '「',
  '」',
  '『',
  '』',
  '„',
  '\n',
  '\n\n',
  ' ',
  ',',
  '.',
  '?',
  ':',
  '—',
  '(',
  ')',
  '\0',
  '\u200f',
  '\ud83d',
  '🙂',
  'said',
  'he',
  'Nora Vance',
  'Mr.',
  'the mayor',
  'according to',
  '说',
  '港口',
  'قال',
  'PENCE:',
  'who',
  'officials',
  '6',
  'of',
  'the',
  'Secretary',
  'they',
];

const anyBody = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 120 })
  .map((parts) => parts.join(' '));
const anyDenseBody = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(''));

describe('whatever a body holds', () => {
  it('every span lies inside it, in order, and marks stay outside', () => {
    fc.assert(
      fc.property(fc.oneof(anyBody, anyDenseBody), (body) => {
        let before = 0;
        for (const { span, mention, cue, kind, confidence } of found(body)) {
          expect(cut(body, span).length).toBeGreaterThan(0);
          expect(span.start).toBeGreaterThanOrEqual(before);
          before = span.start;
          if (mention) cut(body, mention);
          if (cue) cut(body, cue);
          if (kind !== 'indirect')
            expect(body.slice(Math.max(0, span.start - 60), span.start)).toMatch(/["“”„«「『]|''/);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the same body gives the same answer', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(found(body)).toEqual(found(body));
      }),
      { numRuns: 60 },
    );
  });
});

describe('time grows with length and no faster', () => {
  it.each([
    [
      'one paragraph of statements',
      () => '“We will sail at dawn,” said Nora Vance of the port. '.repeat(20_000),
    ],
    ['marks that never close', () => '“open '.repeat(150_000)],
    ['straight marks in a row', () => '"'.repeat(1_000_000)],
    ['one endless word', () => 'a'.repeat(1_000_000)],
    [
      'many words of 100,000 letters',
      () => `${'Z'.repeat(100_000)} “${'y'.repeat(100_000)}” said. `.repeat(5),
    ],
    ['capitals only', () => 'Alpha Beta Gamma '.repeat(60_000)],
    [
      'namesakes without end',
      () => Array.from({ length: 60_000 }, (_, i) => `Sen. A${i}x Smith met the mayor.`).join(' '),
    ],
    ['pronouns without end', () => 'he said “so it is and was” and she '.repeat(10_000)],
    ['blank lines', () => '\n'.repeat(1_000_000)],
    ['short paragraphs', () => 'He said “no, never in my life”.\n'.repeat(10_000)],
    ['no spaces, another script', () => '港口'.repeat(500_000)],
    ['commas and apostrophes', () => `,'’-.`.repeat(200_000)],
  ])('%s', async (_name, make) => {
    const body = make();
    expect((await processorTime(() => found(body))).ms).toBeLessThan(40_000);
  });
});
