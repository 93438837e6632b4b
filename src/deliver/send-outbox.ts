import { setMaxListeners } from 'node:events';
import { destinationKey } from '../kernel/asker.ts';
import type { Delivery } from '../kernel/delivery.ts';
import { type Attempted, attemptDelivery, LEASE_MS } from './attempt-delivery.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { openPace } from './keep-pace.ts';
import type { DeliveryEvent } from './note-event.ts';

/** So many are under way at once. */
const AT_ONCE = 12;
/** What is due later than this waits for the next tick. */
const WAITED_FOR_MS = 60_000;
/** Another process holds what is due, or has just taken it. */
const BLOCKED_MS = 1_000;
const LEAST_REST_MS = 20;

export interface Outbox {
  /** Sends what is due, until nothing is that can be sent within a minute. Throws what the archive throws. */
  drain(): Promise<void>;
  /** Something new is due: what waits for a later attempt must not hold it up. */
  wake(): void;
  /** Holds on to what is under way. */
  renew(): Promise<void>;
  /** Starts nothing new and resolves when what is under way has ended. */
  close(): Promise<void>;
}

interface Ended extends Attempted {
  readonly delivery: Delivery;
  readonly tookMs: number;
}

/** The couriers' loop over what is planned. */
export function openOutbox(parts: DeliveryParts): Outbox {
  const { archive, clock, couriers, owner, note, sleep } = parts;
  const pace = openPace(couriers);
  const stop = new AbortController();
  let nap = new AbortController();
  let awake = false;
  const rest = async (ms: number): Promise<void> => {
    // Woken while it was about to rest.
    if (awake) {
      awake = false;
      return;
    }
    nap = new AbortController();
    await sleep(ms, AbortSignal.any([stop.signal, nap.signal]));
  };
  // Each attempt under way may wait for its turn, and the loop itself.
  setMaxListeners(AT_ONCE + 1, stop.signal);
  const underWay = new Map<number, { readonly delivery: Delivery; readonly done: Promise<void> }>();
  /** Sent, and not recorded yet: the disk was full, say. */
  const unrecorded: Ended[] = [];

  const record = async (ended: Ended): Promise<void> => {
    try {
      const ours = await archive.deliveries.settle(ended.delivery, owner, ended.settlement);
      note(ours ? eventOf(ended, clock()) : { kind: 'lost', delivery: ended.delivery });
    } catch (error) {
      note({ kind: 'unrecorded', delivery: ended.delivery, error });
      unrecorded.push(ended);
    }
  };
  const attempt = async (delivery: Delivery): Promise<void> => {
    const courier = couriers.get(delivery.destination.platform);
    if (!courier) return;
    const began = clock().getTime();
    try {
      const attempted = await attemptDelivery(delivery, courier, { ...parts, pace, signal: stop.signal });
      if (!attempted) return note({ kind: 'lost', delivery });
      await record({ delivery, ...attempted, tookMs: clock().getTime() - began });
    } catch (error) {
      // The archive failed before anything was handed over: nothing was sent, and the claim lapses.
      note({ kind: 'fault', doing: 'sending', error });
    }
  };
  const start = (delivery: Delivery): void => {
    const done = attempt(delivery).finally(() => underWay.delete(delivery.id));
    underWay.set(delivery.id, { delivery, done });
  };
  const claim = async (): Promise<Delivery[]> => {
    const now = clock();
    const held = [...underWay.values(), ...unrecorded].map(({ delivery }) =>
      destinationKey(delivery.destination),
    );
    return archive.deliveries.claim({
      owner,
      platforms: [...couriers.keys()],
      now,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      busy: [...pace.resting(now.getTime()), ...held],
      limit: AT_ONCE - underWay.size,
    });
  };
  /** How long nothing can be sent, in ms; null for longer than a tick. */
  const idleMs = async (): Promise<number | null> => {
    const planned = await archive.deliveries.nextAttemptAt([...couriers.keys()]);
    if (planned === null) return null;
    const wait = Date.parse(planned) - clock().getTime();
    return wait > WAITED_FOR_MS ? null : Math.max(0, wait);
  };
  /** How long until what is due can be claimed: its channel rests, or another process has it. */
  const blockedMs = (): number => {
    const now = clock().getTime();
    const free = pace.nextFreeMs(now);
    return free === null ? BLOCKED_MS : Math.min(WAITED_FOR_MS, Math.max(LEAST_REST_MS, free - now));
  };
  /** Until there may be something to claim: one of a full hand has ended, all of another, or something new is due. */
  const someEnd = async (): Promise<void> => {
    const sent = [...underWay.values()].map(({ done }) => done);
    nap = new AbortController();
    const { signal } = nap;
    const woken = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([woken, underWay.size === AT_ONCE ? Promise.race(sent) : Promise.all(sent)]);
  };
  const drain = async (): Promise<void> => {
    for (const ended of unrecorded.splice(0)) await record(ended);
    while (!stop.signal.aborted && !unrecorded.length) {
      const wait = await idleMs();
      if (wait === null && !underWay.size) return;
      if (wait === null) {
        await someEnd();
        continue;
      }
      if (wait) {
        await rest(wait);
        continue;
      }
      const claimed = await claim();
      for (const delivery of claimed) start(delivery);
      if (!claimed.length && !underWay.size) await rest(blockedMs());
      await someEnd();
    }
  };
  return {
    drain,
    wake: () => {
      awake = true;
      nap.abort();
    },
    renew: async () => {
      const lease = new Date(clock().getTime() + LEASE_MS);
      for (const { delivery } of [...underWay.values(), ...unrecorded])
        await archive.deliveries.renew(delivery, owner, lease);
    },
    close: async () => {
      stop.abort();
      await Promise.all([...underWay.values()].map(({ done }) => done));
      for (const ended of unrecorded.splice(0)) await record(ended);
    },
  };
}

function eventOf({ delivery, settlement, found, tookMs }: Ended, now: Date): DeliveryEvent {
  switch (settlement.kind) {
    case 'sent': {
      const { ref, late } = settlement;
      return { kind: 'sent', delivery, ref, late, found, tookMs };
    }
    case 'silent':
      return { kind: 'silent', delivery };
    case 'again': {
      const { reason, uncertain, nextAttemptAt } = settlement;
      return { kind: 'again', delivery, reason, uncertain, inMs: nextAttemptAt.getTime() - now.getTime() };
    }
    case 'skipped':
    case 'refused':
    case 'failed':
      return { kind: settlement.kind, delivery, reason: settlement.reason };
    default:
      return settlement satisfies never;
  }
}
