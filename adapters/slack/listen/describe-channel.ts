import type { WebClient } from '@slack/web-api';
import { type Destination, directMessages } from '../../../src/kernel/asker.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import { errorCode } from '../post/error-code.ts';
import { rememberFor } from './remember-for.ts';

/**
 * The destination that somebody asks from. `hinted` is the channel's name as the request states it; it may be
 * null or a placeholder.
 */
export type DescribeChannel = (
  user: string,
  channel: string | null,
  hinted?: string | null,
) => Promise<Destination>;

/** How long a channel's name is cached, in ms; channels are seldom renamed. */
const NAMED_MS = 600_000;
const UNNAMED_MS = 60_000;
/**
 * Placeholders that Slack sends if the app may not know a channel's name:
 * docs.slack.dev/interactivity/implementing-slash-commands
 */
const NO_NAME = /^(?:directmessage|privategroup|mpdm-.*)$/;

/**
 * A direct message's destination is the person's id; a channel's is its id, also from inside a thread. Never
 * throws.
 */
export function describeChannels({
  client,
  log,
  clock,
}: {
  client: WebClient;
  log: Log;
  clock: Clock;
}): DescribeChannel {
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

/** Error codes for a channel that the app is not a member of. */
const STRANGER = new Set(['channel_not_found', 'not_in_channel']);

/** Whether the app may post in a channel: only as a member. True if Slack does not say. Never throws. */
export async function mayPost(client: WebClient, channel: string): Promise<boolean> {
  try {
    return (await client.conversations.info({ channel })).channel?.is_member ?? true;
  } catch (error) {
    return !STRANGER.has(errorCode(error));
  }
}
