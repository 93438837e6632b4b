import {
  type BaseInteraction,
  type Client,
  GuildMember,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  Team,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord.js';
import { type Asker, type Destination, directMessages } from '../../../src/kernel/asker.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { describeError } from '../connect/answer-safely.ts';
import type { DiscordConfig } from '../settings.ts';

type Rights = Pick<DiscordConfig, 'guildId' | 'editors'> & {
  /** Who owns the application: they hold its token, and may do everything. */
  readonly owners: ReadonlySet<string>;
};

/** Who asks, by a command, a button or a typing reader's option, or by a message. */
export type KnowAsker = (asked: BaseInteraction | Message) => Asker;

/** Reads from what Discord sends along who asks, from where, and whether they may change what the desk reads and sends. */
export function knowAskers(rights: Rights): KnowAsker {
  return (asked) => {
    const user = 'author' in asked ? asked.author : asked.user;
    const nick =
      asked.member && ('displayName' in asked.member ? asked.member.displayName : asked.member.nick);
    return {
      id: user.id,
      name: cleanLine(nick || user.displayName).slice(0, 80) || 'somebody',
      editor: isEditor(asked, user.id, rights),
      editors: whomToAsk(asked, rights),
      // Discord tells nobody's zone.
      zone: null,
      at: addressOf(asked, user.id),
    };
  };
}

function isEditor(
  asked: BaseInteraction | Message,
  user: string,
  { editors, guildId, owners }: Rights,
): boolean {
  if (owners.has(user) || editors?.includes(user)) return true;
  // Somebody who only installed the bot for themselves may manage the server they are in; that makes them nobody here.
  const { guild } = asked;
  if (!guild || (guildId !== null && guild.id !== guildId)) return false;
  if (editors) return rolesOf(asked).some((role) => editors.includes(role));
  const rights = 'author' in asked ? asked.member?.permissions : asked.memberPermissions;
  return rights?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

function rolesOf({ member }: BaseInteraction | Message): readonly string[] {
  if (!member) return [];
  return member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles;
}

function whomToAsk({ guild }: BaseInteraction | Message, { editors, guildId }: Rights): string {
  const known = (editors ?? []).map((id) => {
    const role = guild?.roles.cache.get(id);
    const name = role?.name ?? guild?.members.cache.get(id)?.displayName;
    return name ? cleanLine(role ? `@${name}` : name) : '';
  });
  const names = [...new Set(known.filter(Boolean))].slice(0, 3).join(' or ');
  if (names) return names;
  if (editors) return 'an editor of this desk';
  if (!guild || (guildId !== null && guild.id !== guildId))
    return 'someone who may manage the newsroom’s server, and there; in direct messages only the owner of this bot may';
  return 'someone who may manage this server';
}

/** Direct messages, and conversations the bot is no part of, are addressed by person. */
function addressOf(asked: BaseInteraction | Message, user: string): Destination {
  const elsewhere =
    'author' in asked
      ? asked.guildId === null
      : asked.context === InteractionContextType.BotDM ||
        asked.context === InteractionContextType.PrivateChannel ||
        asked.guildId === null;
  if (elsewhere || !asked.channelId) return directMessages('discord', user);
  const { channel } = asked;
  const name = channel && 'name' in channel && channel.name ? `#${cleanLine(channel.name)}` : null;
  return {
    platform: 'discord',
    channel: asked.channelId,
    direct: false,
    name: name ?? `the channel ${asked.channelId}`,
  };
}

/** The owner of the application, or its team's members who may change it; nobody, said in the log, where Discord does not tell. */
export async function ownersOf(
  client: Client<true>,
  config: DiscordConfig,
  log: Log,
): Promise<ReadonlySet<string>> {
  try {
    const application = await client.application.fetch();
    if (application.botPublic && !config.guildId && !config.editors)
      log.warn(
        'anybody can add this bot to a server of theirs and be an editor there: set VERBATIM_DISCORD_EDITORS or DISCORD_GUILD_ID, or turn “Public Bot” off',
      );
    const { owner } = application;
    if (!(owner instanceof Team)) return new Set(owner ? [owner.id] : []);
    const members = [...owner.members.values()].filter(
      ({ membershipState, role }) =>
        membershipState === TeamMemberMembershipState.Accepted && role !== TeamMemberRole.ReadOnly,
    );
    return new Set(members.map(({ id }) => id));
  } catch (error) {
    log.warn({ error: describeError(error) }, 'Discord did not say who owns the application');
    return new Set();
  }
}
