import { z } from 'zod';
import type { Environment } from '../../src/kernel/platform.ts';
import { httpUrl, idList, text } from '../../src/kernel/settings/setting-schemas.ts';

export const discordSettings = z.object({
  DISCORD_TOKEN: text,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'is not a Discord id (15 to 21 digits)')
    .optional(),
  DISCORD_API_URL: httpUrl,
  VERBATIM_DISCORD_EDITORS: idList(/^\d{15,21}$/, 'ids of roles and members (15 to 21 digits)'),
});

export interface DiscordConfig {
  readonly token: string;
  /**
   * The only server in which to register the command, where it appears at once; null registers it globally.
   */
  readonly guildId: string | null;
  readonly apiUrl: string | null;
  /** Ids of roles and members who are editors; null makes everyone who may manage the server an editor. */
  readonly editors: readonly string[] | null;
}

/**
 * Parses the Discord settings; null without a token. Throws ZodError for values that `discordSettings`
 * rejects.
 */
export function readDiscordConfig(given: Environment): DiscordConfig | null {
  const values = discordSettings.parse(given);
  if (!values.DISCORD_TOKEN) return null;
  return {
    token: values.DISCORD_TOKEN,
    guildId: values.DISCORD_GUILD_ID ?? null,
    apiUrl: values.DISCORD_API_URL ?? null,
    editors: values.VERBATIM_DISCORD_EDITORS ?? null,
  };
}
