import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { PLATFORMS } from '../../adapters/platforms.ts';
import { slackManifest } from '../../adapters/slack/connect/write-manifest.ts';
import type { Archive } from '../../src/archive/port.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { loadDesk } from '../../src/desk/load-desk.ts';
import { SAMPLE_DESK } from '../../src/desk/open-desk-at.ts';
import { seededRandom } from '../builders/make-copies.ts';
import { DIRECT, CHANNEL as DISCORD_CHANNEL } from '../discord/peer/build-events.ts';
import { startPeer } from '../discord/peer/discord-peer.ts';
import { openSlackPeer } from '../slack/peer/slack-peer.ts';
import { CHANNEL as SLACK_CHANNEL } from '../slack/peer/workspace.ts';
import { type Arrivals, countDiscord, countSlack } from './count-arrivals.ts';
import { drawMishap } from './draw-mishap.ts';
import { type Moment, openFaultProxy } from './fault-proxy.ts';
import { ownFolder } from './own-folder.ts';
import { expected, HOUR_MS, place } from './standing-orders.ts';
import { kill, startBot } from './start-bot.ts';

/** The bots' clock runs this many times faster than real time: an hour of schedules takes three minutes. */
const SPEED = 20;
/** How long the last bot may take to send what is left, in ms. */
const SETTLE_WITHIN_MS = 180_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    // Forty an hour on the bots' clock: about one for each bot that is started.
    schedules: { type: 'string', default: '240' },
  },
});
const random = seededRandom(Number(values.seed));
const write = (line: string) => process.stdout.write(`${line}\n`);
process.exitCode = await run(Number(values.kills), Number(values.schedules));

/** Kills bots at random moments, then counts what arrived. Gives the exit code. When stopped, it reports the state so far. */
async function run(kills: number, schedules: number): Promise<number> {
  const killedAt = new Map<string, number>();
  let begun: World | null = null;
  const folder = ownFolder('verbatim-crash-', async () => {
    if (!begun) return;
    write(`stopped after ${sumOf(killedAt)} of ${kills} kills; what is not sent yet counts as lost:`);
    await report(begun, killedAt, { end: begun.now(), left: [] });
  });
  const world = await openWorld(join(folder, 'archive.sqlite'), schedules);
  begun = world;
  const archive = openSqliteArchive({ file: world.archiveFile });
  for (let n = 1; n <= kills; n += 1) {
    // A bot lives longer when more deliveries wait, so that a slow machine can still send what is due.
    const messages = 1 + Math.floor(random() * ((await waitingIn(archive, world)) + 1));
    const bots = [world.bot(), ...(random() < 0.15 ? [world.bot()] : [])];
    const when = await untilMoment(bots, messages, world.listen);
    for (const each of bots) await kill(each);
    killedAt.set(when, (killedAt.get(when) ?? 0) + 1);
    if (n % 25 === 0) write(`${n} killed, ${Math.round((Date.now() - world.began) / 1_000)} s`);
  }
  await archive.close();
  world.calm();
  const end = world.now();
  const last = world.bot();
  const left = await settled(world.archiveFile, expected(world.orders, { from: world.placedAt, to: end }));
  await kill(last);
  const faults = await report(world, killedAt, { end, left });
  await world.close();
  return faults ? 1 : 0;
}

type World = Awaited<ReturnType<typeof openWorld>>;

/** Opens both platforms behind faulty connections, the standing orders, and the bots' clock. */
async function openWorld(archiveFile: string, schedules: number) {
  const desk = loadDesk(SAMPLE_DESK, PLATFORMS);
  const manifest = slackManifest(desk) as { oauth_config: { scopes: { bot: string[] } } };
  const slack = await openSlackPeer({ botScopes: manifest.oauth_config.scopes.bot });
  const discord = await startPeer();
  const lines = await openLines(new URL(slack.apiUrl).origin, new URL(discord.apiUrl).origin);
  const began = Date.now();
  // Well before today: a timestamp of a platform must not be older than the first time that a bot looks for.
  const epoch = Math.floor(began / HOUR_MS) * HOUR_MS - 40 * 24 * HOUR_MS;
  const now = () => new Date(epoch + (Date.now() - began) * SPEED);
  const placedAt = now();
  const orders = await place(archiveFile, schedules, placedAt);
  const { slack: slackOrigin, discord: discordOrigin } = lines.origins;
  const given = { archiveFile, slack: slackOrigin, discord: discordOrigin, began, epoch, speed: SPEED };
  return {
    ...lines,
    archiveFile,
    slack,
    discord,
    began,
    now,
    placedAt,
    orders,
    bot: () => startBot(given),
    close: async () => {
      await lines.close();
      await Promise.all([slack.close(), discord.close()]);
    },
  };
}

