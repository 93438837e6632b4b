import { Fault } from '../../../src/kernel/fault.ts';
import type { Finding } from '../../../src/kernel/platform.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import type { DiscordConfig } from '../settings.ts';

/**
 * Timeout in ms. Discord answers in well under a second; a firewall that drops requests must not delay
 * `doctor`.
 */
const TIMEOUT_MS = 10_000;

/**
 * Maximum clock skew in ms before a warning: Slack’s tolerance (docs.slack.dev, Verifying requests from
 * Slack).
 */
const MOST_SKEW_MS = 300_000;

/**
 * Checks the token and the clock against Discord’s API without connecting to the gateway. Throws Fault
 * `token-refused` or `platform-unreachable`.
 */
export async function* trySettings(config: DiscordConfig, clock: Clock): AsyncGenerator<Finding> {
  const response = await requestMe(config);
  const me: unknown = await response.json().catch(() => null);
  const named = me instanceof Object && 'username' in me && typeof me.username === 'string';
  yield { well: true, what: 'Discord', say: `the token works: ${named ? me.username : 'the bot'}` };
  const sentAt = Date.parse(response.headers.get('date') ?? '');
  const skewMs = Number.isNaN(sentAt) ? 0 : Math.abs(clock().getTime() - sentAt);
  if (skewMs > MOST_SKEW_MS)
    yield {
      well: false,
      what: 'clock',
      say: `${Math.round(skewMs / 60_000)} minutes off Discord’s. Set this computer’s time.`,
    };
}

async function requestMe({ token, apiUrl }: DiscordConfig): Promise<Response> {
  const api = (apiUrl ?? 'https://discord.com/api').replace(/\/+$/u, '');
  const response = await fetch(`${api}/v10/users/@me`, {
    headers: { authorization: `Bot ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
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
  return response;
}
