import type { Payload } from './judge-payload.ts';

export const BOT_TOKEN = 'xoxb-100-200-botbotbotbot';
export const APP_TOKEN = 'xapp-1-A1-300-appappappapp';
export const SECRET = 'a signing secret of 32 characters';
const ADMIN_TOKEN = 'xoxp-admin';

/** People and places of the emulated workspace. */
export const ASKER = 'U000000001';
export const BOT = 'U000000099';
export const CHANNEL = 'C000000001';

const ADMIN_SCOPES = [
  'groups:write',
  'im:write',
  'channels:write',
  'channels:write.invites',
  'channels:manage',
];

/** A workspace with one reporter and our app, which has the scopes it asks for in its manifest and no others. */
export function seed(botScopes: readonly string[]): { slack: object } {
  const app = {
    app_id: 'A1',
    client_id: '1.2',
    client_secret: 's',
    name: 'Verbatim',
    redirect_uris: ['http://127.0.0.1/x'],
  };
  const bot = { bot_id: 'B000000099', bot_user_id: BOT };
  return {
    slack: {
      strict_scopes: true,
      oauth_apps: [{ ...app, ...bot, bot_name: 'verbatim' }],
      tokens: [
        { token: BOT_TOKEN, type: 'bot', user_id: BOT, app_id: 'A1', scopes: botScopes, ...bot },
        { token: ADMIN_TOKEN, type: 'user', user_id: ASKER, scopes: ADMIN_SCOPES },
      ],
    },
  };
}

/** What stands in a channel, oldest first, threads in their places. */
export async function standing(emulatorUrl: string, channel: string): Promise<Payload[]> {
  const ask = async (method: string, args: Record<string, string>) => {
    const response = await fetch(`${emulatorUrl}/api/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${BOT_TOKEN}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ channel, limit: '1000', ...args }).toString(),
    });
    return ((await response.json()) as { messages?: (Payload & { ts: string })[] }).messages ?? [];
  };
  const tops = (await ask('conversations.history', {})).reverse();
  const threads = await Promise.all(tops.map(({ ts }) => ask('conversations.replies', { ts })));
  return threads.flat();
}

/** The id of the channel that a method of the emulator, called as its admin, gives. */
export async function channelFrom(emulatorUrl: string, method: string, args: object): Promise<string> {
  const response = await fetch(`${emulatorUrl}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const { channel } = (await response.json()) as { channel?: { id: string } };
  if (!channel) throw new Error(`the emulator gave no channel for ${method}`);
  return channel.id;
}

/** The answer with what the emulator leaves out: profiles' zones and owners, `oldest`, metadata only on request. */
export function completed({
  method,
  args,
  body,
  profiles,
}: {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
  readonly profiles: ReadonlyMap<string, object>;
}): object {
  if (method === 'users.info' && body['ok'])
    return { ...body, user: { ...(body['user'] as object), ...profiles.get(args['user'] ?? '') } };
  if (method !== 'conversations.history' || !body['ok']) return body;
  const messages = (body['messages'] as { ts: string; metadata?: object }[])
    .filter(({ ts }) => Number(ts) >= Number(args['oldest'] ?? 0))
    .map(({ metadata, ...message }) =>
      metadata && args['include_all_metadata'] === 'true' ? { ...message, metadata } : message,
    );
  return { ...body, messages };
}

/** A trigger of the asker's, which opens a form within three seconds. */
export async function triggerFrom(emulatorUrl: string): Promise<string> {
  const response = await fetch(`${emulatorUrl}/api/views.generateTriggerId`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user_id: ASKER }).toString(),
  });
  return ((await response.json()) as { trigger_id: string }).trigger_id;
}
