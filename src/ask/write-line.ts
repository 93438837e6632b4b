import type { Ask } from '../kernel/ask.ts';
import { commandOf } from '../kernel/command.ts';
import type { Command } from './command.ts';

/** Writes the typed line that parses to this Ask; buttons carry it. */
export function writeLine(ask: Ask, commands: readonly Pick<Command, 'name' | 'write'>[]): string {
  return commandOf(ask.kind, commands).write(ask);
}
