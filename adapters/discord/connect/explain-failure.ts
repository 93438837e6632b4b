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
 * Converts a startup error to a Fault with a remedy, by error and close codes. `closeCode` is the gateway’s
 * close code, null if it did not close. Returns an unknown error unchanged.
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

// The Faults below have no cause, because discord.js errors carry the request and its token.
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

/** Builds the Fault for an unreachable Discord. Only the code or status of `error` is shown. */
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
  // System call errors (ECONNREFUSED, ENOTFOUND, …), undici errors and TLS certificate errors.
  return (
    typeof code === 'string' &&
    /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|DEPTH_ZERO_[A-Z_]+|SELF_SIGNED_[A-Z_]+)$/.test(code)
  );
}
