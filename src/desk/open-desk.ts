import { commandsFor } from '../answer/command-list.ts';
import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import type { Archive } from '../archive/port.ts';
import { openDeliveries } from '../deliver/open-deliveries.ts';
import { reconcileSchedules } from '../deliver/reconcile-schedules.ts';
import { openSourceRoom } from '../follow/open-sources.ts';
import type { SourceLimits } from '../follow/source-parts.ts';
import type { FetchNet } from '../ingest/fetch/fetch-url.ts';
import type { HtmlWorker } from '../ingest/html/open-html-worker.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import { type Asker, OWNER } from '../kernel/asker.ts';
import type { Log } from '../kernel/log.ts';
import type { FoundQuotation } from '../kernel/quotation.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';
import type { Desk } from './desk.ts';
import { openCompletions } from './load-completions.ts';
import { openConversation } from './open-conversation.ts';
import { type ReadAgain, readAllAgain } from './read/read-again.ts';
import { readArticle } from './read/read-article.ts';

export interface DeskDeps {
  readonly config: DeskConfig;
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  /** The engine version, which the archive stores with what it found; without one nothing is ever read again. */
  readonly engine?: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** The network that sources are read over; default: this machine's, without private addresses. */
  readonly net?: FetchNet | undefined;
  readonly sourceLimits?: SourceLimits | undefined;
  /** Cleans web pages, and stays open when the desk closes; default: a worker of the desk's own. */
  readonly html?: HtmlWorker | undefined;
}

/** Opens a desk over its archive, and reconciles its schedules. Throws what the archive throws, and Fault `desk-invalid`. */
export async function openDesk(deps: DeskDeps): Promise<Desk> {
  const { config, archive, clock } = deps;
  const commands = commandsFor(config);
  const completions = await openCompletions(deps);
  const read = async (article: CleanArticle): Promise<Stored> => {
    const stored = await readArticle(article, deps);
    if (stored !== 'unchanged') completions.outdate();
    return stored;
  };
  const room = openSourceRoom({ ...deps, read, limits: deps.sourceLimits });
  const answerDeps = async (asker: Asker): Promise<AnswerDeps> => {
    const { people, outlets } = await completions.fresh();
    return { archive, people, outlets, commands, sources: room.door, desk: config, asker, now: clock() };
  };
  const context = (asker: Asker) => ({
    commands,
    deskCommand: config.command,
    now: clock(),
    zone: config.zone,
    asker,
  });
  await reconcileSchedules(config, archive.schedules, context(OWNER));
  return {
    ...openConversation({ ...deps, commands, completions, answerDeps, context }),
    read,
    readWeb: (url, given) => room.readWeb(url, given),
    outdated: async () => (deps.engine === undefined ? null : archive.readings.countOthers(deps.engine)),
    readAgain: () => readAgain(deps, () => completions.outdate()),
    sources: () => room.door.list(),
    poll: () => room.poll(),
    follow: () => room.follow(),
    deliver: (given) => openDeliveries({ ...deps, tools: answerDeps }, given),
    deliveryCounts: () => archive.deliveries.counts(),
    check: () => archive.check(),
    audit: (limit) => archive.audit.latest(limit),
    close: async () => {
      await room.close();
      await archive.close();
    },
  };
}

async function* readAgain(
  { archive, findQuotations, engine }: DeskDeps,
  onChange: () => void,
): AsyncGenerator<ReadAgain> {
  if (engine === undefined) return;
  for await (const read of readAllAgain({ archive, findQuotations, engine })) {
    onChange();
    yield read;
  }
}
