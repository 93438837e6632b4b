import type {
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIGuildMember,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';

export const BOT: APIUser = {
  id: '200000000000000001',
  username: 'verbatim',
  discriminator: '0',
  global_name: 'Verbatim',
  avatar: null,
  bot: true,
};
export const READER: APIUser = {
  id: '200000000000000002',
  username: 'anna',
  discriminator: '0',
  global_name: 'Anna',
  avatar: null,
};
export const SERVER = '300000000000000001';
export const CHANNEL = '400000000000000001';
/** A role that may do nothing by itself, and one that may manage the server. */
export const EDITORS = '310000000000000001';
export const MANAGERS = '310000000000000002';
export const DIRECT = '400000000000000002';

/** Where a reader asks: a channel of a server, a direct message with the bot, one with somebody else (user install). */
export type Place = 'server' | 'direct' | 'elsewhere';

/** A server with one channel, as a GUILD_CREATE tells of it. */
export function aGuild(): GatewayGuildCreateDispatchData {
  return {
    id: SERVER,
    name: 'Newsroom',
    owner_id: '200000000000000008',
    roles: [
      {
        id: SERVER,
        name: '@everyone',
        permissions: '1071698660929',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
      {
        id: EDITORS,
        name: 'desk editors',
        permissions: '0',
        position: 1,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: true,
        flags: 0,
      },
      {
        id: MANAGERS,
        name: 'managers',
        permissions: '32',
        position: 2,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: [
      { id: CHANNEL, type: 0, name: 'desk', position: 0, permission_overwrites: [], guild_id: SERVER },
    ],
    members: [{ ...aMember(), user: BOT }],
    emojis: [],
    stickers: [],
    features: [],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    large: false,
    joined_at: '2023-01-01T00:00:00.000Z',
  } as unknown as GatewayGuildCreateDispatchData;
}

function aMember(roles: readonly string[] = []): Omit<APIGuildMember, 'user'> & { permissions: string } {
  return {
    roles,
    joined_at: '2023-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    // MANAGE_GUILD is 1 << 5.
    permissions: String(1_071_698_660_929n | (roles.includes(MANAGERS) ? 32n : 0n)),
  } as never;
}

const CONTEXT = { server: 0, direct: 1, elsewhere: 2 } as const;

/** What every interaction carries, by where it happens. */
function aPlace({ place = 'server', nick = null, user = READER, roles = [], server = SERVER }: Who) {
  const id = place === 'server' ? CHANNEL : place === 'direct' ? DIRECT : '400000000000000003';
  const shared = {
    channel_id: id,
    context: CONTEXT[place],
    authorizing_integration_owners: place === 'elsewhere' ? { 1: user.id } : { 0: SERVER },
  };
  return place === 'server'
    ? {
        ...shared,
        guild_id: server,
        channel: { id, type: 0, name: 'desk' },
        member: { ...aMember(roles), nick, user },
      }
    : { ...shared, channel: { id, type: 1 }, user };
}

/** Who does something, and where. */
export interface Who {
  readonly place?: Place;
  readonly nick?: string | null;
  readonly user?: APIUser;
  readonly roles?: readonly string[];
  /** A server the bot may not be in. */
  readonly server?: string;
  /** The language of the person’s client. */
  readonly locale?: string;
}

export interface InteractionOptions extends Who {
  readonly id: string;
}

function anInteraction({ id, ...who }: InteractionOptions, rest: object): object {
  return {
    id,
    application_id: BOT.id,
    token: tokenOf(id),
    version: 1,
    app_permissions: '1071698660929',
    locale: who.locale ?? 'en-US',
    guild_locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...aPlace(who),
    ...rest,
  };
}

export function tokenOf(id: string): string {
  return `interaction-token-${id}`;
}

/** `who said` with its values as Discord sends a chosen subcommand. */
export function someOptions(
  command: string,
  values: Readonly<Record<string, string>>,
  focused: string | null = null,
): APIApplicationCommandInteractionDataOption[] {
  const [first = '', second] = command.split(' ');
  const given = Object.entries(values).map(([name, value]) => ({
    type: 3,
    name,
    value,
    ...(name === focused ? { focused: true } : {}),
  }));
  const options = second
    ? [{ type: 2, name: first, options: [{ type: 1, name: second, options: given }] }]
    : [{ type: 1, name: first, options: given }];
  return options as APIApplicationCommandInteractionDataOption[];
}

/** A slash command (`type` 2) or its autocompletion (4). */
export function aCommand(
  where: InteractionOptions,
  {
    name,
    options,
    type = 2,
  }: { name: string; options: APIApplicationCommandInteractionDataOption[]; type?: 2 | 4 },
): APIChatInputApplicationCommandInteraction {
  return anInteraction(where, {
    type,
    data: { id: '500000000000000001', type: 1, name, options },
  }) as APIChatInputApplicationCommandInteraction;
}

/** A press of a button on a message of the bot's. */
export function aPress(where: InteractionOptions, customId: string, messageId: string): object {
  const message = { ...aMessage({ id: messageId, author: BOT, content: '' }), flags: 1 << 15 };
  return anInteraction(where, { type: 3, data: { custom_id: customId, component_type: 2 }, message });
}

export function aMessage({
  id,
  content,
  author = READER,
  place = 'direct',
  type = 0,
  roles = [],
}: {
  id: string;
  content: string;
  author?: APIUser;
  place?: 'server' | 'direct';
  type?: number;
  roles?: readonly string[];
}): GatewayMessageCreateDispatchData {
  return {
    id,
    type,
    content,
    author,
    channel_id: place === 'server' ? CHANNEL : DIRECT,
    channel_type: place === 'server' ? 0 : 1,
    ...(place === 'server' ? { guild_id: SERVER, member: aMember(roles) } : {}),
    timestamp: '2023-10-10T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: content.includes(BOT.id) ? [BOT] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
  } as unknown as GatewayMessageCreateDispatchData;
}
