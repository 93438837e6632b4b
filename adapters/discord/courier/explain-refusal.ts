import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Failure } from '../../../src/deliver/post-parts.ts';

/** Errors that last until a person acts: Discord's documentation, "Opcodes and Status Codes", JSON error codes. */
const REFUSALS = new Map<number, string>([
  [RESTJSONErrorCodes.UnknownChannel, 'the channel is gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'I am not in that server any more'],
  [RESTJSONErrorCodes.UnknownUser, 'this person is not on Discord any more'],
  [RESTJSONErrorCodes.InvalidRecipients, 'this person takes no direct messages'],
  [RESTJSONErrorCodes.MissingAccess, 'I may not see the channel: a server admin can let me in'],
  [RESTJSONErrorCodes.MissingPermissions, 'I may not send messages there: a server admin can let me'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'this person takes no direct messages from me'],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'this is no channel for text'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'the thread is archived'],
  [RESTJSONErrorCodes.ThreadLocked, 'the thread is locked'],
]);

/** Errors before any connection, so nothing was posted; from node:net, node:dns and undici. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a failed request means for the delivery, with the reason in plain words. */
export function outcomeOf(error: unknown): Failure {
  if (error instanceof RateLimitError)
    return {
      kind: 'later',
      afterMs: Math.ceil(error.retryAfter || error.timeToReset),
      reason: 'Discord asks me to slow down',
    };
  if (error instanceof DiscordAPIError) return ofApi(error);
  if (error instanceof HTTPError)
    return { kind: 'uncertain', reason: `Discord is out of order (HTTP ${error.status})` };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNREACHED.has(code))
    return { kind: 'later', afterMs: null, reason: `Discord cannot be reached (${code})` };
  return { kind: 'uncertain', reason: 'the connection to Discord broke' };
}

function ofApi({ code, status }: DiscordAPIError): Failure {
  const refusal = typeof code === 'number' ? REFUSALS.get(code) : undefined;
  if (refusal) return { kind: 'refused', reason: `Discord: ${refusal} (${code})` };
  // Discord refused, so nothing arrived. A changed token, for example, may be fixed in time, so it is tried again.
  return { kind: 'later', afterMs: null, reason: `Discord says no (code ${code}, HTTP ${status})` };
}
