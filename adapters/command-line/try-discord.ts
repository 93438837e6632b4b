import { Fault } from '../../src/kernel/fault.ts';
import type { DiscordConfig } from '../../src/kernel/settings/config.ts';

/** Discord answers in well under a second; a wall that swallows requests should not hold `doctor` up for long. */
const PATIENCE_MS = 10_000;

/** Asks Discord whom its token stands for, without going online. Throws Fault `token-refused` or `platform-unreachable`. */
export async function tryDiscord(
  config: DiscordConfig,
): Promise<{ readonly name: string; readonly sentAt: Date | null }> {
  const api = (config.apiUrl ?? 'https://discord.com/api').replace(/\/+$/u, '');
  const response = await fetch(`${api}/v10/users/@me`, {
    headers: { authorization: `Bot ${config.token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (response?.status === 401 || response?.status === 403)
    throw new Fault('token-refused', 'Discord does not accept DISCORD_TOKEN.', {
      remedy:
        'Open https://discord.com/developers/applications, your application, Bot, press “Reset Token”, and put the new token in DISCORD_TOKEN.',
    });
  if (!response?.ok)
    throw new Fault(
      'platform-unreachable',
      `Discord cannot be reached${response ? ` (HTTP ${response.status})` : ''}.`,
      {
        remedy: 'Check the network, and that nothing blocks discord.com; then try again.',
        retryable: true,
      },
    );
  const me = (await response.json().catch(() => null)) as { username?: unknown } | null;
  const date = new Date(response.headers.get('date') ?? Number.NaN);
  return {
    name: typeof me?.username === 'string' ? me.username : 'the bot',
    sentAt: Number.isNaN(date.getTime()) ? null : date,
  };
}
