import type { AuditTrail } from '../archive/source-port.ts';
import type { Answer, Shortfall } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import type { Asker } from '../kernel/asker.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { Log } from '../kernel/log.ts';
import type { AuditEntry } from '../kernel/source.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { cleanLine } from '../text/clean-text.ts';

interface AuditParts {
  readonly audit: AuditTrail;
  readonly commands: readonly CommandDefinition[];
  readonly clock: Clock;
  readonly log: Log;
}

interface Answered {
  readonly ask: Ask | Shortfall | null;
  /** The line as typed, or as somebody would type it. */
  readonly line: string;
  readonly asker: Asker;
  readonly answer: Answer;
}

/** The most of a line or an answer that is stored, in UTF-16 units. */
const LONGEST = 500;

/** Records an editors' command in the archive and the log, done or refused. A failure here is logged; the answer stands. */
export async function recordAudit(
  { ask, line, asker, answer }: Answered,
  { audit, commands, clock, log }: AuditParts,
): Promise<void> {
  const command = commands.find(({ name }) => ask && name === ask.kind);
  if (!command?.editors) return;
  const entry: AuditEntry = {
    at: clock().toISOString(),
    who: { id: asker.id, name: asker.name, platform: asker.at.platform },
    where: asker.at.name,
    line: kept(line.replace(/(\/\/)[^\s/@]*@/gu, '$1[secret]@')),
    outcome: outcomeOf(answer),
    said: kept(saidBy(answer)),
  };
  log.info({ audit: entry }, 'an editors’ command');
  try {
    await audit.record(entry);
  } catch (error) {
    log.error({ err: error }, 'an editors’ command could not be noted in the archive');
  }
}

function kept(text: string): string {
  const line = cleanLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function outcomeOf(answer: Answer): AuditEntry['outcome'] {
  if (answer.kind === 'found') return 'done';
  if (answer.kind === 'nothing') return 'nothing';
  return answer.code === 'fault' ? 'fault' : 'refused';
}

function saidBy(answer: Answer): string {
  switch (answer.kind) {
    case 'found':
      return answer.card.title;
    case 'nothing':
      return answer.asked;
    case 'shortfall':
      return answer.say;
    default:
      return answer satisfies never;
  }
}
