import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { Fault } from '../../../src/kernel/fault.ts';

const PORTAL = 'https://discord.com/developers/applications';

/**
 * Why the bot could not start, as one plain line and what to do. `closeCode` is how Discord's gateway hung up, where it did.
 * Decided by codes; what is not known here is given back as it is.
 */
export function explainFailure(error: unknown, closeCode: number | null): unknown {
  if (error instanceof Fault) return error;
  if (closeCode === GatewayCloseCodes.DisallowedIntents || closeCode === GatewayCloseCodes.InvalidIntents)
    return intentsRefused();
  if (closeCode === GatewayCloseCodes.AuthenticationFailed || isUnauthorized(error)) return tokenRefused();
  if (error instanceof DiscordAPIError) return apiRefused(error);
  if (isUnreachable(error)) return unreachable(error);
  return error;
}

// The errors of discord.js carry the request, and with it the token: none of these faults has them as a cause.
function tokenRefused(): Fault {
  return new Fault('token-refused', 'Discord does not accept DISCORD_TOKEN.', {
    remedy: `Open ${PORTAL}, your application, Bot, press “Reset Token”, and put the new token in DISCORD_TOKEN.`,
  });
}

function intentsRefused(): Fault {
  return new Fault('token-refused', 'Discord does not give this bot the messages it asks for.', {
    remedy: `Open ${PORTAL}, your application, Bot, and turn on “Message Content Intent” under “Privileged Gateway Intents”.`,
  });
}

function apiRefused(error: DiscordAPIError): unknown {
  if (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
    return new Fault('config-invalid', 'The bot is not in the server that DISCORD_GUILD_ID names.', {
      remedy:
        'Invite it there with the scopes “bot” and “applications.commands”, or remove DISCORD_GUILD_ID.',
    });
  return new Fault('config-invalid', `Discord refused to start the bot (code ${error.code}).`, {
    remedy: `Check the application at ${PORTAL}; VERBATIM_LOG=debug shows what Discord says.`,
  });
}

/** Discord, or the way to it, does not answer; `error` only gives its code. */
export function unreachable(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  const status = error instanceof HTTPError ? `HTTP ${error.status}` : code;
  return new Fault('platform-unreachable', `Discord cannot be reached${status ? ` (${status})` : ''}.`, {
    remedy:
      'Check the network, and that nothing blocks discord.com and gateway.discord.gg; then start again.',
    retryable: true,
  });
}

function isUnauthorized(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401;
  return error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  const code = 'code' in error ? error.code : undefined;
  // System call errors (ECONNREFUSED, ENOTFOUND, …) and undici's own.
  return (
    typeof code === 'string' &&
    /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|DEPTH_ZERO_[A-Z_]+|SELF_SIGNED_[A-Z_]+)$/.test(code)
  );
}
