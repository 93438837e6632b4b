import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Asker, Destination } from '../../../src/kernel/asker.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { errorCode } from '../post/error-code.ts';
import { rememberFor } from './remember-for.ts';

/** Dependencies for identifying askers and their rights in a workspace. */
export interface AskersOptions {
  /** A client with a short timeout and few retries, because a reader is waiting. */
  readonly client: WebClient;
  readonly log: Log;
  readonly clock: Clock;
  /** Ids of user groups and members who are editors; null for the workspace's admins and owners. */
  readonly editors: readonly string[] | null;
  /** The workspace's id. An admin of another workspace, met in a shared channel, has no admin rights here. */
  readonly team: string | null;
}

export type IdentifyUser = (user: string, at: Destination) => Promise<Asker>;

/** How long an identity is cached, in ms; a failed request is retried sooner. */
const KNOWN_MS = 300_000;
const UNKNOWN_MS = 30_000;

type Member = NonNullable<UsersInfoResponse['user']>;
/** Slack's answer, or the error code if Slack gave none. */
type Told<T> = { readonly told: T } | { readonly untold: string };

/**
 * Asks Slack for a person's name, zone, and whether they may change what the desk reads and sends. Never
 * throws: if Slack does not answer, the person has no editor's rights, and the asker's `editors` states the
 * reason.
 */
export function identifyUsers({ client, log, clock, editors, team }: AskersOptions): IdentifyUser {
  const remember = <T>(ask: (id: string) => Promise<T>) =>
    rememberFor(
      async (id: string): Promise<Told<T>> => {
        try {
          return { told: await ask(id) };
        } catch (error) {
          log.warn({ code: errorCode(error) }, 'slack: who somebody is could not be asked');
          return { untold: errorCode(error) };
        }
      },
      { clock, forMs: (known) => ('told' in known ? KNOWN_MS : UNKNOWN_MS) },
    );
  const member = remember(async (user) => (await client.users.info({ user })).user ?? {});
  const group = remember(async (id) => (await client.usergroups.users.list({ usergroup: id })).users ?? []);
  const handles = remember(async () => (await client.usergroups.list({})).usergroups ?? []);
  const named = editors ?? [];
  const groups = named.filter((id) => id.startsWith('S'));

  async function mayChange(user: string, profile: Told<Member>): Promise<Told<boolean>> {
    if (!editors) return 'told' in profile ? { told: isAdmin(profile.told, team) } : profile;
    if (named.includes(user)) return { told: true };
    const members = await Promise.all(groups.map(group));
    if (members.some((told) => 'told' in told && told.told.includes(user))) return { told: true };
    return members.find((told) => 'untold' in told) ?? { told: false };
  }

  async function whomToAsk(): Promise<string> {
    if (!editors) return 'an admin or owner of this workspace';
    const known = groups.length ? await handles('') : { told: [] };
    const ofGroups = groups.map((id) => {
      const handle = 'told' in known ? known.told.find((one) => one.id === id)?.handle : undefined;
      return handle ? `@${handle}` : 'a member of the editors’ user group';
    });
    const people = named.filter((id) => !groups.includes(id)).slice(0, 3);
    const names = (await Promise.all(people.map(member))).flatMap((told) =>
      'told' in told && nameOf(told.told) ? [nameOf(told.told)] : [],
    );
    return [...new Set([...ofGroups, ...names])].join(' or ') || 'an editor of this desk';
  }

  return async (user, at) => {
    const profile = await member(user);
    const may = await mayChange(user, profile);
    const known: Member = 'told' in profile ? profile.told : {};
    const editor = 'told' in may && may.told;
    const unsure = 'untold' in may ? ` (Slack did not tell me whether you are one: ${may.untold})` : '';
    return {
      id: user,
      name: nameOf(known) || 'somebody',
      editor,
      editors: editor ? 'an editor of this desk' : `${await whomToAsk()}${unsure}`,
      zone: known.tz ?? null,
      country: null,
      at,
    };
  };
}

function isAdmin(member: Member, team: string | null): boolean {
  if (member.deleted || member.is_bot || member.is_stranger || !team) return false;
  const ours = member.team_id === team || Boolean(member.enterprise_user?.teams?.includes(team));
  return ours && Boolean(member.is_admin || member.is_owner || member.is_primary_owner);
}

function nameOf({ profile, real_name, name }: Member): string {
  return cleanLine(profile?.display_name || profile?.real_name || real_name || name || '').slice(0, 80);
}
