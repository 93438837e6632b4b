import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawInput, readInput } from '../../src/ingest/files/read-input.ts';
import { cleanText } from '../../src/text/clean-text.ts';
import { anInput, aPage, STORY } from '../builders/a-page.ts';
import { processorTime } from '../builders/processor-time.ts';

const TYPES = ['text', 'markdown', 'json', 'jsonl'] as const satisfies readonly RawInput['format'][];
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...STORY,
    'Share',
    'By Nora Whitfield',
    'March 4, 2022',
    '---',
    '# Title',
    '{"body":',
    '[]',
    '“',
    '\u0000',
    '\ud800',
  ),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('\n'));

describe('any input', () => {
  it('is read without a fault, and says something about what it could not take', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...TYPES), (content, format) => {
        const { articles, refused } = readInput(anInput({ content, format }));
        expect(articles.length + refused.length).toBeGreaterThan(0);
        for (const { article } of articles) {
          expect(article.body.trim()).not.toBe('');
          expect(article.headline.trim()).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives bodies whose every paragraph stands in it word for word, and each line one label', () => {
    fc.assert(
      fc.property(text, (content) => {
        const whole = cleanText(content);
        const { articles } = readInput(anInput({ content }));
        for (const { article } of articles)
          for (const paragraph of article.body.split('\n\n'))
            expect(whole.replace(/\s+/g, ' ')).toContain(paragraph.replace(/\s+/g, ' '));
        const numbers = articles.flatMap(({ lines }) => lines.map(({ number }) => number));
        const filled = whole.split('\n').filter((line) => line.trim()).length;
        if (articles.length) expect(numbers).toHaveLength(filled);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps no character that hides or reorders words', () => {
    const content = aPage().replace(/ the /g, ' \u0000the\u202E \uFEFF');
    const [first] = readInput(anInput({ content })).articles;
    expect(first?.article.body).toBe(cleanText(first?.article.body ?? ''));
    expect(first?.article.body).toContain(' the ');
  });

  it('comes to the same when it is read twice', () => {
    fc.assert(
      fc.property(text, (content) => {
        const [first] = readInput(anInput({ content })).articles;
        if (!first) return;
        expect(readInput(anInput({ content })).articles[0]).toEqual(first);
      }),
    );
  });
});

describe('very long input', () => {
  const MB = 1_000_000;
  const cases: readonly (readonly [string, string])[] = [
    ['one line of 5 MB', 'word “said” he, '.repeat((5 * MB) / 16)],
    ['one line of 5 MB without a space', 'a'.repeat(5 * MB)],
    ['5 MB of opening brackets', '('.repeat(5 * MB)],
    ['a quarter of a million short lines', 'a b\n'.repeat(MB / 4)],
    ['fifty thousand date lines', 'Published March 4, 2022 on\n'.repeat(50_000)],
    ['a long line of digits and stops', `${'1.'.repeat(MB)}\n${STORY.join('\n')}`],
    ['pages in a row', `${aPage()}\n\n`.repeat(800)],
  ];

  it.each(cases)('is read in a few seconds: %s', async (_, content) => {
    for (const format of TYPES) {
      const { ms } = await processorTime(() => readInput(anInput({ content, format })));
      expect(ms).toBeLessThan(10_000);
    }
  });

  it('keeps every character of a line of 5 MB', () => {
    const line = `He said “${'word '.repeat(MB)}end.”`;
    expect(readInput(anInput({ content: line })).articles[0]?.article.body).toBe(line);
  });
});
