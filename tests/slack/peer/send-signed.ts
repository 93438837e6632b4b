import { createHmac } from 'node:crypto';
import { ASKER, BOT, CHANNEL, SECRET } from './workspace.ts';

export interface Signing {
  readonly secret?: string;
  /** How long ago the request says it was signed, in seconds. */
  readonly agoSec?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack signs it; gives the status and how long it took, in ms. */
export async function sendSigned(
  port: number,
  body: string,
  { secret = SECRET, agoSec = 0, headers = {} }: Signing = {},
): Promise<{ status: number; body: string; ms: number }> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - agoSec);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const before = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  });
  const text = await response.text();
  return { status: response.status, body: text, ms: performance.now() - before };
}

let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

/** The body of a slash command, as Slack's documentation shows it. */
export function aCommand(over: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    token: 'legacy',
    team_id: 'T000000001',
    team_domain: 'newsroom',
    channel_id: CHANNEL,
    channel_name: 'general',
    user_id: ASKER,
    user_name: 'reporter',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    trigger_id: `t.${next()}`,
    text: '',
    ...over,
  };
}

/** An Events API body around an event. */
export function anEvent(
  event: Readonly<Record<string, unknown>>,
  eventId = `Ev${next()}`,
): Record<string, unknown> {
  return {
    type: 'event_callback',
    team_id: 'T000000001',
    api_app_id: 'A1',
    event_id: eventId,
    event_time: 1,
    authorizations: [{ team_id: 'T000000001', user_id: BOT, is_bot: true }],
    event: { event_ts: '1.1', ...event },
  };
}

export function aDirectMessage(
  text: string,
  over: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    type: 'message',
    channel: 'D1',
    channel_type: 'im',
    user: ASKER,
    text,
    ts: `${next()}.000100`,
    ...over,
  };
}

export function aMention(
  text: string,
  over: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    type: 'app_mention',
    channel: CHANNEL,
    user: ASKER,
    text: `<@${BOT}> ${text}`,
    ts: `${next()}.000200`,
    ...over,
  };
}

/** The body of a pressed button. */
export function aPress(
  button: { readonly action_id: string; readonly value: string },
  over: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: 'T000000001', domain: 'newsroom' },
    user: { id: ASKER, username: 'reporter', team_id: 'T000000001' },
    api_app_id: 'A1',
    trigger_id: `t.${next()}`,
    channel: { id: CHANNEL, name: 'general' },
    container: { type: 'message', message_ts: `${next()}.000300`, channel_id: CHANNEL, is_ephemeral: true },
    actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...button }],
    ...over,
  };
}

export const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
export const interaction = (payload: object) => form({ payload: JSON.stringify(payload) });
