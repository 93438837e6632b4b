import { type Destination, destinationKey, type PlatformId } from '../kernel/asker.ts';
import type { Courier } from '../kernel/delivery.ts';

/** When each channel and platform may be sent to again. */
export interface Pace {
  /** Keys of the destinations that must not be sent to now. */
  resting(nowMs: number): string[];
  /** When the first of them may be sent to; null where none rests. */
  nextFreeMs(nowMs: number): number | null;
  /** How long a message must wait for its platform's turn, in ms; the turn is taken. */
  takeTurn(platform: PlatformId, nowMs: number): number;
  /** A message was handed over; the platform may have asked for a longer rest. */
  rest(address: Destination, nowMs: number, askedMs: number | null): void;
}

export function openPace(couriers: ReadonlyMap<PlatformId, Pick<Courier, 'pace'>>): Pace {
  const channels = new Map<string, number>();
  const turns = new Map<PlatformId, number>();
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
