import { type Destination, destinationKey, type PlatformId } from '../kernel/asker.ts';
import type { Courier } from '../kernel/delivery.ts';

/** When a message may be sent again to each channel and platform. */
export interface Pace {
  /** Keys of the destinations that must rest now. */
  resting(nowMs: number): string[];
  /** When the first resting destination is free again; null when none rests. */
  nextFreeMs(nowMs: number): number | null;
  /** Takes the platform's next turn and returns how long to wait for it, in ms. */
  takeTurn(platform: PlatformId, nowMs: number): number;
  /** Records that a message was sent. The platform may have requested a longer rest. */
  rest(address: Destination, nowMs: number, askedMs: number | null): void;
}

export function openPace(couriers: ReadonlyMap<PlatformId, Pick<Courier, 'pace'>>): Pace {
  const channels = new Map<string, number>();
  const turns = new Map<PlatformId, number>();
  const forget = (nowMs: number) => {
    // A rest longer than any platform requests comes from a clock that was set back since. It is dropped.
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
      turns.set(platform, turn + (couriers.get(platform)?.pace.platformMs ?? 0));
      return turn - nowMs;
    },
    rest: (address, nowMs, askedMs) => {
      const { channelMs = 0 } = couriers.get(address.platform)?.pace ?? {};
      const ms = Math.max(channelMs, Math.min(askedMs ?? 0, LONGEST_REST_MS));
      if (ms) channels.set(destinationKey(address), nowMs + ms);
    },
  };
}

const LONGEST_REST_MS = 600_000;
