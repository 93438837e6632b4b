import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/kernel/card.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { wrapLines } from '../../src/render/plain-text-wrap.ts';
import { cleanText } from '../../src/text/clean-text.ts';
import { processorTime } from '../builders/processor-time.ts';
import { aCardOf, aQuotation, aSource, aWording, bare, PIPE } from './a-plain-card.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '这是一个没有空格的很长的句子'.repeat(20),
    '👩‍👩‍👧‍👦'.repeat(60),
    'مرحبا بالعالم '.repeat(20),
    '\u202Eevil\u202C \u001B[2J\u001B]0;title\u0007',
    'a\u0000b\r\nc\n\n\nd  e',
    '<!channel> @everyone [x](https://example.org)',
    'z'.repeat(2_000),
  ),
);

describe('hostile text', () => {
  it('opens with a mark even when it begins with a line break', () => {
    const shown = plainText(aCardOf(aQuotation({ wordings: [aWording('\nWe wait.')] })), PIPE);
    expect(bare(shown)).toContain('“Wewait.”');
  });

  it('is never altered in a quotation, whatever the width: without white space, the words stand in the output', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 120 }), (text, width) => {
        const words = cleanText(text);
        fc.pre(words.trim() !== '');
        const shown = plainText(aCardOf(aQuotation({ wordings: [aWording(words)] })), {
          width,
          colour: false,
        });
        expect(bare(shown)).toContain(`“${bare(words)}”`);
      }),
    );
  });

  it('stands character for character in a pipe when it is one paragraph', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const words = cleanText(text).replace(/\n/gu, ' ').trim();
        fc.pre(words !== '');
        expect(plainText(aCardOf(aQuotation({ wordings: [aWording(words)] })), PIPE)).toContain(
          ` “${words}”`,
        );
      }),
    );
  });

  it('sends a terminal no control character, wherever it stands on the card', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = aSource({ headline: text, outlet: text, publishedAt: text, url: text });
        const card: Card = {
          title: text,
          more: text,
          line: text,
          asOf: text,
          blocks: [
            aQuotation({
              speaker: { name: text, role: text },
              wordings: [aWording(text, { printed: [source] })],
            }),
            aQuotation({ speaker: null, sentence: text, context: { kind: 'context', line: text } }),
            { kind: 'passage', paragraphs: [{ text, quoted: [{ start: 0, end: text.length }] }], source },
            { kind: 'story', extract: text, source, also: [source] },
            { kind: 'facts', rows: [{ label: text, value: text }] },
            { kind: 'text', text, tone: 'note' },
            {
              kind: 'diff',
              runs: [
                { kind: 'same', text },
                { kind: 'struck', text },
                { kind: 'added', text },
              ],
            },
            { kind: 'choices', intro: text, lines: [text] },
          ],
        };
        const shown = plainText(card, { width: 60, colour: false });
        expect(shown.replace(/[\n\t]/gu, '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it('fills no line beyond the width, a single character and a link aside', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 4, max: 120 }), (text, width) => {
        const words = cleanText(text).replaceAll('\t', ' ');
        for (const { start, end } of wrapLines(words, width))
          expect(stringWidth(words.slice(start, end).trim())).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is wrapped in time that grows with its length only', async () => {
    for (const words of ['z'.repeat(200_000), 'a b '.repeat(50_000)]) {
      const card = aCardOf(aQuotation({ wordings: [aWording(words)] }));
      const { ms } = await processorTime(() => plainText(card, { width: 80, colour: false }));
      expect(ms).toBeLessThan(7_500);
    }
  });
});
