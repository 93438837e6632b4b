import { parseLine } from '../../ask/parse-line.ts';
import type { Shortfall } from '../../kernel/answer.ts';
import { isLookup, lookupsOf } from '../../kernel/command.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';

/** Says why a typed line cannot be scheduled; null when it can. */
export function wrongLookup(
  line: string,
  zone: string,
  { commands, desk, now }: AnswerDeps,
): Shortfall | null {
  const read = parseLine(line, { commands, deskCommand: desk.command, now, zone });
  if (read.kind === 'shortfall') return read;
  if (isLookup(read, commands)) return null;
  const example = commands.find(({ name }) => name === 'schedule')?.examples[0] ?? null;
  const names = lookupsOf(commands).map(({ name }) => name);
  const say = `“${line}” cannot be sent on a schedule; what looks something up can: ${names.join(', ')}.`;
  return { kind: 'shortfall', code: 'usage', say, example };
}
