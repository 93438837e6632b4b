import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { COMMANDS } from './commands.ts';
import type { AnsweringCommand } from './show/answer-deps.ts';

/**
 * Returns all commands with a desk's examples. Help, usage lines, platform registrations, completion and the
 * README are made from this list.
 */
export function commandsFor({ examples }: Pick<DeskConfig, 'examples'>): readonly AnsweringCommand[] {
  return Object.values(COMMANDS).map((command) => ({ ...command, examples: examples[command.name] ?? [] }));
}
