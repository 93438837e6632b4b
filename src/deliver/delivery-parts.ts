import type { Deliveries, Schedules } from '../archive/delivery-port.ts';
import type { Watches } from '../archive/watch-port.ts';
import type { PlatformId } from '../kernel/asker.ts';
import type { Compose, Courier } from '../kernel/delivery.ts';
import type { Clock } from '../kernel/time/clock.ts';
import type { DeliveryEvent } from './note-event.ts';

/** What delivering needs; everything outside comes in here. */
export interface DeliveryParts {
  readonly archive: {
    readonly schedules: Schedules;
    readonly deliveries: Deliveries;
    readonly watches: Pick<Watches, 'all'>;
  };
  /** One for each platform that is running. */
  readonly couriers: ReadonlyMap<PlatformId, Courier>;
  readonly compose: Compose;
  readonly clock: Clock;
  readonly random: () => number;
  /** Resolves after so many ms, or at once when the signal is given. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Names this process, see name-owner.ts. */
  readonly owner: string;
  /** Whether the process of that name may still be at work. */
  readonly mayLive: (owner: string) => boolean;
  readonly note: (event: DeliveryEvent) => void;
  /** Plans more than schedules do (alerts), once a tick. */
  readonly planMore?: (now: Date) => Promise<void>;
}
