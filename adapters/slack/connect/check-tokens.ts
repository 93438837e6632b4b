import { WebClient, type WebClientOptions } from '@slack/web-api';
import { Fault } from '../../../src/kernel/fault.ts';
import { errorCode } from '../post/error-code.ts';
import type { SlackConfig } from '../settings.ts';

/** The workspace and bot that a bot token belongs to. */
export interface Identity {
  readonly team: string;
  readonly teamId: string | null;
  readonly name: string;
  readonly botUser: string | null;
  readonly botId: string | null;
  /** The scopes granted to the app; null if Slack does not state them. */
  readonly scopes: readonly string[] | null;
}

/**
 * Error codes by which Slack rejects a token for good: docs.slack.dev/reference/methods/auth.test and
 * apps.connections.open.
 */
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'no_permission',
  'missing_scope',
  'org_login_required',
  'ekm_access_denied',
  'team_disabled',
  'user_removed_from_team',
  'access_denied',
]);

const REMEDY = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token (xoxb-…) from the app’s “OAuth & Permissions” page into SLACK_BOT_TOKEN.',
  SLACK_APP_TOKEN:
    'Make an app-level token (xapp-…) with the scope connections:write on the app’s “Basic Information” page, turn Socket Mode on, and put it into SLACK_APP_TOKEN.',
} as const;

/**
 * Checks the tokens with Slack before anything starts. Throws Fault `token-refused` or
 * `platform-unreachable`.
 */
export async function checkTokens(config: SlackConfig, options: WebClientOptions): Promise<Identity> {
  // A bot that cannot start should fail within seconds; by default, Slack's libraries retry for half an hour.
  const quick: WebClientOptions = {
    ...options,
    retryConfig: { retries: 2, minTimeout: 200 },
    timeout: 10_000,
  };
  const me = await asked('SLACK_BOT_TOKEN', new WebClient(config.botToken, quick).auth.test());
  if (config.inbound.kind === 'socket')
    await asked('SLACK_APP_TOKEN', new WebClient(config.inbound.appToken, quick).apps.connections.open());
  return {
    team: me.team ?? 'Slack',
    teamId: me.team_id ?? null,
    name: me.user ?? 'bot',
    botUser: me.user_id ?? null,
    botId: me.bot_id ?? null,
    scopes: me.response_metadata?.scopes ?? null,
  };
}

async function asked<R>(setting: keyof typeof REMEDY, call: Promise<R>): Promise<R> {
  try {
    return await call;
  } catch (error) {
    const code = errorCode(error);
    if (REFUSED.has(code))
      throw new Fault('token-refused', `Slack refused ${setting} (${code}).`, {
        remedy: REMEDY[setting],
        cause: error,
      });
    throw unreachable(code, error);
  }
}

export function unreachable(code: string, cause: unknown): Fault {
  return new Fault('platform-unreachable', `Slack cannot be reached (${code}).`, {
    remedy:
      'Check the network, a proxy or firewall in between, and SLACK_API_URL if it is set; then start again.',
    retryable: true,
    cause,
  });
}
