import { existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parseEnv } from 'node:util';
import type { Conversation, Delivering, Desk } from '../src/desk/desk.ts';
import { fillDesk } from '../src/desk/fill-desk.ts';
import { loadDesk } from '../src/desk/load-desk.ts';
import { openDeskAt, SAMPLE_DESK } from '../src/desk/open-desk-at.ts';
import { startDelivering } from '../src/desk/start-delivering.ts';
import type { SourceLimits } from '../src/follow/source-parts.ts';
import type { FetchNet } from '../src/ingest/fetch/fetch-url.ts';
import type { Courier } from '../src/kernel/delivery.ts';
import { Fault } from '../src/kernel/fault.ts';
import { type Log, openLog } from '../src/kernel/log.ts';
import { type Config, readConfig } from '../src/kernel/settings/config.ts';
import type { DeskConfig } from '../src/kernel/settings/desk-config.ts';
import type { Clock } from '../src/kernel/time/clock.ts';
import type { Print } from './console/converse.ts';
import { noteInState, stateFile } from './console/keep-state.ts';
import { openCourier as openConsoleCourier } from './console/open-courier.ts';
import { startConsole } from './console/start-console.ts';
import { writeOut } from './console/write-out.ts';

/** Everything outside the program, given by argument. */
export interface Surroundings {
  /** The folder the process runs in, whose `.env` is read. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly clock: Clock;
  readonly random: () => number;
  /** Calls back when the process is asked to end; gives what takes the listener away. */
  readonly onEnd: (listener: () => void) => () => void;
  /** The network that sources are read over; the machine's own, with nothing private in reach, when left out. */
  readonly net?: FetchNet;
  /** How politely; as usual when left out. */
  readonly sourceLimits?: SourceLimits;
}

/** What the flags of a command say; they win over the settings. */
export interface Flags {
  readonly desk?: string | undefined;
  readonly archive?: string | undefined;
}

/** The environment with what the folder's `.env` adds to it; what is already set wins. Throws Fault `config-invalid`. */
export function readEnv(
  env: Surroundings['env'],
  folder: string,
): Readonly<Record<string, string | undefined>> {
  const file = join(folder, '.env');
  if (!existsSync(file)) return env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...env };
  } catch (cause) {
    throw new Fault('config-invalid', 'The file .env in this folder cannot be read.', {
      remedy: 'Make it a readable text file as .env.example shows, or remove it.',
      cause,
    });
  }
}

/** The settings a command needs that talks to no platform: half a token in the environment is none of its business. */
export function readLocalConfig({ env }: Pick<Surroundings, 'env'>): Config {
  return readConfig(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('VERBATIM_'))));
}

/** Where faults are noted while no bot runs and VERBATIM_LOG is not set. */
export const faultLog = ({ env }: Pick<Surroundings, 'env'>): string => stateFile(env, 'log');

/**
 * A bot logs to standard error. A reader at a terminal did not ask for that: without VERBATIM_LOG, only what went wrong is noted, in
 * a file of the user's state, so that the reference in an answer can be looked up.
 */
export function logTo(around: Surroundings, config: Config, bot: boolean): Log {
  const { env, stderr } = around;
  if (bot || env['VERBATIM_LOG'])
    return openLog(config.logLevel, config.secrets, (line) => stderr.write(line));
  return openLog('warn', config.secrets, (line) => noteInState(faultLog(around), line));
}

/** The desk that flags or settings name. Throws Fault `desk-invalid`. */
export function deskConfig(config: Config, flags: Flags): DeskConfig {
  return loadDesk(flags.desk ?? config.deskFile ?? SAMPLE_DESK);
}

/** The archive that flags or settings name; null for the desk's own. */
export function archiveFile(config: Config, flags: Flags): string | null {
  return flags.archive ?? config.archiveFile;
}

/** Whether there is nothing at this path yet, or a file that was only reserved. Throws Fault `archive-unwritable` when it is no file. */
export function isNew(file: string): boolean {
  if (!existsSync(file)) return true;
  const found = statSync(file);
  if (!found.isFile())
    throw new Fault('archive-unwritable', `${file} is not a file, so it cannot be the archive.`, {
      remedy: 'Name a file with --archive or VERBATIM_ARCHIVE.',
    });
  return found.size === 0;
}

