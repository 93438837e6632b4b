import type { Conversation } from '../../src/desk/desk.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import type { ConfiguredPlatform, Finding, Platform } from '../../src/kernel/platform.ts';
import { PACE } from './draw/limits.ts';
import { type DiscordConfig, discordSettings, readDiscordConfig } from './settings.ts';

export const discord: Platform<Conversation> = {
  id: 'discord',
  name: 'Discord',
  kind: 'chat',
  settings: discordSettings,
  secrets: ['DISCORD_TOKEN'],
  configure: (given) => {
    const config = readDiscordConfig(given);
    return config && configured(config);
  },
  readDestination,
  destinationExamples: ['discord:123456789012345678', 'discord:@123456789012345678'],
  pace: PACE,
  manifest: async (config) => {
    const { discordRegistration } = await import('./connect/write-registration.ts');
    return discordRegistration(config);
  },
};

function configured(config: DiscordConfig): ConfiguredPlatform<Conversation> {
  return {
    platform: discord,
    summary: `Discord${config.guildId ? ' in one server' : ''}`,
    start: async ({ desk, log, clock }) => {
      const { startDiscord } = await import('./start-discord.ts');
      return startDiscord({ desk, config, log, clock });
    },
    check: async function* ({ clock }): AsyncGenerator<Finding> {
      const { trySettings } = await import('./connect/try-settings.ts');
      yield* trySettings(config, clock);
    },
  };
}

/** Parses a destination: `discord:1234…` is a channel, `discord:@1234…` a member’s direct messages. */
function readDestination(text: string): Destination | null {
  const [, at, channel] = /^discord:(@?)(\d{15,21})$/u.exec(text) ?? [];
  if (!channel) return null;
  const name = `Discord ${at ? 'member' : 'channel'} ${channel}`;
  return { platform: 'discord', channel, direct: Boolean(at), name };
}
