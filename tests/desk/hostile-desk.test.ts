import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk, Reply } from '../../src/desk/desk.ts';
import { readPage } from '../../src/ingest/read-pages.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';

let opened: OpenedDesk;
beforeAll(async () => {
  opened = await openSampleDesk();
});
afterAll(() => opened.close());

const HOSTILE = [
  '<!channel> @everyone <@U123> <https://evil.example|click>',
  '[click](https://evil.example) `code` **bold** # head',
  '“never closed and never',
  '"a "b "c',
  '漢字の「引用」テスト',
  'שלום “ציטוט” \u202Eevil\u202C',
  '\u0000\u0007\uFEFF nul “in a \u0000 quotation,” said Ann Lee.',
  '👩‍👩‍👧‍👦 “families 👩‍👩‍👧‍👦 matter,” said Ann Lee.',
  '\'; DROP TABLE articles; -- NEAR(a b) * ^ " OR',
  'x'.repeat(100_000),
  `“${'long '.repeat(4_000)}end,” said Ann Lee.`,
];

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '“We will see,” said Ann Lee.',
    'Lee said: “It is over.” ',
    '"No," he said, "not yet."',
    '\n\n',
    '\n',
  ),
);

/** Everything an answer shows as somebody's words must be cut from its article. */
function expectCut({ answer }: Reply): void {
  if (answer.kind !== 'found') return;
  for (const { wordings } of answer.evidence.utterances)
    for (const { quotation, article } of wordings) expect(article.body).toContain(quotation.words);
  for (const block of answer.card.blocks) {
    if (block.kind !== 'quotation') continue;
    const bodies = answer.evidence.utterances.flatMap(({ wordings }) =>
      wordings.map(({ article }) => article.body),
    );
    for (const { words } of block.wordings) expect(bodies.some((body) => body.includes(words))).toBe(true);
  }
}

async function replyTo(desk: Desk, line: string): Promise<void> {
  const reply = await desk.reply(line);
  expect(reply.answer, line).not.toMatchObject({ code: 'fault' });
  expectCut(reply);
}

describe('a desk that is handed anything', () => {
  it('reads any page in without a fault, and shows only words that stand in it', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
        const input = { name: 'page.txt', format: 'text', content: pieces.join(' '), given: {} } as const;
        for (const page of readPage(input)) {
          if (page.kind !== 'article') continue;
          await opened.desk.read(page.cleaned.article);
          for (const words of pieces.slice(0, 2)) await replyTo(opened.desk, `who said ${words}`);
        }
        await replyTo(opened.desk, 'said Ann Lee');
      }),
      { numRuns: 40 },
    );
    expect(await opened.desk.check()).toEqual([]);
  });

  it('answers any typed line without a fault', { timeout: 60_000 }, async () => {
    const start = fc.constantFrom(
      '',
      'who said ',
      'said ',
      'who is ',
      'find ',
      'latest ',
      'help ',
      'context ',
      'what did ',
    );
    await fc.assert(
      fc.asyncProperty(start, piece, (command, words) => replyTo(opened.desk, command + words)),
      { numRuns: 150 },
    );
  });
});
