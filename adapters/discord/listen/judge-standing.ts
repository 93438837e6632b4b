import { type BaseInteraction, type Client, GuildMember, type Message } from 'discord.js';
import type { Standing } from '../../../src/kernel/asker.ts';
import type { DiscordConfig } from '../settings.ts';
import type { FindMembership } from './find-membership.ts';

/** What a person does that Discord tells of. */
export type Asked = BaseInteraction | Message;

export interface StandingDeps extends Pick<DiscordConfig, 'guildId' | 'readers'> {
  readonly client: Client;
  readonly findMembership: FindMembership;
}

/** The roles of a person in the server where they ask. */
export function rolesOf({ member }: Asked): readonly string[] {
  if (!member) return [];
  return member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles;
}

/**
 * Whether somebody who is no editor may read the desk. Named servers and roles count wherever the person asks, in direct
 * messages too. Where neither readers nor a server are named, the bot answers everybody.
 */
export async function standingOf(asked: Asked, user: string, deps: StandingDeps): Promise<Standing> {
  const { guildId, readers } = deps;
  const named = readers ?? (guildId === null ? ['everyone'] : [guildId]);
  if (named.includes('everyone') || named.includes(user)) return { kind: 'reader' };
  const here = [...(asked.guildId ? [asked.guildId] : []), ...rolesOf(asked)];
  if (here.some((id) => named.includes(id))) return { kind: 'reader' };
  const servers = serversOf(named, deps);
  const found = await Promise.all(
    servers.map(async (id) => ({ id, ...(await deps.findMembership(id, user)) })),
  );
  const ask = 'someone who may manage the newsroom’s server';
  const memberships = found.flatMap((each) => (each.kind === 'member' ? [[each.id, ...each.roles]] : []));
  if (memberships.flat().some((id) => named.includes(id))) return { kind: 'reader' };
  if (found.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown', ask };
  return { kind: memberships.length ? 'unnamed' : 'outsider', ask };
}

/** The servers in which somebody could be a reader: those named, those of named roles, and the configured one. */
function serversOf(named: readonly string[], { client, guildId }: StandingDeps): readonly string[] {
  const known = client.guilds.cache.filter(
    ({ id, roles }) => named.includes(id) || named.some((role) => roles.cache.has(role)),
  );
  return [...new Set([...(guildId === null ? [] : [guildId]), ...known.keys()])];
}
