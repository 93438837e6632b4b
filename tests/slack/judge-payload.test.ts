import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { judgePayload } from './peer/judge-payload.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length), emoji: false }) as const;
const button = (over: object = {}) =>
  ({ type: 'button', action_id: 'more.1', text: plain(4), value: 'v', ...over }) as const;
const rich = (run: object) =>
  ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [run] }],
  }) as unknown as KnownBlock;
const actions = (...elements: object[]) => ({ type: 'actions', elements }) as unknown as KnownBlock;
const divider = { type: 'divider' } as const;

const over: [string, KnownBlock[]][] = [
  ['no blocks', []],
  ['51 blocks', Array.from({ length: 51 }, () => divider)],
  [
    'more than 9,000 characters together',
    Array.from({ length: 4 }, () => ({ type: 'section', text: plain(2_900) })),
  ],
  ['a header of 151', [{ type: 'header', text: plain(151) }]],
  ['a section of 3,001', [{ type: 'section', text: plain(3_001) }]],
  ['11 fields', [{ type: 'section', fields: Array.from({ length: 11 }, () => plain(1)) }]],
  ['a field of 2,001', [{ type: 'section', fields: [plain(2_001)] }]],
  ['11 context elements', [{ type: 'context', elements: Array.from({ length: 11 }, () => plain(1)) }]],
  ['mrkdwn', [{ type: 'section', text: { ...plain(1), type: 'mrkdwn' } } as unknown as KnownBlock]],
  ['emoji codes', [{ type: 'header', text: { type: 'plain_text', text: 'x' } }]],
  ['26 buttons', [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a.${i}` })))]],
  ['a button text of 76', [actions(button({ text: plain(76) }))]],
  ['a button value of 2,001', [actions(button({ value: 'x'.repeat(2_001) }))]],
  ['an action_id of 256', [actions(button({ action_id: 'x'.repeat(256) }))]],
  ['an action_id twice', [actions(button()), actions(button())]],
  ['an empty text element', [rich({ type: 'text', text: '' })]],
  ['a link that is none', [rich({ type: 'link', url: 'javascript:x', text: 'x' })]],
  [
    'a link dressed as another',
    [rich({ type: 'link', url: 'https://a.example', text: 'https://b.example' })],
  ],
  ['a mention', [rich({ type: 'user', user_id: 'U9' })]],
  ['a broadcast', [rich({ type: 'broadcast', range: 'channel' })]],
  ['a bidirectional override', [rich({ type: 'text', text: 'a\u202Eb' })]],
  ['half a surrogate pair', [rich({ type: 'text', text: 'a\uD83D' })]],
];

describe('the judge of payloads', () => {
  it('lets a sound message pass', () => {
    const blocks = [
      { type: 'header', text: plain(150) },
      rich({ type: 'text', text: '<!channel> & co' }),
      actions(button()),
    ];
    expect(
      judgePayload({ text: 'a &lt;b&gt; &amp; c', blocks: blocks as KnownBlock[] }, { surface: 'message' }),
    ).toEqual([]);
  });

  it.each(over)('complains of %s', (_what, blocks) => {
    expect(judgePayload({ text: 'x', blocks }, { surface: 'message' })).toHaveLength(1);
  });

  it.each(['', 'x'.repeat(4_001), 'a < b', '<!channel>', 'a & b', '&nbsp;'])(
    'complains of fallback text (%#)',
    (text) => {
      expect(judgePayload({ text, blocks: [divider] }, { surface: 'message' })).not.toEqual([]);
    },
  );

  it('allows a Home a hundred blocks and no more', () => {
    const blocks = (n: number) => ({ blocks: Array.from({ length: n }, () => divider) });
    expect(judgePayload(blocks(100), { surface: 'home' })).toEqual([]);
    expect(judgePayload(blocks(101), { surface: 'home' })).toHaveLength(1);
  });
});
