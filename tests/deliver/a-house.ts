import type { Archive } from '../../src/archive/port.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { DeliveryParts } from '../../src/deliver/delivery-parts.ts';
import type { DeliveryEvent } from '../../src/deliver/note-event.ts';
import { type DeliveryLoop, openDelivery } from '../../src/deliver/open-delivery.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Compose } from '../../src/kernel/delivery.ts';
import { aCourier, type FakeCourier } from '../builders/a-courier.ts';

/** A clock that moves only when a test moves it. */
export interface HeldClock {
  readonly now: () => Date;
  /** Sets the clock to an ISO time. */
  set(time: string): void;
  /** Moves the clock by minutes; negative minutes move it back. */
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
  /** The events of the outbox, in order. */
  kinds(): string[];
}

export const cardCalled = (title: string): Card => ({ title, blocks: [], more: null, line: null, asOf: '' });
const composeCard: Compose = async ({ key }) => ({ kind: 'card', card: cardCalled(key) });

/** An outbox over an archive in memory (or the given one), a fake courier, and a clock that sleeping moves. */
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
