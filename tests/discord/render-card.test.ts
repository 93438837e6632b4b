import { describe, expect, test } from 'vitest';
import type { Block, Wording } from '../../src/kernel/card.ts';
import {
  aCard,
  aCitation,
  aPassageBlock,
  aQuotationBlock,
  aStoryBlock,
  aWording,
} from '../builders/a-card.ts';
import { draw, drawParts, judged } from './peer/draw-card.ts';
import { buttonsOf, liveMarkdown, markdownOf, quotedLines, quotedWords } from './peer/read-message.ts';

describe('a card in Discord', () => {
  test('puts the words first, then who said them, then where they were printed', () => {
    expect(markdownOf(draw(aCard()))).toMatchInlineSnapshot(`
      "### Who said “run on time”
      > “We will keep talking until the boats run on time,”
      **Ines Okafor**, mayor of Port Ellis
      -# Harbour Post · 19 Apr 2024 · [Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)"
    `);
  });

  test('marks where another wording differs, in bold inside the words', () => {
    const other = aWording({
      words: 'We shall keep talking until all the boats run on time,',
      differs: [
        { start: 3, end: 8 },
        { start: 28, end: 31 },
      ],
      printed: [aCitation({ outlet: 'Coast Daily', headline: 'Mayor promises boats on time', url: null })],
    });
    const card = aCard({ blocks: [aQuotationBlock({ wordings: [aWording(), other] })] });
    expect(markdownOf(draw(card))).toMatchInlineSnapshot(`
      "### Who said “run on time”
      > “We will keep talking until the boats run on time,”
      **Ines Okafor**, mayor of Port Ellis
      -# Harbour Post · 19 Apr 2024 · [Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)

      -# Also printed as (what differs is bold)
      > “We **shall** keep talking until **all** the boats run on time,”
      -# Coast Daily · 19 Apr 2024 · Mayor promises boats on time"
    `);
  });

  test('shows the sentence where nobody is named, and says that it names nobody', () => {
    const sentence = 'A placard read “We will keep talking until the boats run on time,” and no more.';
    const block = aQuotationBlock({ speaker: null, sentence });
    expect(markdownOf(draw(aCard({ blocks: [block] })))).toMatchInlineSnapshot(`
      "### Who said “run on time”
      > “We will keep talking until the boats run on time,”
      **Unattributed in the text**
      -# It reads:
      > A placard read “We will keep talking until the boats run on time,” and no more.
      -# Harbour Post · 19 Apr 2024 · [Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)"
    `);
  });

  test('never sets quotation marks around reported speech', () => {
    const words = 'the boats would run on time by June';
    const block = aQuotationBlock({ quotationKind: 'indirect', wordings: [aWording({ words })] });
    const shown = markdownOf(draw(aCard({ blocks: [block] })));
    expect(shown).toContain('Reported speech');
    expect(shown).toContain(`> ${words}`);
    expect(shown).not.toContain(`“${words}`);
  });

  test('shows a passage with the words asked about in bold, a story, facts, a note and lines to try', () => {
    const blocks: Block[] = [
      aPassageBlock(),
      aStoryBlock(),
      { kind: 'facts', rows: [{ label: 'Role as reported', value: 'mayor of Port Ellis' }] },
      { kind: 'text', text: 'Plain words.', tone: 'plain' },
      { kind: 'text', text: 'A note.\nOf two lines.', tone: 'note' },
      { kind: 'choices', intro: 'Try:', lines: ['who said run on time', 'latest'] },
    ];
    const components = draw(aCard({ blocks }));
    expect(markdownOf(components)).toMatchInlineSnapshot(`
      "### Who said “run on time”
      > The council agreed on Friday to buy a second ferry.
      > 
      > “**We will keep talking until the boats run on time,**” said Mayor Ines Okafor.
      > 
      > Nobody on the quay believed it.
      -# Harbour Post · 19 Apr 2024 · [Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)
      **[Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)**
      -# Harbour Post · 19 Apr 2024
      The council agreed on Friday to buy a second ferry.
      **Role as reported** mayor of Port Ellis
      Plain words.
      -# A note.
      -# Of two lines.
      Try\\:"
    `);
    expect(buttonsOf(components).map(({ label }) => label)).toEqual([
      'who said run on time',
      'latest',
      'Share with the channel',
    ]);
  });

  test('puts a context button beside each quotation and the others last', () => {
    const components = draw(aCard({ more: 'who said run on time page:2' }));
    expect(buttonsOf(components).map(({ label }) => label)).toEqual([
      'Context',
      'More',
      'Share with the channel',
    ]);
    expect(components.at(-1)?.type).toBe(1);
  });

  test('offers no share button where there is nothing to share, or nobody to share with', () => {
    expect(buttonsOf(draw(aCard({ line: null })))).toHaveLength(1);
    expect(buttonsOf(draw(aCard(), { share: 'none' }))).toHaveLength(1);
  });

  test('lists lines to try when they are too many for buttons, and counts what it leaves out', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `who said number ${index} of the words`);
    const shown = markdownOf(draw(aCard({ blocks: [{ kind: 'choices', intro: 'Try:', lines }] })));
    const listed = shown.match(/^- /gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(20);
    expect(shown).toContain(`and ${200 - listed} more`);
  });

  test('cuts a quotation too long for one message and says outside it how much is left', () => {
    const words = 'word '.repeat(5_000).trim();
    const shown = markdownOf(draw(aCard({ blocks: [aQuotationBlock({ wordings: [aWording({ words })] })] })));
    const [quote = []] = quotedLines(shown);
    const kept = quotedWords(quote);
    expect(words.startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThan(1_500);
    expect(shown).toContain(
      `-# … and ${(words.length - kept.length).toLocaleString('en')} more characters in the article`,
    );
    expect(quote.join('\n').endsWith('”')).toBe(false);
  });

  test('begins a passage too long to show at the words asked about', () => {
    const before = 'The tide came in. '.repeat(600);
    const text = `${before}“Boats run on time,” she said.`;
    const quoted = [{ start: before.length + 1, end: before.length + 19 }];
    const shown = markdownOf(draw(aCard({ blocks: [aPassageBlock({ paragraphs: [{ text, quoted }] })] })));
    expect(shown).toContain('**Boats run on time,**');
    expect(shown).toContain(
      `${(before.length + 1).toLocaleString('en')} characters before this are in the article`,
    );
  });

  test('says how many more places printed the same words', () => {
    const printed = Array.from({ length: 30 }, (_, index) => aCitation({ outlet: `Outlet ${index}` }));
    const wording = aWording({ printed: printed as unknown as Wording['printed'] });
    const shown = markdownOf(draw(aCard({ blocks: [aQuotationBlock({ wordings: [wording] })] })));
    const listed = shown.match(/Outlet \d+/g)?.length ?? 0;
    expect(listed).toBeGreaterThanOrEqual(3);
    expect(shown).toContain(`and ${30 - listed} more places`);
  });

  test('says how many more wordings there are', () => {
    const wordings = Array.from({ length: 80 }, (_, index) =>
      aWording({ words: `Wording number ${index}, which is another one.` }),
    );
    const block = aQuotationBlock({ wordings: wordings as unknown as [Wording, ...Wording[]] });
    const shown = markdownOf(draw(aCard({ blocks: [block] })));
    const listed = quotedLines(shown).length;
    expect(listed).toBeGreaterThan(5);
    expect(shown).toContain(`and ${80 - listed} more wordings`);
  });

  test('shows a headline that Discord would not link beside its link', () => {
    const url = 'https://harbour-post.example/x';
    const shown = markdownOf(
      draw(
        aCard({
          blocks: [
            aStoryBlock({ source: aCitation({ headline: 'A [bracket](https://evil.example)', url }) }),
          ],
        }),
      ),
    );
    expect(liveMarkdown(shown).filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', text: 'link', url },
    ]);
  });

  test('loses no block of a long answer: the rest is a button away', () => {
    const blocks = Array.from({ length: 30 }, (_, index) =>
      aQuotationBlock({
        wordings: [aWording({ words: `Answer ${index}. ${'More was said. '.repeat(30)}` })],
      }),
    );
    const parts = drawParts(aCard({ blocks, more: 'next page' }));
    const shown = parts.map((part) => markdownOf(part)).join('\n');
    for (const index of blocks.keys()) expect(shown).toContain(`“Answer ${index}.`);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(judged(part)).toEqual([]);
    expect(buttonsOf(parts.at(-1) ?? []).map(({ label }) => label)).toContain('More');
    expect(markdownOf(parts[0] ?? [])).toMatch(/and \d+ more below/);
  });
});

describe('a claim against the record in Discord', () => {
  test('strikes and emboldens words, says what that means, and is no block quote', () => {
    const runs = [
      { kind: 'same', text: 'We will' },
      { kind: 'struck', text: 'gladly *and*' },
      { kind: 'added', text: 'never' },
      { kind: 'same', text: 'sell the ferry.' },
    ] as const;
    const shown = markdownOf(draw(aCard({ blocks: [{ kind: 'diff', runs }] })));
    expect(shown).toContain('We will ~~gladly \\*and\\*~~ **never** sell the ferry.');
    expect(shown).toContain('-# ~~struck~~: claimed, not in print · **bold**: in print, not in the claim');
    expect(quotedLines(shown)).toEqual([]);
  });
});
