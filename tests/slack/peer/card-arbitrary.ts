import fc from 'fast-check';
import type { Block, Card } from '../../../src/kernel/card.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { aCitation } from '../../builders/a-card.ts';

/** What a hostile article may hold; bodies are stored clean, so words are cleaned as ingest does. */
const PIECES = [
  '<!channel>',
  '<!everyone>',
  '<@U0001>',
  '<#C1|x>',
  '<https://evil.example|bank>',
  '@everyone',
  '@here',
  ':skull:',
  '[bank](https://evil.example)',
  '&amp;',
  '&lt;!here&gt;',
  '*',
  '_',
  '~',
  '`',
  '```',
  '> ',
  '“',
  '”',
  '"',
  '\\',
  '\u0000',
  '\u0007',
  '\u202E',
  '\u2066',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\u{1F1FA}\u{1F1F8}',
  '汉字漢字',
  'العربية',
  'e\u0301\u0302',
  '\n',
  '\n\n',
  ' ',
  'word',
  'W'.repeat(120),
  '\uD83D',
  '\u{E0041}',
  '\uFEFF',
];
/** Any text, and the kind that has broken chat bots before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 4_000 }))
      .map(([piece, n]) => piece.repeat(n)),
  },
);
const clean = hostileText.map(cleanText);
const spans = fc.array(
  fc.tuple(fc.nat(400), fc.nat(60)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 4 },
);
const citation = fc
  .record({
    headline: hostileText,
    outlet: fc.option(hostileText),
    publishedAt: fc.option(fc.oneof(hostileText, fc.constant('2024-04-19'))),
    url: fc.option(fc.oneof(hostileText, fc.webUrl(), fc.constant('https://a.example/x'))),
    origin: hostileText,
  })
  .map(aCitation);
const printed = fc
  .tuple(citation, fc.array(citation, { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest] as const);
const wording = fc.record({ words: clean, differs: spans, apart: fc.boolean(), printed }).map((each) => ({
  ...each,
  printed: [...each.printed] as [ReturnType<typeof aCitation>, ...ReturnType<typeof aCitation>[]],
}));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('quotation' as const),
    quotationKind: fc.constantFrom('direct', 'mixed', 'indirect'),
    speaker: fc.option(fc.record({ name: hostileText, role: fc.option(hostileText) })),
    sentence: fc.option(clean),
    wordings: fc
      .tuple(wording, fc.array(wording, { maxLength: 4 }))
      .map(([first, rest]): [typeof first, ...(typeof first)[]] => [first, ...rest]),
    context: fc.option(fc.record({ kind: fc.constant('context' as const), line: hostileText })),
  }),
  fc.record({
    kind: fc.constant('passage' as const),
    paragraphs: fc.array(fc.record({ text: clean, quoted: spans }), { maxLength: 5 }),
    source: citation,
  }),
  fc.record({
    kind: fc.constant('story' as const),
    extract: clean,
    source: citation,
    also: fc.array(citation, { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: hostileText, value: hostileText }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('diff' as const),
    runs: fc.array(
      fc.record({
        kind: fc.constantFrom('same' as const, 'struck' as const, 'added' as const),
        text: clean.filter((text) => text.trim() !== ''),
      }),
      { maxLength: 40 },
    ),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: hostileText,
    tone: fc.constantFrom('plain', 'note'),
  }),
  fc.record({
    kind: fc.constant('choices' as const),
    intro: hostileText,
    lines: fc.array(hostileText, { maxLength: 14 }),
  }),
);

/** Cards as no desk would make them: any text in any field, any number of anything. */
export const cardArbitrary: fc.Arbitrary<Card> = fc.record({
  title: hostileText,
  blocks: fc.array(block, { maxLength: 12 }),
  more: fc.option(hostileText),
  line: fc.option(hostileText),
  asOf: fc.constant('2024-05-01T10:00:00.000Z'),
});
