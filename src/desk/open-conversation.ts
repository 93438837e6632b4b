import { answerAsk } from '../answer/answer-ask.ts';
import { holdings } from '../answer/help.ts';
import { ownSchedules } from '../answer/own-orders.ts';
import { refuseStranger } from '../answer/refuse-reader.ts';
import { nextTimes } from '../answer/schedules/next-times.ts';
import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import type { Archive } from '../archive/port.ts';
import { buildAsk } from '../ask/build-ask.ts';
import { type ParseContext, parseLine } from '../ask/parse-line.ts';
import { writeLine } from '../ask/write-line.ts';
import { replySafely } from '../deliver/reply-safely.ts';
import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import { ANYBODY, type Asker } from '../kernel/asker.ts';
import { commandOf } from '../kernel/command.ts';
import type { Log } from '../kernel/log.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { cardOfAnswer } from '../render/card-of-answer.ts';
import { recordAudit } from './audit.ts';
import { type Completions, complete } from './complete.ts';
import type { Conversation, Reply } from './desk.ts';
import { doOnce } from './do-once.ts';
import type { CompletionMemory } from './load-completions.ts';
import type { Homes } from './remember-homes.ts';

export interface ConversationDeps {
  readonly config: DeskConfig;
  readonly commands: AnswerDeps['commands'];
  readonly archive: Archive;
  readonly completions: CompletionMemory;
  readonly homes: Homes;
  readonly answerDeps: (asker: Asker) => Promise<AnswerDeps>;
  readonly context: () => ParseContext;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Completions offered where the caller names no limit. */
const COMPLETIONS = 25;

/** The desk as a platform talks to it. */
export function openConversation(deps: ConversationDeps): Conversation {
  const { config, commands, archive, homes, answerDeps, context, clock } = deps;
  const reply = replier(deps);
  return {
    config,
    commands,
    reply: (line, asker = ANYBODY) => reply(asker, line, () => parseLine(line, context())),
    understand: (line) => {
      const asked = parseLine(line, context());
      return asked.kind === 'shortfall' ? asked : writeLine(asked, commands);
    },
    replyToValues: (name, values, asker = ANYBODY) =>
      reply(asker, lineOfValues(name, values), () => {
        const command = commands.find((each) => each.name === name);
        return command ? buildAsk(command, values, context()) : parseLine(name, context());
      }),
    complete: (what, typed, limit = COMPLETIONS, asker = ANYBODY) =>
      refuseStranger(asker) ? [] : complete(what, typed, limit, heldFor(asker, deps)),
    nextTimes: (when, zone) => nextTimes(when, { zone: zone ?? config.zone, now: clock() }),
    home: async (asker = ANYBODY) => {
      const refused = refuseStranger(asker);
      return refused ? cardOfAnswer(refused, clock()) : holdings(await answerDeps(asker));
    },
    knowHomes: (platform, find) => homes.know(platform, find),
    keepLine: (line) => archive.keyValues.keepLine(line),
    lineOf: (token) => archive.keyValues.lineOf(token),
    once: doOnce(archive.keyValues, clock),
  };
}

/** What is in memory, with only those schedules that the asker may see. */
function heldFor(asker: Asker, { completions: { last }, homes, clock }: ConversationDeps): Completions {
  const schedules = ownSchedules(last.schedules, asker, homes.homeOf);
  return { ...last, schedules, now: clock() };
}

type Replier = (asker: Asker, line: string, read: () => Ask | Shortfall) => Promise<Reply>;

function replier({
  commands,
  archive,
  completions,
  answerDeps,
  clock,
  log,
  random,
}: ConversationDeps): Replier {
  return async (asker, line, read) => {
    let ask: Ask | Shortfall | null = null;
    const stranger = refuseStranger(asker);
    const answer = await replySafely(
      async () => {
        const asked = read();
        ask = asked;
        if (stranger) return stranger;
        if (asked.kind === 'shortfall') return asked;
        const answered = await answerAsk(asked, await answerDeps(asker));
        // A person who types on must be offered what this command just changed.
        if (commandOf(asked.kind, commands).does === 'change') await completions.reload();
        return answered;
      },
      { log, random },
    );
    await recordAudit({ ask, line, asker, answer }, { audit: archive.audit, commands, clock, log });
    return { answer, card: cardOfAnswer(answer, clock()), ask: askOf(ask) };
  };
}

function askOf(read: Ask | Shortfall | null): Ask | null {
  return read === null || read.kind === 'shortfall' ? null : read;
}

/** A command with its values, as a person might have typed it. */
function lineOfValues(name: string, values: AskValues): string {
  return [name, ...Object.values(values).filter(Boolean)].join(' ');
}