interface Opening {
  readonly config: Config;
  readonly flags: Flags;
  readonly log: Log;
  /** `from the desk`: an archive that does not exist yet is made from the desk's own articles, and that is said. */
  readonly ifNew: 'from the desk' | 'empty';
}

/** Opens the desk over its archive. Throws Fault when the desk file or the archive cannot be used. */
export async function openDeskFor(around: Surroundings, opening: Opening): Promise<Desk> {
  const { config, flags, log, ifNew } = opening;
  const { clock, random, stderr, net, sourceLimits } = around;
  const named = archiveFile(config, flags);
  const desk = deskConfig(config, flags);
  const open = (file: string | null) =>
    openDeskAt({
      deskFile: flags.desk ?? config.deskFile,
      archiveFile: file,
      clock,
      random,
      log,
      net,
      sourceLimits,
    });
  if (ifNew === 'from the desk' && isNew(named ?? desk.archive)) {
    const made = await makeArchive(named ?? desk.archive, open);
    if (named && made)
      stderr.write(`Made a new archive, ${named}, from the articles of the desk “${desk.name}”.\n`);
  }
  return open(named);
}

/**
 * Fills an archive beside its place and moves it there when it is whole: killed or out of room half-way, there is none. A file that was
 * reserved, or a link, is filled where it stands, so that its owner's mode and target stay. False when another process was quicker.
 */
