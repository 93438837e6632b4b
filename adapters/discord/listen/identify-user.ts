import {
  type BaseInteraction,
  type Client,
  GuildMember,
  InteractionContextType,
  Locale,
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
  /** User ids of the application’s owners: they hold its token and may do everything. */
  readonly owners: ReadonlySet<string>;
};

/** Identifies the asker of an interaction or a message. */
export type IdentifyUser = (asked: BaseInteraction | Message) => Asker;

/** Builds a function that identifies an asker from Discord’s event data: id, name, destination and rights. */
export function identifyUsers(rights: Rights): IdentifyUser {
  return (asked) => {
    const user = 'author' in asked ? asked.author : asked.user;
    const nick =
      asked.member && ('displayName' in asked.member ? asked.member.displayName : asked.member.nick);
    return {
      id: user.id,
      name: cleanLine(nick || user.displayName).slice(0, 80) || 'somebody',
      editor: isEditor(asked, user.id, rights),
      editors: whomToAsk(asked, rights),
      // Discord does not expose a user’s time zone.
      zone: null,
      country: 'locale' in asked ? countryOfLocale(asked.locale) : null,
      at: addressOf(asked, user.id),
    };
  };
}

/**
 * The country of a client's language: GB for `en-GB`, JP for `ja`. Null for `en-US`, which every client has
 * until somebody chooses another, and for a language of no single country (`es-419`).
 */
function countryOfLocale(locale: string): string | null {
  if (locale === Locale.EnglishUS) return null;
  const { region } = new Intl.Locale(locale).maximize();
  return region && /^[A-Z]{2}$/u.test(region) ? region : null;
}

function isEditor(
  asked: BaseInteraction | Message,
  user: string,
  { editors, guildId, owners }: Rights,
): boolean {
  if (owners.has(user) || editors?.includes(user)) return true;
  // A person can install the bot for their own account and manage the server they use it in. That does not
  // make them an editor.
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

/**
 * Destination of an event. Direct messages, and private channels without the bot, map to the person’s direct
 * messages.
 */
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

/**
 * Returns the ids of the application’s owner or of the team members who may change it. If Discord does not
 * answer, logs a warning and returns an empty set.
 */
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