/** Opens the connections to both platforms, with faults until `calm` is called. */
async function openLines(slack: string, discord: string) {
  const mishaps = new Map<string, number>();
  let calm = false;
  let onMoment: (moment: Moment) => void = () => {};
  const line = {
    mishap: (sends: boolean) => {
      const mishap = calm ? 'none' : drawMishap(sends, random);
      if (mishap !== 'none') mishaps.set(mishap, (mishaps.get(mishap) ?? 0) + 1);
      return mishap;
    },
    random,
    onMoment: (moment: Moment) => onMoment(moment),
  };
  const slackLine = await openFaultProxy({
    ...line,
    target: slack,
    sends: ({ url }) => url.endsWith('/chat.postMessage'),
  });
  const discordLine = await openFaultProxy({
    ...line,
    target: discord,
    sends: ({ method, url }) => method === 'POST' && url.endsWith('/messages'),
  });
  return {
    mishaps,
    origins: { slack: slackLine.origin, discord: discordLine.origin },
    calm: () => {
      calm = true;
    },
    listen: (listener: (moment: Moment) => void) => {
      onMoment = listener;
    },
    close: async () => {
      await Promise.all([slackLine.close(), discordLine.close()]);
    },
  };
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

/** Compares what arrived with what was due until `end` and prints the result. Gives the number of faults. */
async function report(
  { slack, discord, orders, placedAt, now, mishaps }: World,
  killedAt: ReadonlyMap<string, number>,
  { end, left }: { end: Date; left: readonly string[] },
): Promise<number> {
  const due = expected(orders, { from: placedAt, to: end });
  const arrivals: Arrivals = new Map();
  for (const channel of [SLACK_CHANNEL, slack.directChannel])
    await countSlack(slack.apiUrl, channel, arrivals);
  const asked = [...due, ...expected(orders, { from: end, to: now() })];
  let strange = 0;
  for (const channel of [DISCORD_CHANNEL, DIRECT])
    strange += countDiscord(discord.standing(channel), asked, arrivals);
  const lost = due.filter((key) => !arrivals.get(key)?.parts.has(1));
  const repeated = [...arrivals].filter(([, { parts }]) => [...parts.values()].some((times) => times > 1));
  const halves = due.filter((key) => {
    const arrived = arrivals.get(key);
    return arrived !== undefined && arrived.parts.size < arrived.of;
  });
  const wrong = [...arrivals.keys()].filter((key) => !asked.includes(key));
  const refused = [...slack.complaints, ...discord.refusals];
  const counted = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([what, times]) => `${what} ${times}`).join(', ');
  write(`kills: ${sumOf(killedAt)} (${counted(killedAt)})`);
  write(`mishaps: ${counted(mishaps)}`);
  write(
    `briefings due: ${due.length} · lost: ${lost.length} · repeated: ${repeated.length} · cut off: ${halves.length} · at a wrong time: ${wrong.length + strange}`,
  );
  write(`requests the platforms found wrong: ${refused.length}`);
  for (const line of [...left, ...refused].slice(0, 20)) write(`  ${line}`);
  for (const key of [...lost, ...repeated.map(([key]) => key), ...halves, ...wrong].slice(0, 20))
    write(`  ${key}`);
  return lost.length + repeated.length + halves.length + wrong.length + strange + refused.length;
}

/** The number of due slots whose delivery has not ended. */
async function waitingIn(archive: Archive, { orders, placedAt, now }: World): Promise<number> {
  const { planned = 0, sending = 0, ...ended } = await archive.deliveries.counts();
  const due = expected(orders, { from: placedAt, to: now() }).length;
  return Math.max(planned + sending, due - Object.values(ended).reduce((sum, n) => sum + n, 0));
}

/** Waits for the moment to kill the bots: a stage of the last of so many messages, or a random time. */
async function untilMoment(
  bots: readonly ChildProcess[],
  messages: number,
  listen: (listener: (moment: Moment) => void) => void,
): Promise<string> {
  const dead = bots.map((bot) => new Promise((resolve) => bot.once('exit', resolve)));
  const wanted = (['arrived', 'taken', 'answered', null] as const)[Math.floor(random() * 4)] ?? null;
  const planned = bots.map((bot) => new Promise((resolve) => bot.on('message', resolve)));
  let left = messages;
  const met = new Promise<Moment>((resolve) =>
    listen((moment) => {
      if (moment !== wanted) return;
      left -= 1;
      if (left === 0) resolve(moment);
    }),
  );
  let when: string;
  if (wanted === null) {
    // During the start, or around the planning.
    if (random() < 0.5) await Promise.race([...planned, ...dead, pause(10_000)]);
    await pause(random() * 900);
    when = 'any time';
  } else {
    when = await Promise.race([met, pause(20_000, 'any time'), ...dead.map((one) => one.then(() => 'dead'))]);
    await pause(random() * 25);
  }
  listen(() => {});
  return when;
}

/** Waits until every due delivery is sent. After SETTLE_WITHIN_MS, gives those that are not, with the reason. */
async function settled(archiveFile: string, due: readonly string[]): Promise<string[]> {
  const db = new Database(archiveFile, { readonly: true });
  const byKey = db.prepare<[string], { state: string; reason: string | null }>(
    'SELECT state, reason FROM deliveries WHERE key = ?',
  );
  try {
    const deadline = Date.now() + SETTLE_WITHIN_MS;
    for (;;) {
      const left: string[] = [];
      for (const key of due) {
        const delivery = byKey.get(key);
        if (delivery?.state !== 'sent')
          left.push(`${key} ${delivery?.state ?? 'not planned'} ${delivery?.reason ?? ''}`);
      }
      if (!left.length || Date.now() > deadline) return left;
      await pause(500);
    }
  } finally {
    db.close();
  }
}
