import { afterEach, describe, expect, test } from 'vitest';
import { discordRegistration } from '../../adapters/discord/connect/write-registration.ts';
import { startDiscord } from '../../adapters/discord/start-discord.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aHarbourDesk, HARBOUR } from '../builders/a-harbour-desk.ts';
import { TOKEN } from './peer/answer-request.ts';
import { SERVER } from './peer/build-events.ts';
import { type Peer, startPeer } from './peer/discord-peer.ts';
import type { SeenRequest } from './peer/read-request.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function aPeer(options: Parameters<typeof startPeer>[0] = {}): Promise<Peer> {
  const peer = await startPeer(options);
  closing.push(() => peer.close());
  return peer;
}

async function start(
  apiUrl: string,
  { token = TOKEN, guildId = null as string | null, startWithinMs = 5_000 } = {},
) {
  const { desk } = await aHarbourDesk();
  const lines: string[] = [];
  const log = openLog('debug', [], (line) => lines.push(line));
  const config = { token, guildId, apiUrl, editors: null };
  try {
    const running = await startDiscord({ desk, config, log, clock: () => new Date(), startWithinMs });
    closing.push(() => running.stop());
    return { running, lines, fault: null };
  } catch (error) {
    return { running: null, lines, fault: error };
  } finally {
    closing.push(() => desk.close());
  }
}

const puts = (peer: Peer): SeenRequest[] => peer.requests.filter(({ method }) => method === 'PUT');

describe('starting in Discord', () => {
  test('registers the desk’s command, and says where it answers', async () => {
    const peer = await aPeer();
    const { running } = await start(peer.apiUrl);
    expect(running?.describe).toBe('Discord as Verbatim: /harbour in 1 server and direct messages');
    expect(puts(peer).map(({ path, body }) => [path, body])).toEqual([
      ['/applications/200000000000000001/commands', discordRegistration(HARBOUR)],
    ]);
    expect(peer.refusals).toEqual([]);
  });

  test('registers nothing when Discord has the same already', async () => {
    const peer = await aPeer();
    await (await start(peer.apiUrl)).running?.stop();
    await start(peer.apiUrl);
    expect(puts(peer)).toHaveLength(1);
  });

  test('registers again when anything differs', async () => {
    const [command] = discordRegistration(HARBOUR);
    const peer = await aPeer({ commands: [{ ...command, id: '1', version: '1', description: 'Older.' }] });
    await start(peer.apiUrl);
    expect(puts(peer)).toHaveLength(1);
  });

  test('registers in one server only, where one is named, and only once', async () => {
    const peer = await aPeer();
    const { running } = await start(peer.apiUrl, { guildId: SERVER });
    expect(running?.describe).toBe('Discord as Verbatim: /harbour in one server');
    await running?.stop();
    await start(peer.apiUrl, { guildId: SERVER });
    expect(puts(peer).map(({ path }) => path)).toEqual([
      `/applications/200000000000000001/guilds/${SERVER}/commands`,
    ]);
    expect(peer.refusals).toEqual([]);
  });

  test('connects again by itself when Discord drops the connection', async () => {
    const peer = await aPeer();
    const { lines } = await start(peer.apiUrl);
    peer.dropConnections();
    await expect
      .poll(() => lines.some((line) => line.includes('connected to Discord again')), { timeout: 5_000 })
      .toBe(true);
  });

  test('stops without leaving a connection', async () => {
    const peer = await aPeer();
    const { running } = await start(peer.apiUrl);
    expect(peer.connections).toBe(1);
    await running?.stop();
    await expect.poll(() => peer.connections).toBe(0);
  });
});

describe('what hinders a start', () => {
  const fault = (code: string, remedy: RegExp) =>
    expect.objectContaining({ code, remedy: expect.stringMatching(remedy) as string });

  test('is a token that Discord’s API refuses', async () => {
    const peer = await aPeer({ token: 'another' });
    const { fault: found } = await start(peer.apiUrl);
    expect(found).toBeInstanceOf(Fault);
    expect(found).toEqual(fault('token-refused', /DISCORD_TOKEN/));
  });

  test('is a token that Discord’s gateway refuses', async () => {
    const peer = await aPeer({ closeWith: 4004 });
    expect((await start(peer.apiUrl)).fault).toEqual(fault('token-refused', /Reset Token/));
  });

  test('is a switch that is off at Discord', async () => {
    const peer = await aPeer({ closeWith: 4014 });
    expect((await start(peer.apiUrl)).fault).toEqual(fault('token-refused', /Message Content Intent/));
  });

  test('is a server that the bot is not in', async () => {
    const refuse = ({ path }: SeenRequest) =>
      path.includes('/guilds/') ? { status: 403, code: 50001 } : null;
    const peer = await aPeer({ refuse });
    expect((await start(peer.apiUrl, { guildId: SERVER })).fault).toEqual(
      fault('config-invalid', /DISCORD_GUILD_ID/),
    );
  });

  test('is an API that does not answer', async () => {
    const gone = await startPeer();
    const { apiUrl } = gone;
    await gone.close();
    const { fault: found } = await start(apiUrl);
    expect(found).toEqual(fault('platform-unreachable', /network/));
    expect(found).toMatchObject({ retryable: true });
  });

  test('is an API that is out of order', async () => {
    const peer = await aPeer({ refuse: () => ({ status: 503, code: 0 }) });
    expect((await start(peer.apiUrl)).fault).toEqual(fault('platform-unreachable', /network/));
  });

  test('is a gateway that cannot be reached, which is not dialled for ever', async () => {
    const gone = await startPeer();
    const { port } = gone;
    await gone.close();
    const peer = await aPeer({ gatewayUrl: `ws://127.0.0.1:${port}` });
    const { fault: found, lines } = await start(peer.apiUrl, { startWithinMs: 300 });
    expect(found).toEqual(fault('platform-unreachable', /network/));
    const dialled = () => lines.filter((line) => line.includes('Connecting to ws')).length;
    const before = dialled();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(dialled() - before).toBeLessThanOrEqual(1);
  });

  test.each(['', '.with.dots', 'short'])('never shows the token in a log or a fault (%j)', async (kind) => {
    const token = `${TOKEN}${kind}`;
    for (const peer of [await aPeer(), await aPeer({ token }), await aPeer({ token, closeWith: 4004 })]) {
      const { fault: found, lines } = await start(peer.apiUrl, { token });
      const seen = `${lines.join('')}${String(found)}${JSON.stringify(found)}${String((found as Error | null)?.cause)}`;
      for (const part of [token, TOKEN, ...TOKEN.split('.').filter((one) => one.length > 8)])
        expect(seen).not.toContain(part);
    }
  });
});
