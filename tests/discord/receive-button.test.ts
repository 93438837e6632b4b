import { afterEach, describe, expect, test } from 'vitest';
import { openSampleDesk } from '../builders/a-desk.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { aSmallDesk } from './peer/a-small-desk.ts';
import { aPress, BOT, MANAGERS, tokenOf } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';
import { openConversation } from './peer/open-conversation.ts';
import { buttonsOf, liveMarkdown, markdownOf, quotedLines, quotedWords } from './peer/read-message.ts';
import type { SeenRequest } from './peer/read-request.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function talkAboutHarbour(refuse?: (request: SeenRequest) => { status: number; code: number } | null) {
  const peer = await startPeer(refuse ? { refuse } : {});
  closing.push(() => peer.close());
  const { desk } = await aHarbourDesk();
  const talk = await openConversation(desk, { peer });
  closing.push(async () => {
    await talk.close();
    await desk.close();
    expect(peer.refusals).toEqual([]);
  });
  return { talk, desk, peer };
}

const labels = (shown: { components: Parameters<typeof buttonsOf>[0] }) =>
  buttonsOf(shown.components).map(({ label }) => label);

describe('a button in Discord', () => {
  test('shows a quotation in its context, to whoever pressed it only', async () => {
    const { talk } = await talkAboutHarbour();
    const context = await talk.press(await talk.ask('who said', { words: 'run on time' }), 'Context');
    expect(context.isPrivate).toBe(true);
    expect(markdownOf(context.components)).toMatch(/^> “\*\*We .+ run on time,\*\*” .*Okafor/m);
  });

  test('shares an answer with everyone, names who shared it, and mentions nobody', async () => {
    const { talk } = await talkAboutHarbour();
    const answer = await talk.ask('who said', { words: 'run on time' });
    expect(answer.isPrivate).toBe(true);
    const click = talk.click(answer, 'Share with the channel', {
      nick: 'Anna <@200000000000000002> @everyone',
    });
    const shared = await talk.followUp(click);
    expect(shared.isPrivate).toBe(false);
    const shown = markdownOf(shared.components);
    expect(shown).toContain('Shared by Anna');
    expect(shown).toMatch(/^> “We .+ run on time,”$/m);
    expect(liveMarkdown(shown).filter(({ kind }) => kind === 'mention')).toEqual([]);
    expect(labels(shared)).not.toContain('Share with the channel');
  });

  test('shares once, however often it is pressed, and then says so', async () => {
    const { talk, peer } = await talkAboutHarbour();
    const answer = await talk.ask('who said', { words: 'run on time' });
    const messageId = peer.newId();
    const first = talk.click(answer, 'Share with the channel', { messageId });
    const second = talk.click(answer, 'Share with the channel', { messageId });
    const path = `/webhooks/${BOT.id}/${tokenOf(first.id)}/messages/@original`;
    const marked = await peer.next((seen) => seen.path === path);
    await peer.next((seen) => seen.path.startsWith(`/interactions/${second.id}/`));
    const used = buttonsOf(marked.body['components'] as never).find(({ label }) => label === 'Shared');
    expect(used?.disabled).toBe(true);
    await talk.running.stop();
    const posted = peer.requests.filter(
      ({ method, path: to }) => method === 'POST' && to.startsWith('/webhooks/'),
    );
    expect(posted).toHaveLength(1);
  });

  test('says so where Discord does not let it share', async () => {
    const { talk } = await talkAboutHarbour(({ method, path, body }) =>
      method === 'POST' && path.startsWith('/webhooks/') && !(Number(body['flags']) & 64)
        ? { status: 403, code: 50013 }
        : null,
    );
    const click = talk.click(await talk.ask('latest'), 'Share with the channel');
    const path = `/webhooks/${BOT.id}/${tokenOf(click.id)}`;
    const told = await talk.peer.next(
      (seen) => seen.path === path && Boolean(Number(seen.body['flags']) & 64),
    );
    expect(markdownOf(told.body['components'] as never)).toContain('does not let me post in this channel');
  });

  test('shares when it is pressed again after a failure that passed', async () => {
    let broken = true;
    const { talk, peer } = await talkAboutHarbour(({ method, path, body }) =>
      broken && method === 'POST' && path.startsWith('/webhooks/') && !(Number(body['flags']) & 64)
        ? { status: 400, code: 0 }
        : null,
    );
    const answer = await talk.ask('latest');
    const messageId = peer.newId();
    const first = talk.click(answer, 'Share with the channel', { messageId });
    const told = await peer.next(
      ({ path, body }) => path.includes(first.id) && Boolean(Number(body['flags']) & 64),
    );
    expect(markdownOf(told.body['components'] as never)).toContain('Ask again in a moment');
    broken = false;
    const shared = await talk.followUp(talk.click(answer, 'Share with the channel', { messageId }));
    expect(markdownOf(shared.components)).toContain('Shared by Anna');
  });

  test('offers no sharing in a direct message with the bot, and answers there in the open', async () => {
    const { talk } = await talkAboutHarbour();
    const answer = await talk.ask('who said', { words: 'run on time' }, 'direct');
    expect(labels(answer)).toEqual(['Context']);
    expect((await talk.press(answer, 'Context', { place: 'direct' })).isPrivate).toBe(false);
  });

  test('offers sharing where the reader has installed the bot for themselves', async () => {
    const { talk } = await talkAboutHarbour();
    const answer = await talk.ask('who said', { words: 'run on time' }, 'elsewhere');
    expect(answer.isPrivate).toBe(true);
    expect(labels(answer)).toContain('Share with the channel');
  });

  test.each([
    'verbatim:ask:ffffffffffffffff:0:0',
    'verbatim:share:ffffffffffffffff:0:0',
    'something else',
    'verbatim:burn:1:0:0',
  ])('says in one sentence that it does not know %j any more', async (customId) => {
    const { talk, peer } = await talkAboutHarbour();
    const id = peer.newId();
    peer.dispatch('INTERACTION_CREATE', aPress({ id }, customId, peer.newId()));
    const told = await peer.next((seen) => seen.path.startsWith(`/interactions/${id}/`));
    const data = told.body['data'] as { flags: number; components: never };
    expect(markdownOf(data.components)).toBe(
      'This button is from an older archive. Ask again with /harbour.',
    );
    expect(data.flags & 64).toBe(64);
    expect(talk.logged.some((line) => line.includes('"level":50'))).toBe(false);
  });

  test('that carries a line only editors may say is refused to readers, and answered to editors', async () => {
    const { desk, peer } = await talkAboutHarbour();
    const token = await desk.keepLine('remove 1');
    const pressed = async (action: string, roles: readonly string[]) => {
      const id = peer.newId();
      const customId = `verbatim:${action}:${token}:0:0`;
      peer.dispatch('INTERACTION_CREATE', aPress({ id, roles }, customId, peer.newId()));
      const seen = await peer.next(
        ({ path, body }) => path.startsWith(`/webhooks/${BOT.id}/${tokenOf(id)}`) && 'components' in body,
      );
      const isPrivate = seen.method === 'PATCH' || Boolean(Number(seen.body['flags']) & 64);
      return { isPrivate, said: markdownOf(seen.body['components'] as never) };
    };
    for (const action of ['ask', 'share']) {
      const { said, isPrivate } = await pressed(action, []);
      expect(said).toContain('Only editors may use “remove” here. Ask someone who may manage this server.');
      expect(isPrivate).toBe(true);
    }
    expect((await pressed('ask', [MANAGERS])).said).not.toContain('Only editors');
  });

  test('leads through every page and every part of a long answer', async () => {
    const small = await aSmallDesk();
    const said = Array.from({ length: 12 }, (_, index) =>
      `Promise number ${index}: ${'the boats shall run on time, '.repeat(40)}`.trim(),
    );
    for (const words of said) await small.put(words);
    const peer = await startPeer();
    closing.push(() => peer.close());
    const talk = await openConversation(small.desk, { peer });
    closing.push(() => talk.close());
    const seen = new Set<string>();
    let shown = await talk.ask('said', { person: 'Okafor' });
    for (let presses = 0; presses < 20; presses += 1) {
      for (const quote of quotedLines(markdownOf(shown.components))) seen.add(quotedWords(quote));
      const next = labels(shown).find((label) => label === 'Show the rest' || label === 'More');
      if (!next) break;
      shown = await talk.press(shown, next);
    }
    expect([...seen].sort()).toEqual([...said].sort());
    expect(peer.refusals).toEqual([]);
  });

  test('works after the bot was stopped and started again on the same archive', async () => {
    const peer = await startPeer();
    closing.push(() => peer.close());
    const before = await openSampleDesk();
    closing.push(() => before.close());
    const example = before.desk.commands.find(({ name }) => name === 'who said')?.examples[0] ?? '';
    const talk = await openConversation(before.desk, { peer });
    const answer = await talk.say(example);
    await talk.close();
    const after = await openSampleDesk({ archiveFile: before.archiveFile });
    closing.push(() => after.close());
    const again = await openConversation(after.desk, { peer });
    closing.push(() => again.close());
    const context = await again.press(answer, 'Context');
    expect(quotedLines(markdownOf(context.components)).length).toBeGreaterThan(0);
    expect(peer.refusals).toEqual([]);
  });
});
