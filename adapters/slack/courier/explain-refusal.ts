import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Failure } from '../../../src/deliver/post-parts.ts';

/** Errors that last until a person acts: docs.slack.dev/reference/methods/chat.postMessage and conversations.open. */
const REFUSALS: Readonly<Record<string, string>> = {
  channel_not_found: 'the channel is gone, or I was never invited to it',
  not_in_channel: 'I am not in the channel: invite me there with /invite',
  is_archived: 'the channel is archived',
  user_not_found: 'this person is not in the workspace any more',
  users_not_found: 'this person is not in the workspace any more',
  user_disabled: 'this person’s account is closed',
  cannot_dm_bot: 'this is a bot, and bots take no direct messages',
  user_not_visible: 'I may not write to this person',
  missing_scope:
    'the app lacks a right it needs: install it again with the manifest of “verbatim manifest slack”',
  no_permission: 'I may not post there',
  restricted_action: 'an admin of the workspace has restricted who may post there',
  restricted_action_read_only_channel: 'only some people may post in this channel',
  restricted_action_thread_only_channel: 'this channel takes replies only',
  restricted_action_non_threadable_channel: 'this channel takes no replies',
  messages_tab_disabled: 'the app’s messages tab is off: turn it on under “App Home”',
  team_access_not_granted: 'the app is not installed in that workspace',
};

/** Whether the request may have been carried out. The documentation says so of both errors. */
const UNSURE = new Set(['internal_error', 'fatal_error']);

/** Errors before any connection, so nothing was posted; from node:net and node:dns. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What a failed call means for the delivery, with the reason in plain words. */
export function outcomeOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', afterMs: error.retryAfter * 1_000, reason: 'Slack asks me to slow down' };
  if (error instanceof WebAPIPlatformError) return ofPlatform(error.data.error);
  if (error instanceof WebAPIHTTPError)
    return error.statusCode >= 500
      ? { kind: 'uncertain', reason: `Slack is out of order (HTTP ${error.statusCode})` }
      : {
          kind: 'later',
          afterMs: null,
          reason: `something between here and Slack refuses (HTTP ${error.statusCode})`,
        };
  if (error instanceof WebAPIRequestError && UNREACHED.has(causeCode(error.original)))
    return { kind: 'later', afterMs: null, reason: `Slack cannot be reached (${causeCode(error.original)})` };
  return { kind: 'uncertain', reason: 'the connection to Slack broke' };
}

function ofPlatform(code: string): Failure {
  const refusal = REFUSALS[code];
  if (refusal) return { kind: 'refused', reason: `Slack: ${refusal} (${code})` };
  if (UNSURE.has(code)) return { kind: 'uncertain', reason: `Slack is out of order (${code})` };
  // Slack refused, so nothing arrived. An expired token or an unknown error may be fixed in time, so it is tried again.
  return { kind: 'later', afterMs: null, reason: `Slack says ${/^[a-z_]{1,60}$/.test(code) ? code : 'no'}` };
}

function causeCode({ cause }: Error): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
}
