import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readButton } from '../../adapters/slack/draw/name-button.ts';
import { type RenderOptions, renderCard, type SlackMessage } from '../../adapters/slack/draw/render-card.ts';
import { keepLines } from '../../adapters/slack/post/keep-lines.ts';
import type { Card } from '../../src/kernel/card.ts';
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

const TOKEN = '0123456789abcdef';

async function render(card: Card, over: Partial<RenderOptions> = {}): Promise<SlackMessage[]> {
  const tokens = await keepLines(card, async () => TOKEN);
  return renderCard(card, { showing: { kind: 'private' }, thread: null, tokens, ...over });
}

async function renderOne(card: Card, over: Partial<RenderOptions> = {}): Promise<SlackMessage> {
  const messages = await render(card, over);
  const [message] = messages;
  if (!message || messages.length !== 1) throw new Error(`${messages.length} messages`);
  expect(judgePayload(message, { surface: 'message', mayName: 'U123' })).toEqual([]);
  return message;
}

const buttonsOf = (message: SlackMessage) =>
  message.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .filter((each) => each.type === 'button');
const labelsOf = (message: SlackMessage) => buttonsOf(message).map((button) => button.text.text);

describe('a card as Slack blocks', () => {
  it('shows the words first, then the speaker and role, then the linked source, buttons last', async () => {
    const message = await renderOne(aCard({ more: 'who said run on time page:2' }));
    expect(readable(message).split('\n')).toEqual([
      '# Who said “run on time”',
      '▍ “We will keep talking until the boats run on time,”',
      '**Ines Okafor**, mayor of Port Ellis',
      'Harbour Post · 19 Apr 2024 · [Second ferry agreed after a winter of cancellations](https://harbour-post.example/ferry)',
      '[ Context ] [ More ] [ Share with the channel ]',
    ]);
  });

  it('labels reported speech and never puts it in quotation marks', async () => {
    const wordings = [aWording({ words: 'the bar would be dredged' })] as const;
    const message = await renderOne(
      aCard({ title: '', blocks: [aQuotationBlock({ quotationKind: 'indirect', wordings })] }),
    );
    expect(readable(message)).toContain(
      '▍ the bar would be dredged\n**Ines Okafor**, mayor of Port Ellis · reported speech',
    );
    expect(readable(message)).not.toMatch(/[“”"]/);
  });

  it('says when the text names nobody, and shows the sentence with the words in it marked', async () => {
    const block = aQuotationBlock({
      speaker: null,
      sentence: 'A placard read “No more cancelled crossings.”',
      wordings: [aWording({ words: 'No more cancelled crossings.' })],
    });
    const text = readable(await renderOne(aCard({ blocks: [block] })));
    expect(text).toContain(
      '**Unattributed in the text**; it stands in:\n▍ A placard read “**No more cancelled crossings.**”',
    );
  });

  it('shows other wordings with what differs in bold', async () => {
    const words = 'We shall keep talking until the boats run on time,';
    const block = aQuotationBlock({
      wordings: [aWording(), aWording({ words, differs: [{ start: 3, end: 8 }] })],
    });
    const message = await renderOne(aCard({ blocks: [block] }));
    expect(readable(message)).toContain(
      '**Also printed as (differences in bold)**\n▍ “We **shall** keep talking',
    );
    expect(quotesIn(message)).toEqual([aWording().words, words]);
  });

  it('shows a beginning of words that are too long, and says outside the quotation how much was left out', async () => {
    const words = 'tide after tide '.repeat(400);
    const message = await renderOne(
      aCard({ blocks: [aQuotationBlock({ wordings: [aWording({ words })] })] }),
    );
    const [shown = ''] = quotesIn(message);
    expect(words.startsWith(shown)).toBe(true);
    const left = (words.length - shown.length).toLocaleString('en');
    expect(readable(message)).toContain(`”\n_… and ${left} more characters in the article_`);
  });

  it('says how many articles and wordings it had no room for', async () => {
    const printed = Array.from({ length: 60 }, (_, i) =>
      aCitation({ outlet: `Outlet ${i}`, headline: 'Long '.repeat(30) }),
    );
    const [first, ...rest] = printed;
    if (!first) throw new Error('no citation');
    const wording = aWording({ printed: [first, ...rest] });
    const others = Array.from({ length: 30 }, (_, i) => aWording({ words: `${i} ${'wording '.repeat(60)}` }));
    const message = await renderOne(aCard({ blocks: [aQuotationBlock({ wordings: [wording, ...others] })] }));
    expect(readable(message)).toMatch(/_and \d+ more wordings and \d+ more articles_/);
  });

  it('never turns article text into a mention, a link or an emoji', async () => {
    const nasty = '<!channel> <@U999> <https://evil.example|bank> :skull: *b* @everyone &lt;!here&gt;';
    const card = aCard({
      title: nasty,
      blocks: [
        aQuotationBlock({
          speaker: { name: nasty, role: nasty },
          wordings: [aWording({ words: nasty, printed: [aCitation({ headline: nasty, outlet: nasty })] })],
        }),
        { kind: 'text', text: nasty, tone: 'note' },
      ],
    });
    const message = await renderOne(card);
    expect(quotesIn(message)).toEqual([nasty]);
    expect(message.text).toContain('&lt;!channel&gt; &lt;@U999&gt;');
    expect(message.text).toContain('&amp;lt;!here&amp;gt;');
  });

  it('shows a headline that is itself an address beside its link, not over it', async () => {
    const source = aCitation({ headline: 'https://bank.example is down' });
    const message = await renderOne(aCard({ blocks: [aStoryBlock({ source })] }));
    expect(readable(message)).toContain(
      '**https://bank.example is down **[open](https://harbour-post.example/ferry)',
    );
  });

  it('links nothing but http(s)', async () => {
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a.example/<x>',
      'https://a.example/|b',
      null,
    ]) {
      const message = await renderOne(aCard({ blocks: [aStoryBlock({ source: aCitation({ url }) })] }));
      expect(JSON.stringify(message.blocks)).not.toContain('"link"');
    }
  });

  it('keeps the paragraphs of a passage together under one bar', async () => {
    const message = await renderOne(aCard({ blocks: [aPassageBlock()] }));
    expect(quotesIn(message)).toEqual([
      aPassageBlock()
        .paragraphs.map((each) => each.text)
        .join('\n\n'),
    ]);
  });
});

