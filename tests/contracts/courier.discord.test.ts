import { expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../adapters/discord/start-discord.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { TOKEN } from '../discord/peer/answer-request.ts';
import { CHANNEL, DIRECT, READER } from '../discord/peer/build-events.ts';
import { startPeer } from '../discord/peer/discord-peer.ts';
import { type Component, markdownOf } from '../discord/peer/read-message.ts';
import { courierContract, type Delivered } from './courier.ts';

async function open(): Promise<Delivered> {
  const peer = await startPeer();
  onTestFinished(() => peer.close());
  const start = async () => {
    const { desk } = await aHarbourDesk();
    onTestFinished(() => desk.close());
    const log = openLog('silent', [], () => {});
    const config = { token: TOKEN, guildId: null, apiUrl: peer.apiUrl, editors: null };
    const running = await startDiscord({ desk, config, log, clock: () => new Date() });
    onTestFinished(() => running.stop());
    return running.courier;
  };
  return {
    courier: await start(),
    again: start,
    channel: { platform: 'discord', channel: CHANNEL, direct: false, name: '#desk' },
    direct: { platform: 'discord', channel: READER.id, direct: true, name: 'direct messages' },
    foreign: { platform: 'discord', channel: '400000000000000009', direct: false, name: '#other' },
    upsetNext: (upset) => peer.upsetNext(upset),
    standing: async ({ direct }) =>
      peer
        .standing(direct ? DIRECT : CHANNEL)
        .map(({ components }) => markdownOf(components as readonly Component[])),
    later: () => peer.forgetNonces(),
    complaints: () => peer.refusals,
  };
}

courierContract('Discord', open);

it('bears the name by which the outbox finds it for an address', async () => {
  const { courier, channel } = await open();
  expect(courier.platform).toBe('discord');
  expect(channel.platform).toBe(courier.platform);
});
