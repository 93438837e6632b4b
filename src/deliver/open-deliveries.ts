import type { AnswerDeps } from '../answer/show/answer-deps.ts';
import type { Archive } from '../archive/port.ts';
import { ANYBODY, type Asker } from '../kernel/asker.ts';
import type { Courier } from '../kernel/delivery.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time/clock.ts';
import { composeDelivery } from './compose-delivery.ts';
import type { DeliveryEvent } from './note-event.ts';
import { logEvent } from './note-event.ts';
import { type DeliveryLoop, openDelivery } from './open-delivery.ts';
import { planAlerts } from './plan-alerts.ts';

/** What the process supplies for delivering. */
export interface DeliveryGiven {
  /** One courier per running platform. */
  readonly couriers: readonly Courier[];
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Name of this process as lease holder, see src/deliver/name-owner.ts. */
  readonly owner: string;
  readonly mayLive: (owner: string) => boolean;
  /** Receives every event in addition to the log. */
  readonly watch?: ((event: DeliveryEvent) => void) | undefined;
}

interface DeliveryRoom {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly tools: (asker: Asker) => Promise<AnswerDeps>;
}

/** Opens the loop that delivers a desk’s scheduled answers and alerts. */
export function openDeliveries(
  { archive, clock, random, log, tools }: DeliveryRoom,
  { couriers, sleep, owner, mayLive, watch }: DeliveryGiven,
): DeliveryLoop {
  return openDelivery({
    archive,
    couriers: new Map(couriers.map((courier) => [courier.platform, courier])),
    compose: (delivery, coverage) => composeDelivery(delivery, coverage, tools),
    clock,
    random,
    sleep,
    owner,
    mayLive,
    note: (event) => {
      logEvent(log, event);
      watch?.(event);
    },
    planMore: async (now) => {
      await planAlerts({ archive, people: (await tools(ANYBODY)).people, now });
    },
  });
}
