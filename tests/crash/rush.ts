import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { slackManifest } from '../../adapters/slack/connect/write-manifest.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { loadDesk } from '../../src/desk/load-desk.ts';
import { SAMPLE_DESK } from '../../src/desk/open-desk-at.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import { aCommand as aDiscordCommand, someOptions } from '../discord/peer/build-events.ts';
import { startPeer } from '../discord/peer/discord-peer.ts';
import { aCommand as aSlackCommand } from '../slack/peer/send-signed.ts';
import { openSlackPeer } from '../slack/peer/slack-peer.ts';
import { ASKER } from '../slack/peer/workspace.ts';
import { openLimitProxy } from './limit-proxy.ts';
import { ownFolder } from './own-folder.ts';
import { kill, startBot } from './start-bot.ts';

/** Channels of each platform, over which the schedules are spread. */
const CHANNELS = 25;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The platforms' limit for acknowledging a command, in ms. */
const ACKNOWLEDGED_WITHIN_MS = 3_000;
const GIVE_UP_MS = 600_000;

const { values } = parseArgs({ options: { schedules: { type: 'string', default: '500' } } });
process.exitCode = await run(Number(values.schedules));

/** Sends many schedules that are due at one instant while readers ask. Prints how long it took; gives the exit code. */
async function run(schedules: number): Promise<number> {
  const folder = ownFolder('verbatim-rush-');
  const archiveFile = join(folder, 'archive.sqlite');
  const desk = loadDesk(SAMPLE_DESK, PLATFORMS);
  const manifest = slackManifest(desk) as { oauth_config: { scopes: { bot: string[] } } };
  const slack = await openSlackPeer({ botScopes: manifest.oauth_config.scopes.bot });
  const discordChannels = Array.from({ length: CHANNELS }, (_, n) =>
    String(410_000_000_000_000_000n + BigInt(n)),
  );
  const discord = await startPeer({ channels: discordChannels });
  const addresses: Destination[] = [];
  for (const [n, channel] of discordChannels.entries()) {
    const made = await slack.makeChannel(`desk-${n}`);
    addresses.push(
      { platform: 'slack', channel: made, direct: false, name: `#desk-${n}` },
      { platform: 'discord', channel, direct: false, name: `#desk-${n}` },
    );
  }
  // Slack: one message a second a channel, several hundred a minute in all; Discord: five in five seconds a channel, 50 a second in all.
  const slackLine = await openLimitProxy({
    target: new URL(slack.apiUrl).origin,
    channelOf: (_method, url, body) =>
      url.endsWith('/chat.postMessage') ? new URLSearchParams(body).get('channel') : null,
    channel: { most: 1, withinMs: 1_000 },
    all: { most: 300, withinMs: 60_000 },
  });
  const discordLine = await openLimitProxy({
    target: new URL(discord.apiUrl).origin,
    channelOf: (method, url) =>
      method === 'POST' ? (/\/channels\/(\d+)\/messages$/.exec(url)?.[1] ?? null) : null,
    channel: { most: 5, withinMs: 5_000 },
    all: { most: 50, withinMs: 1_000 },
  });

  const began = Date.now();
  const epoch = began - 40 * DAY_MS;
  const slot = new Date(Math.floor(epoch / 60_000) * 60_000);
  await place(archiveFile, schedules, { addresses, slot });
  const bot = startBot({
    archiveFile,
    slack: slackLine.origin,
    discord: discordLine.origin,
    began,
    epoch,
    speed: 1,
  });
  await new Promise((resolve) => bot.once('message', resolve));
  const planned = Date.now();
  const archive = openSqliteArchive({ file: archiveFile });
  const acknowledged: { slack: number[]; discord: number[] } = { slack: [], discord: [] };
  let sent = 0;
  for (let n = 0; sent < schedules && Date.now() - planned < GIVE_UP_MS; n += 1) {
    const id = String(910_000_000_000_000_000n + BigInt(n));
    const [slackMs, discordMs] = await Promise.all([
      slack.sendEnvelope(
        'slash_commands',
        aSlackCommand({
          command: `/${desk.command}`,
          text: 'who said sustained conversation',
          response_url: slack.responseUrl(`rush-${n}`),
        }),
      ),
      askDiscord(discord, desk.command, id),
    ]);
    acknowledged.slack.push(slackMs);
    acknowledged.discord.push(discordMs);
    sent = (await archive.deliveries.counts()).sent ?? 0;
    await pause(250);
  }
  const took = (line: { taken: readonly number[] }) =>
    `${line.taken.length} messages, the last after ${(((line.taken.at(-1) ?? planned) - planned) / 1_000).toFixed(1)} s`;
  const lines = [
    `schedules due in one minute: ${schedules} · sent: ${sent}`,
    `Slack: ${took(slackLine)} · refused for being too many: ${slackLine.refused()}`,
    `Discord: ${took(discordLine)} · refused for being too many: ${discordLine.refused()}`,
    `questions meanwhile: ${acknowledged.slack.length} on each platform · acknowledged, ms: Slack ${spread(acknowledged.slack)} · Discord ${spread(acknowledged.discord)}`,
    `requests the platforms found wrong: ${slack.complaints.length + discord.refusals.length}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  await kill(bot);
  await archive.close();
  await Promise.all([slackLine.close(), discordLine.close()]);
  await Promise.all([slack.close(), discord.close()]);
  const slowest = Math.max(...acknowledged.slack, ...acknowledged.discord);
  const well =
    sent === schedules && slackLine.taken.length >= schedules / 2 && slowest < ACKNOWLEDGED_WITHIN_MS;
  return well && !slack.complaints.length && !discord.refusals.length ? 0 : 1;
}

async function place(
  archiveFile: string,
  schedules: number,
  { addresses, slot }: { addresses: readonly Destination[]; slot: Date },
): Promise<void> {
  const archive = openSqliteArchive({ file: archiveFile });
  for (let n = 0; n < schedules; n += 1) {
    const destination = addresses[n % addresses.length];
    if (!destination) continue;
    await archive.schedules.add({
      destination,
      cadence: { kind: 'days', days: [1, 2, 3, 4, 5, 6, 7], times: [slot.toISOString().slice(11, 16)] },
      zone: 'UTC',
      line: n % 3 ? 'latest' : 'brief since 2023-10-01',
      quietWhenNothing: false,
      createdBy: { id: ASKER, name: 'editor', address: null },
      createdAt: new Date(slot.getTime() - HOUR_MS).toISOString(),
      origin: null,
      nextSlot: slot.toISOString(),
    });
  }
  await archive.close();
}

/** The time until a Discord command is acknowledged, in ms. */
async function askDiscord(
  discord: Awaited<ReturnType<typeof startPeer>>,
  command: string,
  id: string,
): Promise<number> {
  const from = discord.requests.length;
  const before = performance.now();
  const options = someOptions('who said', { words: 'sustained conversation' });
  discord.dispatch(
    'INTERACTION_CREATE',
    aDiscordCommand({ id, place: 'server' }, { name: command, options }),
  );
  await discord.next(({ path }) => path.startsWith(`/interactions/${id}/`), from);
  return performance.now() - before;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `median ${at(0.5)}, 99th ${at(0.99)}, longest ${at(1)}`;
}
