import { describe, expect, it } from 'vitest';
import { parseButtonId } from '../../adapters/slack/draw/button-id.ts';
import {
  aCard,
  aCitation,
  aPassageBlock,
  aQuotationBlock,
  aStoryBlock,
  aWording,
} from '../builders/a-card.ts';
import { quotesIn, readable } from './peer/judge-payload.ts';
import { buttonsOf, labelsOf, renderOne, TOKEN } from './peer/render-cards.ts';

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
      expect(parseButtonId(button.action_id ?? '', button.value ?? '')).toMatchObject({
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
      expect(parseButtonId(id ?? '', value ?? '')).toBeNull();
  });
});
