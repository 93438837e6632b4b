import type { WebClient } from '@slack/web-api';
import type { Asker, Destination } from '../../../src/kernel/asker.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { cleanLine } from '../../../src/text/clean-text.ts';
import { type AskSlack, isGroup, openAskSlack, type Told } from './ask-slack.ts';
import { isOurs, MEMBERS, type Member, standingOf, type Workspace } from './judge-standing.ts';

/** Dependencies for identifying askers and their rights in a workspace. */
export interface AskersOptions {
  /** A client with a short timeout and few retries, because a reader is waiting. */
  readonly client: WebClient;
  readonly log: Log;
  readonly clock: Clock;
  /** Ids of user groups and members who are editors; null for the workspace's admins and owners. */
  readonly editors: readonly string[] | null;
  /** Who may read; null for the full members of the workspace. */
  readonly readers: readonly string[] | null;
  /** An admin of another workspace, met in a shared channel, has no admin rights here. */
  readonly workspace: Workspace;
}

/** `at` may still be on its way: both are asked at once, because a form must be opened within three seconds. */
export type IdentifyUser = (user: string, at: Destination | Promise<Destination>) => Promise<Asker>;

/** People whose last known profile is kept, for reading only, while Slack does not answer. */
const MOST_KEPT = 5_000;

/**
 * Asks Slack for a person's name, zone, and whether they may read the desk and change it. Never throws: if Slack
 * does not answer, the person has no editor's rights, and reads only if Slack said earlier that they may.
 */
export function identifyUsers(options: AskersOptions): IdentifyUser {
  const { editors, workspace } = options;
  const slack = openAskSlack(options);
  const readers = options.readers ?? MEMBERS;
  const lastTold = keepLastTold();
  return async (user, at) => {
    const asked = slack.member(user);
    const [place, may, profile, grouped] = await Promise.all([
      at,
      mayChange(user, asked, { slack, editors, workspace }),
      asked,
      slack.isInGroup(user, readers),
    ]);
    const known: Member = 'told' in profile ? profile.told : {};
    const editor = 'told' in may && may.told;
    const unsure = 'untold' in may ? ` (Slack did not tell me whether you are one: ${may.untold})` : '';
    const member = lastTold(user, profile);
    const inGroup = 'told' in grouped ? grouped.told : null;
    const standing = standingOf({ user, member, workspace, readers, grouped: inGroup });
    return {
      id: user,
      name: nameOf(known) || 'somebody',
      standing: editor ? { kind: 'reader' } : standing,
      editor,
      editors: editor ? 'an editor of this desk' : `${await whomToAsk(editors, slack)}${unsure}`,
      zone: known.tz ?? null,
      country: null,
      at: { ...place, home: isOurs(known, workspace) ? workspace.team : (known.team_id ?? null) },
    };
  };
}

async function mayChange(
  user: string,
  profile: Promise<Told<Member>>,
  { slack, editors, workspace }: Pick<AskersOptions, 'editors' | 'workspace'> & { readonly slack: AskSlack },
): Promise<Told<boolean>> {
  if (editors) return editors.includes(user) ? { told: true } : await slack.isInGroup(user, editors);
  const known = await profile;
  return 'told' in known ? { told: isAdmin(known.told, workspace) } : known;
}

/** Names the editors: the handles of their user groups, and up to three people. */
async function whomToAsk(editors: AskersOptions['editors'], slack: AskSlack): Promise<string> {
  if (!editors) return 'an admin or owner of this workspace';
  const groups = editors.filter(isGroup);
  const known = groups.length ? await slack.handles() : { told: [] };
  const ofGroups = groups.map((id) => {
    const handle = 'told' in known ? known.told.find((one) => one.id === id)?.handle : undefined;
    return handle ? `@${handle}` : 'a member of the editors’ user group';
  });
  const people = editors.filter((id) => !isGroup(id)).slice(0, 3);
  const names = (await Promise.all(people.map((id) => slack.member(id)))).flatMap((told) =>
    'told' in told && nameOf(told.told) ? [nameOf(told.told)] : [],
  );
  return [...new Set([...ofGroups, ...names])].join(' or ') || 'an editor of this desk';
}

/** Gives a profile as Slack last told it; null where it never did. */
function keepLastTold(): (user: string, profile: Told<Member>) => Member | null {
  const last = new Map<string, Member>();
  return (user, profile) => {
    if ('untold' in profile) return last.get(user) ?? null;
    if (last.size >= MOST_KEPT) last.clear();
    last.set(user, profile.told);
    return profile.told;
  };
}

function isAdmin(member: Member, { team }: Workspace): boolean {
  return (
    isOurs(member, { team, enterprise: null }) &&
    Boolean(member.is_admin || member.is_owner || member.is_primary_owner)
  );
}

function nameOf({ profile, real_name, name }: Member): string {
  return cleanLine(profile?.display_name || profile?.real_name || real_name || name || '').slice(0, 80);
}
