import type { PlatformId } from '../../src/kernel/asker.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Courier, SendOutcome } from '../../src/kernel/delivery.ts';

export interface Arrival {
  readonly key: string;
  readonly channel: string;
  readonly title: string;
  readonly at: Date;
}

/** What a courier does with one message: whether the message arrives, and the result that it reports. */
export interface Handling {
  readonly arrives: boolean;
  readonly outcome: SendOutcome;
}

export const TAKEN: Handling = { arrives: true, outcome: { kind: 'sent', ref: 'm' } };
export const later = (afterMs: number | null = null): Handling => ({
  arrives: false,
  outcome: { kind: 'later', afterMs, reason: 'The platform is busy.' },
});
export const uncertain = (arrives: boolean): Handling => ({
  arrives,
  outcome: { kind: 'uncertain', reason: 'The connection broke.' },
});
export const refusedBecause = (reason: string): Handling => ({
  arrives: false,
  outcome: { kind: 'refused', reason },
});

export interface FakeCourier extends Courier {
  readonly arrived: readonly Arrival[];
  readonly handed: readonly string[];
  readonly asked: readonly string[];
}

/** A courier that keeps what arrived. `handle` decides each message; by default every message is accepted. */
export function aCourier({
  platform = 'slack',
  clock,
  handle = () => TAKEN,
  sees = () => true,
}: {
  platform?: PlatformId;
  clock: () => Date;
  handle?: (key: string, nth: number) => Handling | Promise<Handling>;
  /** Whether the platform answers a lookup of what arrived. */
  sees?: () => boolean;
}): FakeCourier {
  const arrived: Arrival[] = [];
  const handed: string[] = [];
  const asked: string[] = [];
  return {
    platform,
    // Slack's pace, so that tests of pacing have a limit to keep.
    pace: { channelMs: 1_000, platformMs: 200 },
    arrived,
    handed,
    asked,
    send: async (address, card: Card, key) => {
      handed.push(key);
      const { arrives, outcome } = await handle(key, handed.length);
      if (arrives) arrived.push({ key, channel: address.channel, title: card.title, at: clock() });
      return outcome.kind === 'sent' ? { kind: 'sent', ref: `m${arrived.length}` } : outcome;
    },
    find: async (_address, key, since) => {
      asked.push(key);
      if (!sees()) return { kind: 'unknown', reason: 'The platform does not answer.' };
      const at = arrived.findIndex((each) => each.key === key && each.at >= since);
      return at < 0 ? { kind: 'absent' } : { kind: 'found', ref: `m${at + 1}` };
    },
  };
}
