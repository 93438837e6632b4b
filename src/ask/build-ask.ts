import type { Shortfall } from '../kernel/answer.ts';
import type { Ask, AskValues } from '../kernel/ask.ts';
import type { DeskCommand, ParseContext } from './command.ts';

/**
 * Builds a command's Ask from the values of a typed line or a platform's options, or returns a shortfall that
 * says what is wrong.
 */
export function buildAsk(command: DeskCommand, values: AskValues, context: ParseContext): Ask | Shortfall {
  return command.build(values, { ...context, command });
}
