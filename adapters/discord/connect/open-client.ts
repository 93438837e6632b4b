import { Client, Events, GatewayIntentBits, Options, Partials, RESTEvents } from 'discord.js';
import type { Log } from '../../../src/kernel/log.ts';
import type { DiscordConfig } from '../settings.ts';
import { describeError } from './answer-safely.ts';
import { makeRequest } from './send-request.ts';

/**
 * Creates an unconnected discord.js client that mentions nobody, requests no privileged intent and writes its
 * events to our log.
 */
export function openClient(config: DiscordConfig, log: Log): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without this partial, discord.js drops direct messages from channels that are not cached.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // The bot never answers from these caches.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
    }),
    rest: { makeRequest, ...(config.apiUrl ? { api: config.apiUrl } : {}) },
  });
  tellLog(client, config, log);
  return client;
}

function tellLog(client: Client, { token }: DiscordConfig, log: Log): void {
  const clean = (text: string) => withoutTokens(text, token);
  client.on(Events.Debug, (say) => {
    // discord.js prints most of the token in this line.
    if (!say.startsWith('Provided token')) log.debug(clean(say));
  });
  // The REST client’s debug lines are not logged: they contain interaction tokens in several formats.
  client.on(Events.Warn, (say) => log.warn(clean(say)));
  client.on(Events.Error, (error) =>
    log.error({ error: describeError(error) }, 'discord.js reports an error'),
  );
  client.on(Events.ShardError, (error) =>
    log.warn({ error: describeError(error) }, 'the connection to Discord failed'),
  );
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to Discord'));
  client.on(Events.ShardResume, () => log.info('connected to Discord again'));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error({ code }, 'Discord ended the connection for good'),
  );
  client.rest.on(RESTEvents.RateLimited, ({ method, route, timeToReset, scope }) =>
    log.warn({ method, route, scope, retryAfterMs: timeToReset }, 'Discord asks us to slow down'),
  );
}

/** Replaces the bot token, and interaction tokens in request paths, with `[secret]`. */
function withoutTokens(text: string, token: string): string {
  return text
    .replaceAll(token, '[secret]')
    .replace(/((?:webhooks|interactions)\/\d+\/)[^/\s"']+/g, '$1[secret]');
}
