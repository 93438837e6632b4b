import type { Conversation, Delivering } from '../src/desk/desk.ts';
import { startDelivering } from '../src/desk/start-delivering.ts';
import type { Courier } from '../src/kernel/delivery.ts';
import type { Log } from '../src/kernel/log.ts';
import type { ConfiguredPlatform, RunningPlatform } from '../src/kernel/platform.ts';
import { type Config, readConfig } from '../src/kernel/settings/config.ts';
import { openDeskFor } from './open-archive.ts';
import { PLATFORMS } from './platforms.ts';
import { type Flags, logTo, type ProcessDeps } from './process-deps.ts';

/**
 * Runs the bot: on every chat platform that has tokens, in the terminal when none has. Resolves when it was asked to end, or the
 * person at the terminal has left, and everything is closed. Throws Fault when a platform refuses or a setting is wrong.
 */
export async function startBot(deps: ProcessDeps, flags: Flags): Promise<void> {
  const config = readConfig(deps.env, PLATFORMS);
  const bot = config.platforms.some(({ platform }) => platform.kind === 'chat');
  const log = logTo(deps, config, bot);
  const desk = await openDeskFor(deps, { config, flags, log, ifNew: 'from the desk' });
  const following = desk.follow();
  try {
    await runPlatforms(deps, { config, desk, log });
  } finally {
    following.stop();
    await desk.close();
  }
}

interface Opened {
  readonly config: Config<Conversation>;
  readonly desk: Conversation & Delivering;
  readonly log: Log;
}

async function runPlatforms(deps: ProcessDeps, { config, desk, log }: Opened): Promise<void> {
  const { clock, random, stderr, onEnd } = deps;
  const asked = new AbortController();
  const forget = onEnd(() => asked.abort());
  const { running, failed } = await startAll(config.platforms, { desk, log, clock, terminal: deps });
  try {
    if (failed.length) throw failed.length === 1 ? failed[0] : new AggregateError(failed);
    for (const { describe } of running) if (describe !== null) stderr.write(`${describe}\n`);
    const couriers = running.flatMap(({ courier }) => courier ?? []);
    const ended = untilEnded(running, asked.signal);
    // It may reject before deliverUntil awaits it, which Node would report as unhandled and end the process.
    ended.catch(() => undefined);
    if (couriers.length) await deliverUntil(ended, { desk, config, log, clock, random, couriers });
    await ended;
  } finally {
    await Promise.allSettled(running.map((one) => one.stop()));
    forget();
  }
}

/** Starts the platforms side by side. Returns those that run and the errors of those that failed to start. */
async function startAll(
  platforms: readonly ConfiguredPlatform<Conversation>[],
  deps: Parameters<ConfiguredPlatform<Conversation>['start']>[0],
): Promise<{ readonly running: RunningPlatform[]; readonly failed: unknown[] }> {
  const started = await Promise.allSettled(platforms.map((platform) => platform.start(deps)));
  return {
    running: started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failed: started.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
}

/** Settles when a platform ends by itself. When the process is asked to end, stops platforms that can end by themselves first. */
function untilEnded(running: readonly RunningPlatform[], asked: AbortSignal): Promise<void> {
  const bySelf = running.filter(({ ended }) => ended !== null);
  const onAsked = new Promise<void>((resolve, reject) => {
    const end = () => Promise.all(bySelf.map((one) => one.stop())).then(() => resolve(), reject);
    if (asked.aborted) end();
    else asked.addEventListener('abort', end, { once: true });
  });
  return Promise.race([onAsked, ...bySelf.map(({ ended }) => ended ?? onAsked)]);
}

interface DeliveringDeps extends Opened {
  readonly clock: ProcessDeps['clock'];
  readonly random: () => number;
  readonly couriers: readonly Courier[];
}

/** Delivers briefings and alerts, and serves metrics where a port is set, until `ended` settles. */
async function deliverUntil(
  ended: Promise<void>,
  { desk, config, log, clock, random, couriers }: DeliveringDeps,
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
  if (metrics) log.info({ port: metrics.port }, 'metrics are served on this local port');
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
