import type { Destination, Platform } from '../kernel/asker.ts';

/**
 * How fast a platform may be sent to, in ms between two messages. Slack: one a second a channel, several hundred a minute in a workspace
 * (https://docs.slack.dev/apis/web-api/rate-limits). Discord: 50 requests a second in all, 5 messages in 5 s a channel.
 */
const SPACING: Readonly<Record<Platform, { readonly channelMs: number; readonly platformMs: number }>> = {
  slack: { channelMs: 1_000, platformMs: 200 },
  discord: { channelMs: 1_000, platformMs: 40 },
  console: { channelMs: 0, platformMs: 0 },
};

export const addressKey = ({ platform, channel }: Destination): string => `${platform}:${channel}`;

/** When each channel and platform may be sent to again. */
export interface Pace {
  /** Addresses that are to be left alone now. */
  resting(nowMs: number): string[];
  /** When the first of them may be sent to; null where none rests. */
  nextFreeMs(nowMs: number): number | null;
  /** How long a message must wait for its platform's turn, in ms; the turn is taken. */
  takeTurn(platform: Platform, nowMs: number): number;
  /** A message was handed over; the platform may have asked for a longer rest. */
  rest(address: Destination, nowMs: number, askedMs: number | null): void;
}

export function openPace(): Pace {
  const channels = new Map<string, number>();
  const turns = new Map<Platform, number>();
  const forget = (nowMs: number) => {
    // A rest further off than any platform asks for was begun by a clock that has been set back since.
    for (const [key, until] of channels)
      if (until <= nowMs || until > nowMs + LONGEST_REST_MS) channels.delete(key);
  };
  return {
    resting: (nowMs) => {
      forget(nowMs);
      return [...channels.keys()];
    },
    nextFreeMs: (nowMs) => {
      forget(nowMs);
      return channels.size ? Math.min(...channels.values()) : null;
    },
    takeTurn: (platform, nowMs) => {
      const planned = turns.get(platform) ?? 0;
      const turn = planned > nowMs + LONGEST_REST_MS ? nowMs : Math.max(nowMs, planned);
      turns.set(platform, turn + SPACING[platform].platformMs);
      return turn - nowMs;
    },
    rest: (address, nowMs, askedMs) => {
      const ms = Math.max(SPACING[address.platform].channelMs, Math.min(askedMs ?? 0, LONGEST_REST_MS));
      if (ms) channels.set(addressKey(address), nowMs + ms);
    },
  };
}

const LONGEST_REST_MS = 600_000;
