import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { choicesFor } from '../../adapters/discord/listen/complete-option.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { aSmallDesk } from './peer/a-small-desk.ts';
import { hostileText } from './peer/hostile-text.ts';
import { judgeRequest } from './peer/judge-payload.ts';
import { openConversation } from './peer/open-conversation.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('what Discord offers while a reader types', () => {
  test('is people, outlets and quotations, each where it belongs', async () => {
    const { desk } = await aHarbourDesk();
    const talk = await openConversation(desk);
    closing.push(() => talk.close());
    expect(await talk.complete('said', 'person', 'ok')).toEqual([
      { name: 'Ines Okafor', value: 'Ines Okafor' },
    ]);
    expect(await talk.complete('find', 'by', 'tommy')).toEqual([
      { name: 'Tom Sandoval', value: 'Tom Sandoval' },
    ]);
    expect((await talk.complete('who said', 'in', 'coast')).map(({ value }) => value)).toEqual([
      'Coast Daily',
    ]);
    expect((await talk.complete('who said', 'words', 'dredging')).map(({ value }) => value)).toEqual([
      'Dredging is a promise we keep,',
    ]);
    expect((await talk.complete('help', 'command', 'who')).map(({ value }) => value)).toContain('who said');
    expect(await talk.complete('who said', 'since', '2023')).toEqual([]);
    expect(talk.peer.refusals).toEqual([]);
  });

  test('is a beginning of a long quotation, said to be cut, that finds it when chosen', async () => {
    const small = await aSmallDesk(() => new Date());
    const words =
      'It takes two harbours to make one crossing, and in the end a crossing is what everybody on both of these long quays came here for.';
    await small.put(words);
    const talk = await openConversation({ ...small.desk, complete: () => [words] });
    closing.push(() => talk.close());
    const [choice] = await talk.complete('who said', 'words', 'two harbours');
    expect(choice?.name.endsWith('…')).toBe(true);
    expect(words.startsWith(choice?.value ?? 'x')).toBe(true);
    expect(choice?.value.length).toBeGreaterThan(60);
    const { card } = await small.desk.replyToValues('who said', { words: choice?.value });
    expect(card.blocks[0]).toMatchObject({ kind: 'quotation', wordings: [{ words }] });
  });

  test('is never more or longer than Discord takes, whatever is typed and whatever the archive holds', async () => {
    const { desk } = await aHarbourDesk();
    fc.assert(
      fc.property(hostileText, fc.array(hostileText, { maxLength: 40 }), (typed, held) => {
        for (const from of [desk, { ...desk, complete: () => held }]) {
          const choices = choicesFor(from, { command: 'who said', option: 'words', typed });
          expect(
            judgeRequest('POST', '/interactions/1/token/callback', { type: 8, data: { choices } }),
          ).toEqual([]);
        }
      }),
    );
  });

  test('is nothing for a command or an option nobody knows', async () => {
    const { desk } = await aHarbourDesk();
    expect(choicesFor(desk, { command: 'no such', option: 'words', typed: 'a' })).toEqual([]);
    expect(choicesFor(desk, { command: 'who said', option: 'page', typed: '2' })).toEqual([]);
  });
});
