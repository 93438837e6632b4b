import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { DeskCommand } from './command.ts';
import type { DayContext } from './resolve-day.ts';

/**
 * Builds a command's Ask from the values of a typed line or a platform's options, or returns a shortfall that
 * says what is wrong.
 */
export function buildAsk(
  command: DeskCommand,
  values: AskValues,
  { now, zone }: DayContext,
): Ask | Shortfall {
  return command.build(values, { now, zone, command });
}
