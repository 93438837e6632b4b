import { InteractionContextType, Locale, PermissionFlagsBits } from 'discord.js';
import { type Asker, type Destination, directMessages } from '../../../src/kernel/asker.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import type { DiscordConfig } from '../settings.ts';
import { type Asked, rolesOf, type StandingDeps, standingOf } from './judge-standing.ts';
import type { Application, ReadApplication } from './read-application.ts';

export interface IdentifyDeps extends StandingDeps, Pick<DiscordConfig, 'editors'> {
  readonly readApplication: ReadApplication;
}

/** Identifies the asker of an interaction or a message. */
export type IdentifyUser = (asked: Asked) => Promise<Asker>;

/** Builds a function that identifies an asker from Discord’s event data: id, name, destination and rights. Never throws. */
export function identifyUsers(deps: IdentifyDeps): IdentifyUser {
  return async (asked) => {
    const user = 'author' in asked ? asked.author : asked.user;
    const nick =
      asked.member && ('displayName' in asked.member ? asked.member.displayName : asked.member.nick);
    const application = await deps.readApplication();
    const rights = { ...deps, application };
    const editor = isEditor(asked, user.id, rights);
    return {
      id: user.id,
      name: cleanLine(nick || user.displayName).slice(0, 80) || 'somebody',
      standing: editor ? { kind: 'reader' } : await standingOf(asked, user.id, deps),
      editor,
      editors: whomToAsk(asked, rights),
      // Discord does not expose a user’s time zone.
      zone: null,
      country: 'locale' in asked ? countryOfLocale(asked.locale) : null,
      at: await addressOf(asked, user.id, deps),
    };
  };
}

type Rights = Pick<DiscordConfig, 'guildId' | 'editors'> & { readonly application: Application };

/**
 * The country of a client's language: GB for `en-GB`, JP for `ja`. Null for `en-US`, which every client has
 * until somebody chooses another, and for a language of no single country (`es-419`).
 */
function countryOfLocale(locale: string): string | null {
  if (locale === Locale.EnglishUS) return null;
  const { region } = new Intl.Locale(locale).maximize();
  return region && /^[A-Z]{2}$/u.test(region) ? region : null;
}

function isEditor(asked: Asked, user: string, { editors, guildId, application }: Rights): boolean {
  if (application.owners.has(user) || editors?.includes(user)) return true;
  // A person can install the bot for their own account and manage the server they use it in. That does not
  // make them an editor.
  const { guild } = asked;
  if (!guild || (guildId !== null && guild.id !== guildId)) return false;
  if (editors) return rolesOf(asked).some((role) => editors.includes(role));
  // Anybody can add a public bot to a server of theirs.
  if (guildId === null && application.isPublic !== false) return false;
  const rights = 'author' in asked ? asked.member?.permissions : asked.memberPermissions;
  return rights?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

function whomToAsk({ guild }: Asked, { editors, guildId, application }: Rights): string {
  const known = (editors ?? []).map((id) => {
    const role = guild?.roles.cache.get(id);
    const name = role?.name ?? guild?.members.cache.get(id)?.displayName;
    return name ? cleanLine(role ? `@${name}` : name) : '';
  });
  const names = [...new Set(known.filter(Boolean))].slice(0, 3).join(' or ');
  if (names) return names;
  if (editors) return 'an editor of this desk';
  if (guildId === null && application.isPublic !== false)
    return 'the owner of this bot: nobody else may change anything until its settings name editors or a server';
  if (!guild || (guildId !== null && guild.id !== guildId))
    return 'someone who may manage the newsroom’s server, and there; in direct messages only the owner of this bot may';
  return 'someone who may manage this server';
}

/**
 * Destination of an event. Direct messages, and private channels without the bot, map to the person’s direct
 * messages; they belong to the configured server where the person is a member of it.
 */
async function addressOf(
  asked: Asked,
  user: string,
  { guildId, findMembership }: IdentifyDeps,
): Promise<Destination> {
  if (isElsewhere(asked) || !asked.channelId) {
    const direct = directMessages('discord', user);
    const isMember = guildId !== null && (await findMembership(guildId, user)).kind === 'member';
    return isMember ? { ...direct, home: guildId } : direct;
  }
  const { channel } = asked;
  const name = channel && 'name' in channel && channel.name ? `#${cleanLine(channel.name)}` : null;
  return {
    platform: 'discord',
    channel: asked.channelId,
    direct: false,
    home: asked.guildId,
    name: name ?? `the channel ${asked.channelId}`,
  };
}

function isElsewhere(asked: Asked): boolean {
  if (asked.guildId === null) return true;
  if ('author' in asked) return false;
  const { context } = asked;
  return context === InteractionContextType.BotDM || context === InteractionContextType.PrivateChannel;
}
