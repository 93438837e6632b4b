import { setTimeout as pause } from 'node:timers/promises';
import { readDiscordConfig } from '../../adapters/discord/settings.ts';
import { startDiscord } from '../../adapters/discord/start-discord.ts';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { readSlackConfig } from '../../adapters/slack/settings.ts';
import { startSlack } from '../../adapters/slack/start-slack.ts';
import { nameOwner, ownerMayLive } from '../../src/deliver/name-owner.ts';
import { openDeskAt } from '../../src/desk/open-desk-at.ts';
import { openLog } from '../../src/kernel/log.ts';
import { readConfig } from '../../src/kernel/settings/config.ts';

/** The bot with a faster clock. It is never asked to stop: the run kills it. */
const { env } = process;
const speed = Number(env['CRASH_SPEED']);
const began = Number(env['CRASH_BEGAN']);
const epoch = Number(env['CRASH_EPOCH']);
const clock = () => new Date(epoch + (Date.now() - began) * speed);

const config = readConfig(env, PLATFORMS);
const slack = readSlackConfig(env);
const discord = readDiscordConfig(env);
const log = openLog(config.logLevel, config.secrets, (line) => process.stderr.write(line));
const random = Math.random;
const desk = await openDeskAt({
  deskFile: null,
  archive: config.archive,
  platforms: PLATFORMS,
  clock,
  random,
  log,
});
if (!slack || !discord) throw new TypeError('both platforms are needed');
const started = await Promise.all([
  startSlack({ desk, config: slack, log, clock }),
  startDiscord({ desk, config: discord, log, clock }),
]);
const owner = nameOwner(process.pid, random);
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const delivering = desk.deliver({
  couriers: started.map(({ courier }) => courier),
  sleep: async (ms, signal) => {
    await pause(ms / speed, undefined, { signal }).catch(() => undefined);
  },
  owner,
  mayLive: (other) => ownerMayLive(other, owner, runs),
  watch: (event) => {
    if (event.kind === 'planned') process.send?.('planned');
  },
});
for (;;) {
  void delivering.tick();
  await pause(60_000 / speed);
}
