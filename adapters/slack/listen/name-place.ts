import type { WebClient } from '@slack/web-api';
import { type Destination, directMessages } from '../../../src/kernel/asker.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { errorCode } from '../post/name-error.ts';
import { rememberFor } from './remember-for.ts';

/** The address somebody asks from: `hinted` is the channel's name as the request gives it, which may be none or no name at all. */
export type NamePlace = (
  user: string,
  channel: string | null,
  hinted?: string | null,
) => Promise<Destination>;

/** A channel is seldom renamed; ms. */
const NAMED_MS = 600_000;
const UNNAMED_MS = 60_000;
/** What Slack gives in place of a name where the app may not know it: docs.slack.dev/interactivity/implementing-slash-commands */
const NO_NAME = /^(?:directmessage|privategroup|mpdm-.*)$/;

/** Direct messages are addressed by person; a channel, also from inside a thread, by its id. Never throws. */
export function namePlaces({ client, log, clock }: { client: WebClient; log: Log; clock: Clock }): NamePlace {
  const nameOf = rememberFor(
    async (channel) => {
      try {
        const info = (await client.conversations.info({ channel })).channel;
        return info?.is_mpim ? 'a group conversation' : info?.name ? `#${info.name}` : null;
      } catch (error) {
        log.info({ code: errorCode(error) }, 'slack: a channel’s name could not be asked');
        return null;
      }
    },
    { clock, forMs: (name) => (name ? NAMED_MS : UNNAMED_MS) },
  );
  return async (user, channel, hinted = null) => {
    if (!channel || channel.startsWith('D') || hinted === 'directmessage')
      return directMessages('slack', user);
    const given = hinted && !NO_NAME.test(hinted) ? `#${hinted}` : await nameOf(channel);
    return { platform: 'slack', channel, direct: false, name: given ?? `the channel ${channel}` };
  };
}

/** Slack's words for a channel the app is no member of. */
const STRANGER = new Set(['channel_not_found', 'not_in_channel']);

/** Whether the app can post in a channel, as far as Slack says: only where it was invited. Never throws. */
export async function mayPost(client: WebClient, channel: string): Promise<boolean> {
  try {
    return (await client.conversations.info({ channel })).channel?.is_member ?? true;
  } catch (error) {
    return !STRANGER.has(errorCode(error));
  }
}
