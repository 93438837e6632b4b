import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { DeskCommand } from './command.ts';
import type { DayContext } from './resolve-day.ts';

/** Builds the Ask of a command from the values of a typed line or a platform's options, or says what is wrong with them. */
export function buildAsk(
  command: DeskCommand,
  values: AskValues,
  { now, zone }: DayContext,
): Ask | Shortfall {
  return command.build(values, { now, zone, command });
}