async function makeArchive(file: string, open: (file: string) => Promise<Desk>): Promise<boolean> {
  const stands = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const part = stands ? file : `${file}.${process.pid}.part`;
  try {
    const desk = await open(part);
    await fillDesk(desk).finally(() => desk.close());
    if (stands) return true;
    const first = isNew(file);
    if (first) renameSync(part, file);
    return first;
  } finally {
    if (!stands) for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}

interface Running {
  readonly describe: string;
  readonly courier: Courier;
  stop(): Promise<void>;
}

/**
 * The bot: on every platform that has tokens, in the terminal when none has. Resolves when it was asked to end, or the reader has
 * left, and everything is closed. Throws Fault when a platform refuses or a setting is wrong.
 */
export async function startBot(around: Surroundings, flags: Flags): Promise<void> {
  const config = readConfig(around.env);
  const bot = Boolean(config.slack ?? config.discord);
  const log = logTo(around, config, bot);
  const desk = await openDeskFor(around, { config, flags, log, ifNew: 'from the desk' });
  const following = desk.follow();
  try {
    if (bot) await runPlatforms(around, { config, desk, log });
    else await runConsole(around, { config, desk, log });
  } finally {
    following.stop();
    await desk.close();
  }
}

async function runPlatforms(
  { clock, random, stderr, onEnd }: Surroundings,
  { config, desk, log }: { config: Config; desk: Conversation & Delivering; log: Log },
): Promise<void> {
  const ended = new Promise<void>((resolve) => onEnd(resolve));
  const { slack, discord } = config;
  const starting: Promise<Running>[] = [];
  // Loaded here and nowhere else: neither SDK is needed to answer in a terminal, and each takes most of a second.
  if (slack)
    starting.push(
      import('./slack/start-slack.ts').then((room) => room.startSlack({ desk, config: slack, log, clock })),
    );
  if (discord)
    starting.push(
      import('./discord/start-discord.ts').then((room) =>
        room.startDiscord({ desk, config: discord, log, clock }),
      ),
    );
  const started = await Promise.allSettled(starting);
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  try {
    if (failed.length) throw failed.length === 1 ? failed[0] : new AggregateError(failed);
    for (const { describe } of running) stderr.write(`${describe}\n`);
    const couriers = running.map(({ courier }) => courier);
    await deliverUntil(ended, { desk, config, log, clock, random, couriers });
  } finally {
    await Promise.allSettled(running.map((one) => one.stop()));
  }
}

interface DeliveringParts {
  readonly desk: Delivering;
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: () => number;
  readonly couriers: readonly Courier[];
}

/** Delivers briefings and alerts, and tells how that goes on a local port where one is asked for, until the promise is kept. */
async function deliverUntil(
  ended: Promise<unknown>,
  { desk, config, log, clock, random, couriers }: DeliveringParts,
): Promise<void> {
  const running: { plannedAt(): Date | null } = { plannedAt: () => null };
  const plannedAt = () => running.plannedAt();
  const measures = config.metricsPort === null ? null : await measuresOf({ desk, plannedAt });
  const metrics =
    measures && config.metricsPort !== null
      ? await import('./metrics/serve-metrics.ts').then((room) =>
          room.serveMetrics({ port: config.metricsPort ?? 0, measures, plannedAt, clock, log }),
        )
      : null;
  if (metrics) log.info({ port: metrics.port }, 'metrics are told on this port of this machine');
  const delivering = startDelivering(desk, { couriers, random, log, watch: measures?.watch });
  running.plannedAt = delivering.plannedAt;
  try {
    await ended;
  } finally {
    await delivering.stop();
    await metrics?.stop();
  }
}

async function measuresOf({ desk, plannedAt }: { desk: Delivering; plannedAt: () => Date | null }) {
  const { measureDeliveries } = await import('../src/deliver/measure-deliveries.ts');
  return measureDeliveries({ counts: () => desk.deliveryCounts(), plannedAt });
}

async function runConsole(
  { stdin, stdout, stderr, env, clock, random, onEnd }: Surroundings,
  { config, desk, log }: { config: Config; desk: Conversation & Delivering; log: Log },
): Promise<void> {
  const running = startConsole({
    desk,
    input: stdin,
    output: stdout,
    env,
    historyFile: stdin.isTTY ? stateFile(env, `history-${desk.config.command}`) : null,
  });
  const forget = onEnd(() => running.stop());
  const couriers = couriersBeside(running.print, { stdout, stderr, env });
  if (couriers.length) await deliverUntil(running.done, { desk, config, log, clock, random, couriers });
  const answered = await running.done;
  forget();
  if (!answered && !stdin.isTTY)
    stderr.write(
      'No token is set and no line came in: set tokens as .env.example shows, or pipe typed lines in.\n',
    );
}

/**
 * Deliveries to this terminal come between the answers of a conversation. Piped lines want their answers and nothing besides on standard
 * output: whoever watches sees deliveries on standard error, and where nobody does they wait for somebody.
 */
function couriersBeside(
  print: Print | null,
  { stdout, stderr, env }: Pick<Surroundings, 'stdout' | 'stderr' | 'env'>,
): Courier[] {
  if (print) return [openConsoleCourier({ print, output: stdout, env })];
  const printBeside = (text: string) => writeOut(stderr, `\n${text}\n\n`);
  return stderr.isTTY ? [openConsoleCourier({ print: printBeside, output: stderr, env })] : [];
}

/** The app manifest Slack makes an app from; with `address` for signed requests, else for Socket Mode. */
export async function slackManifestOf(config: DeskConfig, address: string | null): Promise<object> {
  const { slackManifest } = await import('./slack/connect/write-manifest.ts');
  return slackManifest(config, address);
}

/** The commands as Discord registers them. */
export async function discordRegistrationOf(config: DeskConfig): Promise<readonly object[]> {
  const { discordRegistration } = await import('./discord/connect/write-registration.ts');
  return discordRegistration(config);
}

/** Asks Slack about its tokens: whom they stand for, and scopes the app lacks. Throws Fault `token-refused` or `platform-unreachable`. */
export async function trySlack(
  config: NonNullable<Config['slack']>,
  log: Log,
): Promise<{ readonly name: string; readonly missing: readonly string[] }> {
  const [{ checkTokens }, { routeLog }, { missingScopes }] = await Promise.all([
    import('./slack/connect/check-tokens.ts'),
    import('./slack/connect/route-log.ts'),
    import('./slack/connect/write-manifest.ts'),
  ]);
  const slackApiUrl = config.apiUrl?.replace(/\/?$/, '/');
  const { name, team, scopes } = await checkTokens(config, {
    logger: routeLog(log),
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });
  return { name: `@${name} in ${team}`, missing: missingScopes(scopes) };
}
