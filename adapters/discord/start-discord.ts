import { type Client, Events, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Conversation } from '../../src/desk/desk.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Clock } from '../../src/kernel/time/clock.ts';
import { describeError } from './connect/answer-safely.ts';
import { explainFailure, unreachable } from './connect/explain-failure.ts';
import { hangUp } from './connect/hang-up.ts';
import { openClient } from './connect/open-client.ts';
import { registerCommands } from './connect/register-commands.ts';
import { discordRegistration } from './connect/write-registration.ts';
import { openCourier } from './courier/open-courier.ts';
import { answerCommand } from './listen/answer-command.ts';
import { completeOption } from './listen/complete-option.ts';
import { identifyUsers, ownersOf } from './listen/identify-user.ts';
import type { ListenDeps } from './listen/listen-deps.ts';
import { receiveButton } from './listen/receive-button.ts';
import { receiveMessage } from './listen/receive-message.ts';
import type { DiscordConfig } from './settings.ts';

export interface DiscordOptions {
  readonly desk: Conversation;
  readonly config: DiscordConfig;
  readonly log: Log;
  readonly clock: Clock;
  /** Startup timeout in ms; default 30,000. */
  readonly startWithinMs?: number;
}

/**
 * Connects to Discord, registers the command if it has changed, and answers until stopped. Throws Fault
 * `token-refused`, `platform-unreachable` or `config-invalid`, each with a remedy.
 */
export async function startDiscord(
  options: DiscordOptions,
): Promise<{ stop(): Promise<void>; describe: string; courier: Courier; ended: null }> {
  const { desk, config, clock, startWithinMs = 30_000 } = options;
  const log = options.log.child({ adapter: 'discord' });
  const client = openClient(config, log);
  const owners = new Set<string>();
  const { guildId, editors } = config;
  const identifyUser = identifyUsers({ guildId, editors, owners });
  const waiting = answerEvents(client, { desk, log, clock, identifyUser });
  try {
    const ready = await connect(client, config.token, startWithinMs);
    await register(ready, { desk, config, log });
    for (const owner of await ownersOf(ready, config, log)) owners.add(owner);
    log.info({ servers: ready.guilds.cache.size }, 'Discord is ready');
    return {
      describe: describe(ready, { desk, config }),
      ended: null,
      courier: openCourier({ config, desk, log, bot: ready.user.id, mayLook: (id) => mayLook(ready, id) }),
      async stop() {
        client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate);
        await Promise.allSettled(waiting);
        await hangUp(client);
      },
    };
  } catch (error) {
    await hangUp(client);
    throw error;
  }
}

/** Answers incoming events. Returns the answers in progress, so that `stop` can wait for them. */
function answerEvents(client: Client, deps: ListenDeps): ReadonlySet<Promise<void>> {
  const waiting = new Set<Promise<void>>();
  const follow = (answer: Promise<void>) => {
    const work = answer.catch((error: unknown) => {
      deps.log.error({ error: describeError(error) }, 'an event could not be answered');
    });
    waiting.add(work);
    void work.then(() => waiting.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => follow(answerInteraction(interaction, deps)));
  client.on(Events.MessageCreate, (message) => follow(receiveMessage(message, deps)));
  return waiting;
}

async function answerInteraction(interaction: Interaction, deps: ListenDeps): Promise<void> {
  if (interaction.isChatInputCommand()) await answerCommand(interaction, deps);
  else if (interaction.isAutocomplete()) await completeOption(interaction, deps);
  else if (interaction.isButton()) await receiveButton(interaction, deps);
}

/** Logs in and resolves when the client is ready. Rejects with a Fault on failure or after `withinMs`. */
async function connect(client: Client, token: string, withinMs: number): Promise<Client<true>> {
  let closeCode: number | null = null;
  client.once(Events.ShardDisconnect, ({ code }) => {
    closeCode = code;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(unreachable(null)), withinMs);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const loggedIn = client.login(token);
  // After a timeout, a later login failure must not become an unhandled rejection.
  loggedIn.catch(() => undefined);
  try {
    return await Promise.race([loggedIn.then(() => ready), late]);
  } catch (error) {
    throw explainFailure(error, closeCode);
  } finally {
    clearTimeout(timer);
  }
}

type Place = Pick<DiscordOptions, 'desk' | 'config'>;

async function register(client: Client<true>, { desk, config, log }: Place & { log: Log }): Promise<void> {
  const commands = discordRegistration(desk.config);
  try {
    const applicationId = client.application.id;
    const done = await registerCommands(client.rest, { applicationId, guildId: config.guildId, commands });
    log.info({ commands: done, guildId: config.guildId }, 'commands');
  } catch (error) {
    throw explainFailure(error, null);
  }
}

/**
 * Whether the bot may read a channel’s history. Assumes yes when the channel or its permissions are not
 * cached.
 */
function mayLook(client: Client<true>, id: string): boolean {
  const channel = client.channels.cache.get(id);
  if (!channel || channel.isDMBased()) return true;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) ?? true;
}

function describe(client: Client<true>, { desk, config }: Place): string {
  const servers = client.guilds.cache.size;
  const where = config.guildId
    ? 'one server'
    : `${servers} ${servers === 1 ? 'server' : 'servers'} and direct messages`;
  return `Discord as ${client.user.displayName}: /${desk.config.command} in ${where}`;
}
