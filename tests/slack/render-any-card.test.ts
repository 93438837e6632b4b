import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCard,
  aCitation,
  aPassageBlock,
  aQuotationBlock,
  aStoryBlock,
  aWording,
} from '../builders/a-card.ts';
import { processorTime } from '../builders/processor-time.ts';
import { cardArbitrary } from './peer/card-arbitrary.ts';
import { judgePayload, quotesIn, readable, strings } from './peer/judge-payload.ts';
import { labelsOf, render, renderOne } from './peer/render-cards.ts';

describe('long answers', () => {
  const long = (n: number) =>
    aCard({
      more: 'who said run on time page:2',
      blocks: Array.from({ length: n }, (_, i) =>
        aQuotationBlock({ wordings: [aWording({ words: `${i} ${'ferry '.repeat(300)}` })] }),
      ),
    });

  it('continue in further messages, the last of which has the last row of buttons', async () => {
    const messages = await render(long(8));
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(judgePayload(message, { surface: 'message' })).toEqual([]);
    expect(messages.flatMap(quotesIn)).toHaveLength(8);
    expect(messages.map((message) => labelsOf(message).includes('More'))).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ]);
  });

  it('say how many results were left out when even that is not enough', async () => {
    const messages = await render(long(60), { maxMessages: 2 });
    expect(messages).toHaveLength(2);
    const shown = messages.flatMap(quotesIn).length;
    expect(messages.map(readable).join('\n')).toContain(
      `and ${60 - shown} more results too long to show here`,
    );
  });

  it('keep to 50 blocks a message', async () => {
    const blocks = Array.from({ length: 120 }, () => ({ kind: 'text', text: 'x', tone: 'plain' }) as const);
    const messages = await render(aCard({ blocks }));
    expect(messages.length).toBeGreaterThan(2);
    for (const message of messages) expect(judgePayload(message, { surface: 'message' })).toEqual([]);
  });
});

describe('a claim against the record', () => {
  it('crosses struck words out, sets added ones in bold, says what that means, and is no quotation', async () => {
    const runs = [
      { kind: 'same', text: 'We will' },
      { kind: 'struck', text: 'gladly' },
      { kind: 'added', text: 'never' },
      { kind: 'same', text: 'sell the ferry.' },
    ] as const;
    const [message] = await render(aCard({ blocks: [{ kind: 'diff', runs }] }));
    const drawn = JSON.stringify(message?.blocks);
    expect(drawn).toContain('{"type":"text","text":"gladly","style":{"strike":true}}');
    expect(drawn).toContain('{"type":"text","text":"never","style":{"bold":true}}');
    expect(drawn.replace(/[^\p{L}. ]/gu, '')).toMatch(/We will.*gladly.*never.*sell the ferry\./u);
    expect(readable(message ?? {})).toContain(
      'Crossed out: claimed, not in print · Bold: in print, not in the claim',
    );
    expect(quotesIn(message ?? {})).toEqual([]);
  });
});

describe('any card at all', () => {
  it('is within every limit, parses to nothing, and shows quotations as they were printed', async () => {
    await fc.assert(
      fc.asyncProperty(cardArbitrary, fc.constantFrom('private', 'direct', 'home'), async (card, kind) => {
        const messages = await render(card, { showing: { kind }, maxMessages: kind === 'home' ? 1 : 4 });
        const printed = card.blocks.flatMap((block) =>
          block.kind === 'quotation'
            ? [block.sentence ?? '', ...block.wordings.map((wording) => wording.words)]
            : block.kind === 'passage'
              ? [
                  block.paragraphs.map((each) => each.text).join('\n\n'),
                  ...block.paragraphs.map((each) => each.text),
                ]
              : block.kind === 'story'
                ? [block.extract]
                : [],
        );
        for (const message of messages) {
          expect(judgePayload(message, { surface: 'message' })).toEqual([]);
          for (const shown of quotesIn(message))
            expect(printed.some((text) => text.includes(shown))).toBe(true);
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('of a hundred thousand characters a field is drawn in a moment', async () => {
    for (const unit of ['a', '"', '<', '\u0645', '\u{1F468}\u200D\u{1F469}', '`_*', '\n\n']) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const source = aCitation({
        headline: text,
        outlet: text,
        publishedAt: text,
        origin: text,
        url: `https://a.example/${text}`,
      });
      const card = aCard({
        title: text,
        more: text,
        line: text,
        blocks: [
          aQuotationBlock({
            speaker: { name: text, role: text },
            wordings: [aWording({ words: text, printed: [source] })],
          }),
          aQuotationBlock({
            speaker: null,
            sentence: `${text}x`,
            wordings: [
              aWording({ words: text }),
              aWording({ words: text, differs: [{ start: 5, end: 90_000 }] }),
            ],
          }),
          aPassageBlock({ paragraphs: [{ text, quoted: [{ start: 1, end: 99_999 }] }], source }),
          aStoryBlock({ extract: text, source }),
          { kind: 'facts', rows: [{ label: text, value: text }] },
          { kind: 'text', text, tone: 'note' },
          { kind: 'text', text, tone: 'plain' },
          { kind: 'choices', intro: text, lines: [text] },
        ],
      });
      const { ms, made: messages } = await processorTime(() => render(card));
      expect(ms).toBeLessThan(1_500);
      for (const message of messages) expect(judgePayload(message, { surface: 'message' })).toEqual([]);
    }
  });

  it('without anything in it is still a message', async () => {
    const message = await renderOne(
      aCard({ title: '', blocks: [{ kind: 'text', text: '', tone: 'note' }], line: null }),
    );
    expect(strings(message.blocks).join('')).toContain('Nothing to show');
  });
});
