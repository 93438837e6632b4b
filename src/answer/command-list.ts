import type { DeskConfig } from '../kernel/settings/desk-config.ts';
import { COMMANDS } from './commands.ts';
import type { AnsweringCommand } from './show/answer-deps.ts';

/** Every command with the examples of a desk. Help, usage lines, registrations, completion and the README come from it. */
export function commandsFor({ examples }: Pick<DeskConfig, 'examples'>): readonly AnsweringCommand[] {
  return Object.values(COMMANDS).map((command) => ({ ...command, examples: examples[command.name] ?? [] }));
}
