import fc from 'fast-check';
import { parseButtonId } from '../../../adapters/discord/draw/button-id.ts';
import { type RenderChoices, renderCard } from '../../../adapters/discord/draw/render-card.ts';
import type { Block, Card, Wording } from '../../../src/kernel/card.ts';
import { linesOfCard } from '../../../src/render/lines-of-card.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import {
  aCard,
  aCitation,
  aPassageBlock,
  aQuotationBlock,
  aStoryBlock,
  aWording,
} from '../../builders/a-card.ts';
import { hostileText, longHostileText } from './hostile-text.ts';
import { judgeMessage } from './judge-payload.ts';
import { buttonsOf, type Component } from './read-message.ts';

/** The first part of a card as message components, or the part from `look.from` on. */
export function draw(card: Card, look: Partial<RenderChoices> = {}): Component[] {
  const tokens = new Map(
    linesOfCard(card).map((line, index) => [line, index.toString(16).padStart(16, '0')]),
  );
  const tokenOf = (line: string) => tokens.get(line) ?? 'unknown';
  return renderCard(card, { from: 0, share: 'offered', above: null, tokenOf, ...look }) as Component[];
}

export const judged = (components: readonly Component[]) =>
  judgeMessage({ flags: 1 << 15, allowed_mentions: { parse: [] }, components });

/** Every part of a card, as pressing “Show the rest” until it is gone shows them. */
export function drawParts(card: Card, look: Partial<RenderChoices> = {}): Component[][] {
  const parts: Component[][] = [];
  for (let from: number | null = 0; from !== null; ) {
    const part = draw(card, { ...look, from });
    parts.push(part);
    const rest = buttonsOf(part).find(({ label }) => label === 'Show the rest');
    from = rest ? (parseButtonId(rest.custom_id)?.from ?? null) : null;
  }
  return parts;
}

const citation = fc
  .record({
    headline: hostileText,
    outlet: fc.option(hostileText),
    publishedAt: fc.option(fc.constantFrom('2024-04-19', 'yesterday @here')),
    origin: hostileText,
  })
  .chain((given) =>
    fc
      .option(
        fc.constantFrom(
          'https://ok.example/a_b',
          'https://ok.example/(x)',
          'javascript:alert(1)',
          `https://ok.example/${'x'.repeat(1_500)}`,
        ),
      )
      .map((url) => aCitation({ ...given, url })),
  );

export const wording = fc
  .record({
    words: longHostileText,
    apart: fc.boolean(),
    printed: fc.array(citation, { minLength: 1, maxLength: 12 }),
  })
  .chain(({ words, apart, printed }) =>
    fc.array(fc.tuple(fc.nat(words.length), fc.nat(40)), { maxLength: 4 }).map((spans) =>
      aWording({
        words: cleanText(words),
        apart,
        differs: spans.map(([start, length]) => ({
          start,
          end: Math.min(cleanText(words).length, start + length),
        })),
        printed: printed as unknown as Wording['printed'],
      }),
    ),
  );

const quotation = fc
  .record({
    quotationKind: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const),
    speaker: fc.option(fc.record({ name: hostileText, role: fc.option(hostileText) })),
    sentence: fc.option(longHostileText),
    wordings: fc.array(wording, { minLength: 1, maxLength: 4 }),
  })
  .map(({ wordings, ...given }) =>
    aQuotationBlock({ ...given, wordings: wordings as unknown as [Wording, ...Wording[]] }),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  quotation,
  fc.record({ extract: longHostileText, source: citation }).map((given) => aStoryBlock(given)),
  fc
    .record({ text: longHostileText, source: citation })
    .map(({ text, source }) => aPassageBlock({ paragraphs: [{ text, quoted: [] }], source })),
  fc
    .record({ text: longHostileText, tone: fc.constantFrom('plain' as const, 'note' as const) })
    .map((given) => ({ kind: 'text' as const, ...given })),
  fc
    .array(fc.record({ label: hostileText, value: longHostileText }), { maxLength: 40 })
    .map((rows) => ({ kind: 'facts' as const, rows })),
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('same' as const, 'struck' as const, 'added' as const),
        text: longHostileText,
      }),
      { maxLength: 20 },
    )
    .map((runs) => ({ kind: 'diff' as const, runs })),
  fc
    .record({ intro: hostileText, lines: fc.array(hostileText, { maxLength: 10 }) })
    .map((given) => ({ kind: 'choices' as const, ...given })),
);

export const hostileCard = fc
  .record({
    title: longHostileText,
    blocks: fc.array(block, { maxLength: 8 }),
    more: fc.option(hostileText),
    line: fc.option(hostileText),
  })
  .map((given) => aCard(given));
