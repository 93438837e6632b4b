import type { Archive } from '../../src/archive/port.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { DeliveryParts } from '../../src/deliver/delivery-parts.ts';
import type { DeliveryEvent } from '../../src/deliver/note-event.ts';
import { type DeliveryLoop, openDelivery } from '../../src/deliver/open-delivery.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Compose } from '../../src/kernel/delivery.ts';
import { aCourier, type FakeCourier } from '../builders/a-courier.ts';

/** A clock that only a test moves. */
export interface HeldClock {
  readonly now: () => Date;
  /** Sets it to an ISO time. */
  set(time: string): void;
  /** Moves it by minutes, back where they are negative. */
  move(minutes: number): void;
}

export function heldClock(time: string): HeldClock {
  let ms = Date.parse(time);
  return {
    now: () => new Date(ms),
    set: (to) => {
      ms = Date.parse(to);
    },
    move: (minutes) => {
      ms += minutes * 60_000;
    },
  };
}

export interface OpenedDelivery {
  readonly archive: Archive;
  readonly courier: FakeCourier;
  readonly delivery: DeliveryLoop;
  readonly events: readonly DeliveryEvent[];
  /** What happened, by kind. */
  kinds(): string[];
}

export const cardCalled = (title: string): Card => ({ title, blocks: [], more: null, line: null, asOf: '' });
const composeCard: Compose = async ({ key }) => ({ kind: 'card', card: cardCalled(key) });

/** Deliveries over an archive in memory (or the one given), one courier that is a fake, and a clock that sleeping moves. */
export function openHouse(
  clock: HeldClock,
  given: Partial<DeliveryParts> & {
    readonly archive?: Archive;
    readonly courier?: FakeCourier;
  } = {},
): OpenedDelivery {
  const archive = given.archive ?? openSqliteArchive({ file: ':memory:' });
  const courier = given.courier ?? aCourier({ clock: clock.now });
  const events: DeliveryEvent[] = [];
  const delivery = openDelivery({
    couriers: new Map([[courier.platform, courier]]),
    compose: composeCard,
    clock: clock.now,
    random: () => 0.5,
    sleep: async (ms) => clock.move(ms / 60_000),
    owner: 'here:1:a',
    mayLive: () => true,
    note: (event) => events.push(event),
    ...given,
    archive,
  });
  return { archive, courier, delivery, events, kinds: () => events.map(({ kind }) => kind) };
}
