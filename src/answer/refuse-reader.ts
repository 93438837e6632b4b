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
  return refusal(`Only editors may use “${command.name}” here. Ask ${asker.editors}.`);
}

/**
 * Refuses a person who may not read the desk, in one sentence that holds nothing of the archive. Returns null for
 * a reader.
 */
export function refuseStranger({ standing }: Pick<Asker, 'standing'>): Shortfall | null {
  switch (standing.kind) {
    case 'reader':
      return null;
    case 'outsider':
      return refusal(`This desk answers only people of its own newsroom. Ask ${standing.ask}.`);
    case 'guest':
      return refusal(`This desk does not answer guests. Ask ${standing.ask}.`);
    case 'unnamed':
      return refusal(`This desk answers only the readers that it was told of. Ask ${standing.ask}.`);
    case 'unknown':
      return refusal(
        `I could not find out whether you may read this desk. Try again in a minute, or ask ${standing.ask}.`,
      );
    default:
      return standing satisfies never;
  }
}

function refusal(say: string): Shortfall {
  return { kind: 'shortfall', code: 'refused', say, example: null };
}
