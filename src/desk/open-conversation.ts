import { answerAsk } from '../answer/answer-ask.ts';
import { holdings } from '../answer/help.ts';
import { nextTimes } from '../answer/schedules/next-times.ts';
import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import type { Archive } from '../archive/port.ts';
import { buildAsk } from '../ask/build-ask.ts';
import type { ParseContext } from '../ask/command.ts';
import { parseLine } from '../ask/parse-line.ts';
import { writeLine } from '../ask/write-line.ts';
import { replySafely } from '../deliver/reply-safely.ts';
import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import { ANYBODY, type Asker, OWNER } from '../kernel/asker.ts';
import { commandOf } from '../kernel/command.ts';
import type { Log } from '../kernel/log.ts';
import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { cardOfAnswer } from '../render/card-of-answer.ts';
import { recordAudit } from './audit.ts';
import { complete } from './complete.ts';
import type { Conversation, Reply } from './desk.ts';
import { doOnce } from './do-once.ts';
import type { CompletionMemory } from './load-completions.ts';

export interface ConversationDeps {
  readonly config: DeskConfig;
  readonly commands: AnswerDeps['commands'];
  readonly archive: Archive;
  readonly completions: CompletionMemory;
  readonly answerDeps: (asker: Asker) => Promise<AnswerDeps>;
  readonly context: (asker: Asker) => ParseContext;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Completions offered where the caller names no limit. */
const COMPLETIONS = 25;

/** The desk as a platform talks to it. */
export function openConversation(deps: ConversationDeps): Conversation {
  const { config, commands, archive, completions, answerDeps, context, clock } = deps;
  const reply = replier(deps);
  return {
    config,
    commands,
    reply: (line, asker = ANYBODY) => reply(asker, line, () => parseLine(line, context(asker))),
    understand: (line) => {
      const asked = parseLine(line, context(OWNER));
      return asked.kind === 'shortfall' ? asked : writeLine(asked, commands);
    },
    replyToValues: (name, values, asker = ANYBODY) =>
      reply(asker, lineOfValues(name, values), () => {
        const command = commands.find((each) => each.name === name);
        return command ? buildAsk(command, values, context(asker)) : parseLine(name, context(asker));
      }),
    complete: (what, typed, limit = COMPLETIONS) =>
      complete(what, typed, limit, { ...completions.last, now: clock() }),
    nextTimes: (when, zone) => nextTimes(when, { zone: zone ?? config.zone, now: clock() }),
    home: async () => holdings(await answerDeps(ANYBODY)),
    keepLine: (line) => archive.keyValues.keepLine(line),
    lineOf: (token) => archive.keyValues.lineOf(token),
    once: doOnce(archive.keyValues, clock),
  };
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
    const answer = await replySafely(
      async () => {
        const asked = read();
        ask = asked;
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
