import { type APIApplicationCommandInteractionDataOption, ApplicationCommandOptionType } from 'discord.js';
import type { AskValues } from '../../../src/kernel/ask.ts';

/** The fields that Discord’s raw option and discord.js’s parsed option have in common. */
export interface GivenOption {
  readonly name: string;
  readonly type: APIApplicationCommandInteractionDataOption['type'];
  readonly value?: string | number | boolean | undefined;
  readonly options?: readonly GivenOption[] | undefined;
}

/**
 * Converts Discord options to a command and its values, as a typed line would give them; null without a
 * subcommand.
 */
export function readOptions(
  options: readonly GivenOption[] | undefined,
): { readonly command: string; readonly values: AskValues } | null {
  const [first] = options ?? [];
  if (first?.type === ApplicationCommandOptionType.SubcommandGroup) {
    const [second] = first.options ?? [];
    return second ? { command: `${first.name} ${second.name}`, values: valuesOf(second.options) } : null;
  }
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return null;
  return { command: first.name, values: valuesOf(first.options) };
}

function valuesOf(options: readonly GivenOption[] | undefined): AskValues {
  // A Boolean option set to false counts as not given.
  const said = (options ?? []).filter(({ value }) => value !== false);
  return Object.fromEntries(
    said.map(({ name, value }) => [name, value === undefined ? undefined : String(value)]),
  );
}
