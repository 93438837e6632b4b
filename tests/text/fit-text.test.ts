import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText } from '../../src/text/fit-text.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('fitting text', () => {
  it('leaves alone what fits', () => expect(fitText('short', 10)).toEqual({ text: 'short', left: 0 }));

  it('cuts after a word and counts what was left out', () => {
    expect(fitText('the talks went on all night', 15)).toEqual({ text: 'the talks went', left: 13 });
  });

  it('counts what the platform will count', () => {
    expect(fitText('&&&&', 12, escaped)).toEqual({ text: '&&', left: 2 });
  });

  it.each(['👩‍👩‍👧‍👦', '🇨🇳', 'e\u0301'])('never cuts inside %j', (whole) => {
    const { text } = fitText(whole.repeat(10), whole.length * 3 + 1);
    expect(text).toBe(whole.repeat(3));
  });

  it('always gives a beginning of the text that fits and nothing lost count of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 0, max: 300 }),
        (whole, limit) => {
          const { text, left } = fitText(whole, limit, escaped);
          expect(whole.startsWith(text)).toBe(true);
          expect(text.length + left).toBe(whole.length);
          expect(escaped(text).length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 300 },
    );
  });
});
