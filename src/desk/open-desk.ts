import { answerAsk } from '../answer/answer-ask.ts';
import { holdings } from '../answer/answer-help.ts';
import { commandsFor } from '../answer/command-list.ts';
import { nextTimes } from '../answer/schedules/next-times.ts';
import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import type { Archive } from '../archive/port.ts';
import { buildAsk } from '../ask/build-ask.ts';
import { parseLine } from '../ask/parse-line.ts';
import { openDeliveries } from '../deliver/open-deliveries.ts';
import { reconcileSchedules } from '../deliver/reconcile-schedules.ts';
import { replySafely } from '../deliver/reply-safely.ts';
import { openSourceRoom } from '../follow/open-sources.ts';
import type { SourceLimits } from '../follow/source-parts.ts';
import type { FetchNet } from '../ingest/fetch/fetch-url.ts';
import type { HtmlReader } from '../ingest/html/open-html-reader.ts';
import type { Answer, Shortfall } from '../kernel/answer.ts';
import type { CleanArticle, Stored } from '../kernel/article.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import { ANYBODY, type Asker } from '../kernel/asker.ts';
import type { Log } from '../kernel/log.ts';
import type { FoundQuotation } from '../kernel/quotation.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { cardOfAnswer } from '../render/card-of-answer.ts';
import { recordAudit } from './audit.ts';
import { type Completions, complete } from './complete.ts';
import type { Desk, Reply } from './desk.ts';
import { doOnce } from './do-once.ts';
import { knownPeople } from './read/known-people.ts';
import { readAllAgain } from './read/read-again.ts';
import { readArticle } from './read/read-article.ts';

export interface DeskParts {
  readonly config: DeskConfig;
  readonly archive: Archive;
  readonly findQuotations: (body: string) => FoundQuotation[];
  /** The name of what finds them, which the archive remembers; without one nothing is ever read again. */
  readonly reader?: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** The network that sources are read over; the machine's own, with nothing private in reach, where none is given. */
  readonly net?: FetchNet | undefined;
  readonly sourceLimits?: SourceLimits | undefined;
  /** What reads web pages, left open by the desk; one of its own where none is given. */
  readonly html?: HtmlReader | undefined;
}

/** Another process may read articles in beside us: what is held in memory is at most this old, in ms. */
const MEMORY_AGE_MS = 10_000;
/** How many recent quotations are held in memory for completion. */
const RECENT_QUOTATIONS = 2_000;
const COMPLETIONS = 25;

interface Held extends Omit<Completions, 'now'> {
  readonly readAt: number;
}

/** Opens a desk over its archive; throws what the archive throws while its people are first read. */
export async function openDesk(parts: DeskParts): Promise<Desk> {
  const { config, archive, clock, log, random } = parts;
  const commands = commandsFor(config);
  let held = await hold(parts);
  let stale = false;

  const read = async (article: CleanArticle): Promise<Stored> => {
    const stored = await readArticle(article, parts);
    stale ||= stored !== 'unchanged';
    return stored;
  };
  const sources = openSourceRoom({ ...parts, read, limits: parts.sourceLimits });

  const tools = async (asker: Asker): Promise<AnswerDeps> => {
    if (stale || clock().getTime() - held.readAt > MEMORY_AGE_MS) {
      held = await hold(parts);
      stale = false;
    }
    return {
      archive,
      people: held.people,
      outlets: held.outlets,
      commands,
      sources: sources.door,
      desk: config,
      asker,
      now: clock(),
    };
  };
  const context = () => ({ commands, deskCommand: config.command, now: clock(), zone: config.zone });
  await reconcileSchedules(config, archive.schedules, context());
  const reply = async (asker: Asker, line: string, read: () => Ask | Shortfall): Promise<Reply> => {
    let ask: Ask | Shortfall | null = null;
    const answer: Answer = await replySafely(
      async () => {
        const asked = read();
        ask = asked;
        if (asked.kind === 'shortfall') return asked;
        const answered = await answerAsk(asked, await tools(asker));
        // What was changed is offered at once to whoever types on.
        if (commands.some(({ name, editors }) => editors && name === asked.kind)) held = await hold(parts);
        return answered;
      },
      { log, random },
    );
    await recordAudit({ ask, line, asker, answer }, { audit: archive.audit, commands, clock, log });
    return { answer, card: cardOfAnswer(answer, clock()) };
  };

  return {
    config,
    commands,
    reply: (line, asker = ANYBODY) => reply(asker, line, () => parseLine(line, context())),
    replyToValues: (name, values, asker = ANYBODY) =>
      reply(asker, lineOfValues(name, values), () => {
        const command = commands.find((each) => each.name === name);
        return command ? buildAsk(command, values, context()) : parseLine(name, context());
      }),
    complete: (what, typed, limit = COMPLETIONS) => complete(what, typed, limit, { ...held, now: clock() }),
    nextTimes: (when, zone) => nextTimes(when, { zone: zone ?? config.zone, now: clock() }),
    home: async () => holdings(await tools(ANYBODY)),
    read,
    readWeb: (url, given) => sources.readWeb(url, given),
    sources: () => sources.door.list(),
    poll: () => sources.poll(),
    follow: () => sources.follow(),
    audit: (limit) => archive.audit.latest(limit),
    deliveryCounts: () => archive.deliveries.counts(),
    deliver: (given) => openDeliveries({ ...parts, tools }, given),
    outdated: async () => (parts.reader === undefined ? null : archive.readings.countOthers(parts.reader)),
    readAgain: async function* () {
      const { reader, findQuotations } = parts;
      if (reader === undefined) return;
      for await (const read of readAllAgain({ archive, findQuotations, reader })) {
        stale = true;
        yield read;
      }
    },
    keepLine: (line) => archive.keyValues.keepLine(line),
    lineOf: (token) => archive.keyValues.lineOf(token),
    once: doOnce(archive.keyValues, clock),
    check: () => archive.check(),
    close: async () => {
      await sources.close();
      await archive.close();
    },
  };
}

/** A command given by its options as somebody might have typed it. */
function lineOfValues(name: string, values: AskValues): string {
  return [name, ...Object.values(values).filter(Boolean)].join(' ');
}

async function hold({ config, archive, clock }: DeskParts): Promise<Held> {
  const [speakers, outlets, quotations, schedules] = await Promise.all([
    archive.directory.speakers(),
    archive.directory.outlets(),
    archive.directory.recentQuotations(RECENT_QUOTATIONS),
    archive.schedules.all(),
  ]);
  return {
    people: knownPeople(speakers, config.roster),
    outlets: outlets.map(({ name }) => name),
    quotations,
    schedules,
    commands: commandsFor(config),
    readAt: clock().getTime(),
  };
}
