import { describe, expect, test } from 'vitest';
import { judgeRequest } from './peer/judge-payload.ts';

const V2 = 1 << 15;
const none = { parse: [] };
const text = (length: number) => ({ type: 10, content: 'x'.repeat(length) });
const button = (over: object = {}) => ({ type: 2, style: 2, label: 'More', custom_id: 'a', ...over });
const row = (...components: object[]) => ({ type: 1, components });
const message = (over: object) => ({ flags: V2, allowed_mentions: none, components: [text(1)], ...over });

const REFUSED: readonly [string, object][] = [
  ['text over 4,000 in one display', message({ components: [text(4_001)] })],
  ['text over 4,000 in all', message({ components: [text(3_000), text(1_001)] })],
  ['more than 40 components', message({ components: Array.from({ length: 41 }, () => text(1)) })],
  [
    'more than 40 components, nested ones counted',
    message({
      components: Array.from({ length: 14 }, (_, i) =>
        row(button({ custom_id: `a${i}` }), button({ custom_id: `b${i}` })),
      ),
    }),
  ],
  ['content beside components', message({ content: 'x' })],
  ['blank text', message({ components: [{ type: 10, content: '  \n' }] })],
  ['an empty message', message({ components: [] })],
  [
    'six buttons in a row',
    message({ components: [row(...'abcdef'.split('').map((custom_id) => button({ custom_id })))] }),
  ],
  ['an empty row', message({ components: [row()] })],
  ['a label over 80', message({ components: [row(button({ label: 'x'.repeat(81) }))] })],
  ['an empty label', message({ components: [row(button({ label: '' }))] })],
  ['a custom_id over 100', message({ components: [row(button({ custom_id: 'x'.repeat(101) }))] })],
  ['the same custom_id twice', message({ components: [row(button(), button())] })],
  ['no allowed_mentions', { flags: V2, components: [text(1)] }],
  ['mentions allowed', message({ allowed_mentions: { parse: ['everyone'] } })],
  ['a pinged reply', message({ allowed_mentions: { parse: [], replied_user: true } })],
  ['half a character', message({ components: [{ type: 10, content: '\uD83D' }] })],
  ['a control character', message({ components: [{ type: 10, content: 'a\u0000' }] })],
  ['a direction override', message({ components: [{ type: 10, content: 'a\u202E' }] })],
  ['content over 2,000', { content: 'x'.repeat(2_001), allowed_mentions: none }],
  [
    'embeds over 6,000 in all',
    {
      embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }],
      allowed_mentions: none,
    },
  ],
  ['an empty field name', { embeds: [{ fields: [{ name: '', value: 'x' }] }], allowed_mentions: none }],
  [
    'six rows',
    {
      content: 'x',
      components: 'abcdef'.split('').map((custom_id) => row(button({ custom_id }))),
      allowed_mentions: none,
    },
  ],
];

describe('the judge of Discord’s limits', () => {
  test('takes a message within them', () => {
    expect(
      judgeRequest('POST', '/channels/1/messages', message({ components: [text(4_000 - 4), row(button())] })),
    ).toEqual([]);
  });

  test.each(REFUSED)('refuses %s', (_, body) => {
    expect(judgeRequest('POST', '/channels/1/messages', body)).not.toEqual([]);
    expect(judgeRequest('PATCH', '/webhooks/1/token/messages/@original', body)).not.toEqual([]);
  });

  test('refuses too many choices, and empty or over-long ones', () => {
    const judge = (choices: object[]) =>
      judgeRequest('POST', '/interactions/1/token/callback', { type: 8, data: { choices } });
    expect(judge([{ name: 'a', value: 'a' }])).toEqual([]);
    expect(judge(Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' })))).not.toEqual([]);
    expect(judge([{ name: '', value: 'a' }])).not.toEqual([]);
    expect(judge([{ name: 'a', value: 'a'.repeat(101) }])).not.toEqual([]);
  });

  test('refuses commands that Discord would', () => {
    const judge = (over: object) =>
      judgeRequest('PUT', '/applications/1/commands', [{ type: 1, name: 'desk', description: 'd', ...over }]);
    const option = (name: string, required: boolean) => ({ type: 3, name, description: 'd', required });
    expect(judge({ options: [option('a', true), option('b', false)] })).toEqual([]);
    expect(judge({ name: 'Desk' })).not.toEqual([]);
    expect(judge({ name: 'x'.repeat(33) })).not.toEqual([]);
    expect(judge({ description: '' })).not.toEqual([]);
    expect(judge({ description: 'x'.repeat(101) })).not.toEqual([]);
    expect(judge({ options: [option('a', false), option('b', true)] })).not.toEqual([]);
    expect(judge({ options: [option('A', false)] })).not.toEqual([]);
    expect(judge({ options: [option('a', false), option('a', false)] })).not.toEqual([]);
  });
});