describe('buttons', () => {
  it('offers to share only where only the asker sees the answer, in a channel', async () => {
    expect(labelsOf(await renderOne(aCard()))).toContain('Share with the channel');
    for (const showing of [{ kind: 'direct' }, { kind: 'home' }, { kind: 'shared', by: 'U123' }] as const)
      expect(labelsOf(await renderOne(aCard(), { showing }))).toEqual(['Context']);
  });

  it('does not offer to share what is no answer', async () => {
    expect(labelsOf(await renderOne(aCard({ line: null })))).toEqual(['Context']);
  });

  it('says who shared an answer, by mention, and nobody else', async () => {
    const message = await renderOne(aCard(), { showing: { kind: 'shared', by: 'U123' } });
    expect(readable(message)).toMatch(/^@U123 shared: _who said run on time_\n/);
  });

  it('does not print the line of a command that only buttons use', async () => {
    const card = aCard({ line: 'context a1b2c3.98', blocks: [aPassageBlock()] });
    const message = await renderOne(card, { showing: { kind: 'shared', by: 'U123' } });
    expect(readable(message)).toMatch(/^@U123 shared:\n# /);
  });

  it('remembers the thread it was shown in', async () => {
    const message = await renderOne(aCard(), { thread: '1712345678.000100' });
    for (const button of buttonsOf(message))
      expect(readButton(button.action_id ?? '', button.value ?? '')).toMatchObject({
        token: TOKEN,
        thread: '1712345678.000100',
      });
  });

  it('gives every quotation of several its own context button', async () => {
    const message = await renderOne(aCard({ blocks: [aQuotationBlock(), aQuotationBlock()] }));
    expect(labelsOf(message)).toEqual(['Context', 'Context', 'Share with the channel']);
  });

  it('makes lines to try buttons when they are few, and a list that counts the rest when they are many', async () => {
    const lines = (n: number) => Array.from({ length: n }, (_, i) => `find pier ${i} ${'x'.repeat(100)}`);
    const few = await renderOne(
      aCard({ blocks: [{ kind: 'choices', intro: 'Try:', lines: lines(3) }], line: null }),
    );
    expect(labelsOf(few)).toHaveLength(3);
    for (const label of labelsOf(few)) expect(label).toMatch(/^find pier \d .*…$/);
    const many = await renderOne(
      aCard({ blocks: [{ kind: 'choices', intro: 'Try:', lines: lines(90) }], line: null }),
    );
    expect(labelsOf(many)).toEqual([]);
    expect(readable(many)).toMatch(/_and \d+ more_/);
  });

  it('is not read from anything else', () => {
    for (const [id, value] of [
      ['more.1', ''],
      ['more.1', 'zz'],
      ['approve', TOKEN],
      ['more.1', `${TOKEN}@1;2`],
      ['share.1 ', TOKEN],
    ])
      expect(readButton(id ?? '', value ?? '')).toBeNull();
  });
});

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
