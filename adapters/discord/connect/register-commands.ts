import {
  type APIApplicationCommand,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

type Command = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Registers the commands in one server or globally; returns whether anything was sent. Sends nothing when
 * they are already registered, because Discord accepts only 200 new commands a day. Throws the REST client’s
 * errors.
 */
export async function registerCommands(
  rest: REST,
  {
    applicationId,
    guildId,
    commands,
  }: { applicationId: string; guildId: string | null; commands: readonly Command[] },
): Promise<'unchanged' | 'registered'> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = guildId ? commands.map(withoutScope) : commands;
  const found = (await rest.get(route)) as APIApplicationCommand[];
  if (fingerprint(found, guildId) === fingerprint(wanted, guildId)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'registered';
}

/** Removes the scope fields: Discord accepts them for global commands only. */
function withoutScope({ integration_types, contexts, ...command }: Command): Command {
  return command;
}

type Comparable = Pick<Command, 'name'> & {
  readonly type?: number | undefined;
  readonly description?: string;
  readonly options?: readonly object[] | undefined;
  readonly integration_types?: readonly number[] | undefined;
  readonly contexts?: readonly number[] | null | undefined;
};

/**
 * Serialises the fields that decide whether two registrations are equal. Discord adds ids, versions and
 * defaults to the registration it received.
 */
function fingerprint(commands: readonly Comparable[], guildId: string | null): string {
  const essence = commands.map(
    ({ type = 1, name, description = '', options, integration_types, contexts }) => ({
      type,
      name,
      description,
      options: (options ?? []).map(optionEssence),
      scope: guildId ? null : [[...(integration_types ?? [0])].sort(), [...(contexts ?? [0, 1, 2])].sort()],
    }),
  );
  return JSON.stringify(essence.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function optionEssence(option: object): object {
  const { type, name, description, required, autocomplete, options } = option as Record<string, unknown>;
  return {
    type,
    name,
    description,
    required: required ?? false,
    autocomplete: autocomplete ?? false,
    options: Array.isArray(options) ? options.map(optionEssence) : [],
  };
}
