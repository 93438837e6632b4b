import type { Shortfall } from '../kernel/answer.ts';
import type { Ask } from '../kernel/ask.ts';
import type { Asker } from '../kernel/asker.ts';
import type { CommandDefinition } from '../kernel/command.ts';

/**
 * Refuses a command that only editors may use, and says whom to ask. Returns null when the asker may use it.
 */
export function refuseReader(
  ask: Ask,
  asker: Asker,
  commands: readonly CommandDefinition[],
): Shortfall | null {
  const command = commands.find(({ name }) => name === ask.kind);
  if (!command?.editors || asker.editor) return null;
  return {
    kind: 'shortfall',
    code: 'refused',
    say: `Only editors may use “${command.name}” here. Ask ${asker.editors}.`,
    example: null,
  };
}
