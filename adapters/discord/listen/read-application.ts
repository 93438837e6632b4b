import {
  type APIApplication,
  type REST,
  Routes,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord.js';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { rememberFor } from '../../../src/kernel/time/remember-for.ts';
import { describeError } from '../connect/answer-safely.ts';

/** The bot's application at Discord. */
export interface Application {
  /** User ids of its owner, or of the team members who may change it: they hold its token and may do everything. */
  readonly owners: ReadonlySet<string>;
  /** Whether anybody can add the bot to a server of theirs; null where Discord did not say. */
  readonly isPublic: boolean | null;
}

export type ReadApplication = () => Promise<Application>;

/** How long it is cached, in ms: who left the team has no rights a minute later. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 10_000;
const ANSWER_WITHIN_MS = 2_000;

/** Asks Discord for the application. Never throws: where Discord does not answer, it has no owners. */
export function readApplications({
  rest,
  clock,
  log,
}: {
  rest: REST;
  clock: Clock;
  log: Log;
}): ReadApplication {
  const read = rememberFor(
    async (): Promise<Application> => {
      try {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        const told = (await rest.get(Routes.currentApplication(), { signal })) as APIApplication;
        return { owners: ownersOf(told), isPublic: told.bot_public };
      } catch (error) {
        log.warn({ error: describeError(error) }, 'Discord did not say who owns the application');
        return { owners: new Set(), isPublic: null };
      }
    },
    { clock, forMs: ({ isPublic }) => (isPublic === null ? UNKNOWN_MS : KNOWN_MS) },
  );
  return () => read('');
}

function ownersOf({ owner, team }: Partial<APIApplication>): ReadonlySet<string> {
  if (!team) return new Set(owner ? [owner.id] : []);
  const members = team.members.filter(
    ({ membership_state, role }) =>
      membership_state === TeamMemberMembershipState.Accepted && role !== TeamMemberRole.ReadOnly,
  );
  return new Set(members.map(({ user }) => user.id));
}
