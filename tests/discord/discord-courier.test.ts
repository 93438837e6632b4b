// As in the product, where the reader of pages has loaded its own before: then it is the connections of this version that carry requests.
import 'undici';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../adapters/discord/start-discord.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import { openLog } from '../../src/kernel/log.ts';
import { drawChart } from '../../src/render/draw-chart.ts';
import { aCard, aPictureBlock } from '../builders/a-card.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { TOKEN } from './peer/answer-request.ts';
import { CHANNEL } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';
import { type Component, markdownOf } from './peer/read-message.ts';

const channel: Destination = { platform: 'discord', channel: CHANNEL, direct: false, name: '#desk' };
const pictured = aCard({ blocks: [aPictureBlock(), ...aCard().blocks] });

async function opened() {
  const peer = await startPeer();
  onTestFinished(() => peer.close());
  const { desk } = await aHarbourDesk();
  onTestFinished(() => desk.close());
  const config = { token: TOKEN, guildId: null, apiUrl: peer.apiUrl, editors: null };
  const log = openLog('silent', [], () => {});
  const running = await startDiscord({ desk, config, log, clock: () => new Date() });
  onTestFinished(() => running.stop());
  const posts = () => peer.requests.filter(({ path }) => path === `/channels/${CHANNEL}/messages`);
  return { peer, courier: running.courier, posts };
}

describe('what Discord says of a delivery', () => {
  it.each([
    [404, 10_003, 'refused', 'the channel is gone'],
    [403, 50_001, 'refused', 'I may not see the channel'],
    [403, 50_013, 'refused', 'I may not send messages there'],
    [403, 50_007, 'refused', 'takes no direct messages'],
    [401, 0, 'later', 'Discord says no'],
    [400, 50_035, 'later', 'Discord says no'],
    [502, 0, 'uncertain', 'out of order'],
  ])('with HTTP %i and code %i comes to %s, in plain words', async (status, code, kind, words) => {
    const { peer, courier, posts } = await opened();
    peer.upsetNext({ kind: 'refused', status, code });
    const outcome = await courier.send(channel, aCard(), 'key');
    expect(outcome).toMatchObject({ kind, reason: expect.stringContaining(words) as string });
    expect(posts()).toHaveLength(1);
    // Also after a 401, for which the library forgets its token.
    expect((await courier.send(channel, aCard(), 'key')).kind).toBe('sent');
  });

  it('when it cannot be reached at all comes to later', async () => {
    const { peer, courier } = await opened();
    await peer.close();
    // A connection that was kept open breaks in use: that is uncertain once.
    await courier.send(channel, aCard(), 'key');
    expect((await courier.send(channel, aCard(), 'key')).kind).toBe('later');
    expect((await courier.find(channel, 'key', new Date())).kind).toBe('unknown');
  });

  it('twice within some minutes is the first message again', async () => {
    const { peer, courier } = await opened();
    const first = await courier.send(channel, aCard(), 'key');
    expect(await courier.send(channel, aCard(), 'key')).toEqual(first);
    expect(peer.standing(CHANNEL)).toHaveLength(1);
  });
});

describe('a picture in Discord', () => {
  // The first one a process draws starts the painter, which is slow enough for kept connections to be closed meanwhile.
  beforeAll(() => drawChart(aPictureBlock().chart));

  it('goes along with the message, with its words', async () => {
    const { peer, courier, posts } = await opened();
    expect((await courier.send(channel, pictured, 'key')).kind).toBe('sent');
    expect(posts()[0]?.files).toEqual(['picture-1.png']);
    expect(JSON.stringify(posts()[0]?.body['components'])).toContain(aPictureBlock().alt);
    expect(peer.refusals).toEqual([]);
  });

  it('is said in words where files are not taken, and the message arrives', async () => {
    const { peer, courier, posts } = await opened();
    peer.upsetNext({ kind: 'refused', status: 403, code: 50_013 });
    expect((await courier.send(channel, pictured, 'key')).kind).toBe('sent');
    expect(posts().at(-1)?.files).toEqual([]);
    const text = markdownOf((peer.standing(CHANNEL)[0]?.components ?? []) as readonly Component[]);
    expect(text).toContain('-# Articles a day, 19 to 21 Apr 2024\\: Harbour Post 4, Coast Daily 2.');
    expect(text).toContain('We will keep talking until the boats run on time');
    expect(peer.refusals).toEqual([]);
  });
});
