import { expect, test } from 'vitest';
import { openClient } from '../../adapters/discord/connect/open-client.ts';
import { openLog } from '../../src/kernel/log.ts';
import { TOKEN } from './peer/answer-request.ts';
import { BOT, CHANNEL } from './peer/build-events.ts';
import { startPeer } from './peer/discord-peer.ts';

test('a message that says nothing of mentions mentions nobody all the same', async () => {
  const peer = await startPeer();
  const config = { token: TOKEN, guildId: null, apiUrl: peer.apiUrl, editors: null };
  const client = openClient(
    config,
    openLog('silent', [], () => {}),
  );
  try {
    const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
    await client.login(TOKEN);
    await ready;
    const channel = client.channels.cache.get(CHANNEL);
    if (!(channel instanceof Object && 'send' in channel)) throw new TypeError('no channel');
    await (channel as { send: (content: string) => Promise<unknown> }).send(`@everyone <@${BOT.id}>`);
    const sent = peer.requests.find(({ path }) => path === `/channels/${CHANNEL}/messages`);
    expect(sent?.body['allowed_mentions']).toEqual({ parse: [], replied_user: false });
    expect(peer.refusals).toEqual([]);
  } finally {
    await client.destroy();
    await peer.close();
  }
});
