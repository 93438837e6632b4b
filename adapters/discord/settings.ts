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
  /** The one server that gets the command, where it shows at once; null for every server. */
  readonly guildId: string | null;
  readonly apiUrl: string | null;
  /** Ids of roles and members who are editors; null for the members who may manage the server. */
  readonly editors: readonly string[] | null;
}

/** Null where Discord is not configured. Throws ZodError for variables that `discordSettings` does not take. */
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
