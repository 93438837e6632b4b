import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/kernel/card.ts';
import { aCard, aQuotationBlock } from '../builders/a-card.ts';
import { draw, drawParts, hostileCard, judged, wording } from './peer/draw-card.ts';
import { hostileText } from './peer/hostile-text.ts';
import { liveMarkdown, markdownOf, quotedLines } from './peer/read-message.ts';

const hasDiff = (card: Card) => card.blocks.some(({ kind }) => kind === 'diff');

describe('any card in Discord', () => {
  test('is within every limit, in every part', () => {
    fc.assert(
      fc.property(hostileCard, hostileText, (card, above) => {
        for (const part of drawParts(card, { above })) expect(judged(part)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('mentions nobody, links only to its sources, and keeps its own layout', () => {
    fc.assert(
      fc.property(hostileCard, (card) => {
        for (const part of drawParts(card)) {
          const live = liveMarkdown(markdownOf(part));
          const drawn = ['link', 'heading', ...(hasDiff(card) ? ['struck'] : [])];
          expect(live.filter(({ kind }) => !drawn.includes(kind))).toEqual([]);
          expect(live.filter(({ kind }) => kind === 'heading').length).toBeLessThanOrEqual(1);
          const known = ['https://ok.example/a_b', 'https://ok.example/%28x%29'];
          for (const one of live) if (one.kind === 'link') expect(known).toContain(one.url);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('shows quoted words character for character, or a beginning of them', () => {
    fc.assert(
      fc.property(wording, (one) => {
        const shown = markdownOf(draw(aCard({ blocks: [aQuotationBlock({ wordings: [one] })] })));
        const kept = (quotedLines(shown)[0] ?? []).join('\n');
        expect(kept.startsWith('“')).toBe(true);
        const whole = kept === `“${one.words}”`;
        expect(
          whole || (one.words.startsWith(kept.slice(1)) && shown.includes('more characters in the article')),
        ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
