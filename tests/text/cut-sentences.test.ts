import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/answer/lookups/extract.ts';
import { paragraphAround, paragraphsOf } from '../../src/text/cut-passage.ts';
import { sentencesOf } from '../../src/text/cut-sentences.ts';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

describe('sentences', () => {
  it.each([
    ['He met Mr. Okafor. They spoke.', ['He met Mr. Okafor.', 'They spoke.']],
    ['The U.S. Senate met. It rose.', ['The U.S. Senate met.', 'It rose.']],
    ['It cost $3.5 million. Who paid?', ['It cost $3.5 million.', 'Who paid?']],
  ])('of %j end where a sentence does', (text, sentences) => expect(cut(text)).toEqual(sentences));

  it('leave nothing of a text out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(
          sentencesOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('are kept whole by an extract, which does not end after a title', () => {
    const first = `The council met ${'for a long time '.repeat(12)}on Friday.`;
    const body = `${first} It heard at length what the pilots wanted from Mayor Okafor and from Mr. Sandoval ${'of the guild '.repeat(9)}.`;
    expect(extract(body, null)).toBe(first);
  });
});

describe('paragraphs', () => {
  const body = 'One.\n\nTwo, which\ngoes on.\n\nThree.';

  it('are parted by blank lines only', () => {
    expect(paragraphsOf(body).map(({ text }) => text)).toEqual(['One.', 'Two, which\ngoes on.', 'Three.']);
  });

  it('are found around a span', () => {
    for (const { text, start } of paragraphsOf(body))
      expect(paragraphAround(body, { start: start + 1, end: start + 2 })).toEqual({ text, start });
  });
});
