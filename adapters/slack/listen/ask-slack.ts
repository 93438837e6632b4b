import type { UsergroupsListResponse, WebClient } from '@slack/web-api';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { rememberFor } from '../../../src/kernel/time/remember-for.ts';
import { errorCode } from '../post/error-code.ts';
import type { Member } from './judge-standing.ts';

/** Slack's answer, or the error code if Slack gave none. */
export type Told<T> = { readonly told: T } | { readonly untold: string };

/** What Slack says of people and user groups, cached. Nothing here throws. */
export interface AskSlack {
  member(user: string): Promise<Told<Member>>;
  /** Whether one of the user groups among `ids` holds the person. */
  isInGroup(user: string, ids: readonly string[]): Promise<Told<boolean>>;
  handles(): Promise<Told<NonNullable<UsergroupsListResponse['usergroups']>>>;
}

/** How long an answer is cached, in ms: a demoted admin has no rights a minute later. A failed request is retried sooner. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 10_000;

export const isGroup = (id: string) => id.startsWith('S');

/** `client` must have a short timeout and few retries, because a reader is waiting. */
export function openAskSlack({
  client,
  log,
  clock,
}: {
  client: WebClient;
  log: Log;
  clock: Clock;
}): AskSlack {
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
  const group = remember(async (id) => (await client.usergroups.users.list({ usergroup: id })).users ?? []);
  const handles = remember(async () => (await client.usergroups.list({})).usergroups ?? []);
  return {
    member: remember(async (user) => (await client.users.info({ user })).user ?? {}),
    async isInGroup(user, ids) {
      const members = await Promise.all(ids.filter(isGroup).map(group));
      if (members.some((told) => 'told' in told && told.told.includes(user))) return { told: true };
      return members.find((told) => 'untold' in told) ?? { told: false };
    },
    handles: () => handles(''),
  };
}
