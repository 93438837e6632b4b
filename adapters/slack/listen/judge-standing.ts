import type { UsersInfoResponse } from '@slack/web-api';
import type { Standing } from '../../../src/kernel/asker.ts';

export type Member = NonNullable<UsersInfoResponse['user']>;

/** The workspace that the app is installed in, as `auth.test` names it. */
export interface Workspace {
  readonly team: string | null;
  /** The organisation on Enterprise Grid; null outside one. */
  readonly enterprise: string | null;
}

/** Who reads where no setting says it: full members, and no guests. */
export const MEMBERS: readonly string[] = ['members'];

const ASK = 'an admin or owner of the workspace that this desk belongs to';

/** Whether somebody is of the workspace or its organisation. People in channels shared with another organisation are not. */
export function isOurs(member: Member, { team, enterprise }: Workspace): boolean {
  if (!team || member.deleted || member.is_bot || member.is_stranger) return false;
  const { team_id: own, enterprise_user: grid } = member;
  return own === team || Boolean(grid?.teams?.includes(team)) || isOf(member, enterprise);
}

function isOf({ enterprise_user: grid }: Member, enterprise: string | null): boolean {
  return enterprise !== null && grid?.enterprise_id === enterprise;
}

interface Judged {
  readonly user: string;
  /** Null where Slack did not say who it is. */
  readonly member: Member | null;
  readonly workspace: Workspace;
  /** The setting: `members`, `guests`, `everyone`, and ids. */
  readonly readers: readonly string[];
  /** Whether one of the named user groups holds them; null where Slack did not say. */
  readonly grouped: boolean | null;
}

/** Whether somebody may read the desk, by Slack's facts and the readers' setting. */
export function standingOf({ user, member, workspace, readers, grouped }: Judged): Standing {
  const named = [user, member?.team_id, member?.enterprise_user?.enterprise_id].some(
    (id) => id !== undefined && readers.includes(id),
  );
  if (named || grouped || readers.includes('everyone')) return { kind: 'reader' };
  if (!member || !workspace.team) return { kind: 'unknown', ask: ASK };
  if (!isOurs(member, workspace)) return { kind: 'outsider', ask: ASK };
  const guest = Boolean(member.is_restricted || member.is_ultra_restricted);
  if (readers.includes(guest ? 'guests' : 'members')) return { kind: 'reader' };
  if (grouped === null) return { kind: 'unknown', ask: ASK };
  return { kind: guest ? 'guest' : 'unnamed', ask: ASK };
}
