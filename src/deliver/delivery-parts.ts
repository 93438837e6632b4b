import type { Deliveries, Schedules } from '../archive/delivery-port.ts';
import type { Watches } from '../archive/watch-port.ts';
import type { PlatformId } from '../kernel/asker.ts';
import type { Compose, Courier } from '../kernel/delivery.ts';
import type { Clock } from '../kernel/time/clock.ts';
import type { DeliveryEvent } from './note-event.ts';

/** Dependencies of the delivery loop. It reaches everything outside through these. */
export interface DeliveryParts {
  readonly archive: {
    readonly schedules: Schedules;
    readonly deliveries: Deliveries;
    readonly watches: Pick<Watches, 'all'>;
  };
  /** One courier per running platform. */
  readonly couriers: ReadonlyMap<PlatformId, Courier>;
  readonly compose: Compose;
  readonly clock: Clock;
  readonly random: () => number;
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Name of this process as lease holder, see name-owner.ts. */
  readonly owner: string;
  /** Whether the lease holder of this name may still be running. */
  readonly mayLive: (owner: string) => boolean;
  readonly note: (event: DeliveryEvent) => void;
  /** Plans alerts in addition to schedules; called once per tick. */
  readonly planMore?: (now: Date) => Promise<void>;
}
