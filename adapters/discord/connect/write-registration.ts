import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { commandsFor } from '../../../src/answer/command-list.ts';
import { type CommandDefinition, type CommandParam, optionsOf } from '../../../src/kernel/command.ts';
import type { DeskConfig } from '../../../src/kernel/settings/desk-config.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { LIMITS } from '../draw/limits.ts';

type Param = Pick<CommandParam, 'name' | 'summary' | 'completes' | 'bare'> & { readonly required?: boolean };

/**
 * Builds the registration of the desk’s slash command. `who said` becomes subcommand `said` of group `who`;
 * `find` becomes a subcommand. The command works in servers, direct messages and user installs.
 */
export function discordRegistration(config: DeskConfig): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: config.command,
      description: description(config.summary),
      options: subcommands(commandsFor(config).filter((command) => !command.hidden)),
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      contexts: [
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
      ],
    },
  ];
}

type Option = APIApplicationCommandSubcommandGroupOption | APIApplicationCommandSubcommandOption;

function subcommands(commands: readonly CommandDefinition[]): Option[] {
  const options = new Map<string, Option>();
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ');
    if (second === undefined) {
      options.set(first, subcommand(command, first));
      continue;
    }
    const inGroup = commands.filter(({ name }) => name.startsWith(`${first} `));
    options.set(first, {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name: first,
      description: description(inGroup.map(({ name }) => name).join(' · ')),
      options: inGroup.map((one) => subcommand(one, one.name.slice(first.length + 1))),
    });
  }
  return [...options.values()];
}

function subcommand(command: CommandDefinition, name: string): APIApplicationCommandSubcommandOption {
  const params: Param[] = [...optionsOf(command)];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: description(command.summary),
    // Discord rejects a required option after an optional one.
    options: params.sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false)).map(option),
  };
}

function option({
  name,
  summary,
  completes,
  bare,
  required = false,
}: Param): APIApplicationCommandBasicOption {
  if (bare)
    return {
      type: ApplicationCommandOptionType.Boolean,
      name,
      description: description(summary),
      required,
    };
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description: description(summary),
    required,
    autocomplete: completes !== null,
  };
}

function description(text: string): string {
  const { text: fitted, left } = fitText(text, LIMITS.commandDescription - 1);
  return left ? `${fitted}…` : fitted;
}
