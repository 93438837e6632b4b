import { type APIGuildMember, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { rememberFor } from '../../../src/kernel/time/remember-for.ts';
import { describeError } from '../connect/answer-safely.ts';

/** Whether a person is in a server, and with which roles. `unknown`: Discord did not say. */
export type Membership =
  | { readonly kind: 'member'; readonly roles: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

export type FindMembership = (server: string, person: string) => Promise<Membership>;

/** How long an answer is cached, in ms: who was removed from a server reads nothing a minute later. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 10_000;
/** A person waits for this, and type-ahead must be answered within three seconds. */
const ANSWER_WITHIN_MS = 2_000;

const NOBODY: readonly unknown[] = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];

/** Asks Discord for a member by id, which needs no privileged intent. Never throws. */
export function findMemberships({
  rest,
  clock,
  log,
}: {
  rest: REST;
  clock: Clock;
  log: Log;
}): FindMembership {
  const find = rememberFor(
    async (key): Promise<Membership> => {
      const [server = '', person = ''] = key.split('/');
      try {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        const { roles } = (await rest.get(Routes.guildMember(server, person), { signal })) as APIGuildMember;
        return { kind: 'member', roles };
      } catch (error) {
        if (error instanceof DiscordAPIError && NOBODY.includes(error.code)) return { kind: 'none' };
        log.warn(
          { error: describeError(error), server },
          'Discord did not say whether somebody is in a server',
        );
        return { kind: 'unknown' };
      }
    },
    { clock, forMs: ({ kind }) => (kind === 'unknown' ? UNKNOWN_MS : KNOWN_MS) },
  );
  return (server, person) => find(`${server}/${person}`);
}
