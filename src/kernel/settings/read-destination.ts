import { type Destination, OWNER } from '../asker.ts';

/**
 * A place as it is written in a desk's file or on the command line: `slack:C0123ABCD`, `slack:U0123ABCD` for somebody's direct messages,
 * `discord:1234…` for a channel, `discord:@1234…` for somebody, `terminal`. Null where it is none.
 */
export function readDestination(text: string): Destination | null {
  if (/^terminal$/iu.test(text.trim())) return OWNER.at;
  const [, platform, at, channel] = /^(slack|discord):(@?)([A-Za-z0-9]{5,25})$/u.exec(text.trim()) ?? [];
  if (!channel) return null;
  if (platform === 'slack') {
    if (!/^[CGDUW][A-Z0-9]+$/u.test(channel) || at) return null;
    const direct = /^[UW]/u.test(channel);
    return {
      platform,
      channel,
      direct,
      name: direct ? `Slack member ${channel}` : `Slack channel ${channel}`,
    };
  }
  if (!/^\d{15,21}$/u.test(channel)) return null;
  const name = at ? `Discord member ${channel}` : `Discord channel ${channel}`;
  return { platform: 'discord', channel, direct: Boolean(at), name };
}
