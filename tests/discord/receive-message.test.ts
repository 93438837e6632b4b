import { afterEach, describe, expect, test } from 'vitest';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { aMessage, BOT, CHANNEL, DIRECT, READER } from './peer/build-events.ts';
import { openConversation } from './peer/open-conversation.ts';
import { markdownOf } from './peer/read-message.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function talkAboutHarbour() {
  const { desk } = await aHarbourDesk();
  const talk = await openConversation(desk);
  closing.push(async () => {
    await talk.close();
    await desk.close();
    expect(talk.peer.refusals).toEqual([]);
  });
  return talk;
}

describe('a message in Discord', () => {
  test('is answered in a direct message, as a typed line or as a question', async () => {
    const talk = await talkAboutHarbour();
    for (const line of ['who said run on time', '/harbour who said run on time', 'what did Okafor say?'])
      expect(markdownOf((await talk.say(line)).components)).toMatch(/^> “We .+ run on time,”$/m);
    const [posted] = talk.peer.requests.filter(({ path }) => path === `/channels/${DIRECT}/messages`);
    expect(posted?.body['allowed_mentions']).toEqual({ parse: [], replied_user: false });
    expect(Number(posted?.body['flags']) & 4).toBe(4);
  });

  test('is greeted with what the desk holds when it asks nothing', async () => {
    const talk = await talkAboutHarbour();
    for (const line of ['', `<@${BOT.id}>`, '/harbour'])
      expect(markdownOf((await talk.say(line)).components)).toContain('The desk holds 3 articles');
  });

  test('is answered in a server when it names the bot, as a reply that pings nobody', async () => {
    const talk = await talkAboutHarbour();
    const answer = await talk.say(`<@${BOT.id}> who said run on time`, 'server');
    expect(markdownOf(answer.components)).toContain('boats run on time');
    const posted = talk.peer.requests.find(({ path }) => path === `/channels/${CHANNEL}/messages`);
    expect(posted?.body['message_reference']).toMatchObject({ fail_if_not_exists: false });
    expect(posted?.body['allowed_mentions']).toEqual({ parse: [], replied_user: false });
  });

  test('is left alone when it is a bot’s, a notice, or in a server and not to the bot', async () => {
    const talk = await talkAboutHarbour();
    const left = [
      aMessage({
        id: '1',
        content: 'who said run on time',
        author: { ...READER, id: '200000000000000009', bot: true },
      }),
      aMessage({ id: '2', content: 'who said run on time', author: BOT }),
      aMessage({ id: '3', content: 'who said run on time', place: 'server' }),
      aMessage({ id: '4', content: '@everyone who said run on time', place: 'server' }),
      aMessage({ id: '5', content: `<@${BOT.id}>`, place: 'server', type: 7 }),
    ];
    for (const message of left) talk.peer.dispatch('MESSAGE_CREATE', message);
    await talk.say('latest');
    expect(talk.peer.requests.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  });

  test('is answered once, also when Discord tells of it twice', async () => {
    const talk = await talkAboutHarbour();
    const message = aMessage({ id: '700000000000000777', content: 'latest' });
    talk.peer.dispatch('MESSAGE_CREATE', message);
    talk.peer.dispatch('MESSAGE_CREATE', message);
    await talk.say('help');
    await talk.running.stop();
    expect(talk.peer.requests.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(2);
  });

  test('that could not be answered is answered when Discord tells of it again, once', async () => {
    const { desk } = await aHarbourDesk();
    const talk = await openConversation(desk);
    closing.push(() => talk.close());
    talk.peer.upsetNext({ kind: 'refused', status: 400, code: 0 });
    const message = aMessage({ id: '700000000000000778', content: 'latest' });
    const posted = () => talk.peer.requests.filter(({ path }) => path.endsWith('/messages')).length;
    talk.peer.dispatch('MESSAGE_CREATE', message);
    // The answer, and the sentence that says it could not be shown.
    await expect.poll(posted).toBe(2);
    talk.peer.dispatch('MESSAGE_CREATE', message);
    await expect.poll(posted).toBe(3);
    talk.peer.dispatch('MESSAGE_CREATE', message);
    await talk.say('help');
    await talk.running.stop();
    expect(posted()).toBe(4);
  });

  test('is told of a fault in one sentence with a reference that is in the log', async () => {
    const { desk } = await aHarbourDesk();
    const broken = { ...desk, keepLine: () => Promise.reject(new Error('the disk is gone')) };
    const talk = await openConversation(broken);
    closing.push(() => talk.close());
    const told = markdownOf((await talk.say('who said run on time')).components);
    const reference = /reference\\: (\d+)/.exec(told)?.[1] ?? 'none';
    expect(told).not.toContain('disk');
    expect(talk.logged.some((line) => line.includes(reference) && line.includes('the disk is gone'))).toBe(
      true,
    );
  });
});
