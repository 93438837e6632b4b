import { setMaxListeners } from 'node:events';
import { destinationKey } from '../kernel/asker.ts';
import type { Delivery } from '../kernel/delivery.ts';
import { type Attempted, attemptDelivery, LEASE_MS } from './attempt-delivery.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { openPace, type Pace } from './keep-pace.ts';
import type { DeliveryEvent } from './note-event.ts';

/** How many deliveries may be under way at once. */
const AT_ONCE = 12;
/** A delivery that is due later than this waits for the next tick. */
const WAITED_FOR_MS = 60_000;
/** How long to wait when another process holds the due deliveries. */
const BLOCKED_MS = 1_000;
const LEAST_REST_MS = 20;

export interface Outbox {
  /** Sends due deliveries until none can be sent within a minute. Throws what the archive throws. */
  drain(): Promise<void>;
  /** Ends the loop's wait at once, because new work may be due. */
  wake(): void;
  /** Extends the leases of the deliveries under way. */
  renew(): Promise<void>;
  /** Starts no more deliveries. Resolves when those under way have ended. */
  close(): Promise<void>;
}

interface Ended extends Attempted {
  readonly delivery: Delivery;
  readonly tookMs: number;
}

/** Opens the loop that claims due deliveries and hands them to the couriers. */
export function openOutbox(deps: DeliveryParts): Outbox {
  return new OutboxLoop(deps);
}

class OutboxLoop implements Outbox {
  readonly #deps: DeliveryParts;
  readonly #pace: Pace;
  readonly #stop = new AbortController();
  readonly #underWay = new Map<number, { readonly delivery: Delivery; readonly done: Promise<void> }>();
  /** Attempts that have ended and are not recorded yet, for example because the disk was full. */
  readonly #unrecorded: Ended[] = [];
  #nap = new AbortController();
  #awake = false;

  constructor(deps: DeliveryParts) {
    this.#deps = deps;
    this.#pace = openPace(deps.couriers);
    // Each attempt may wait on this signal for its turn, and so may the loop itself.
    setMaxListeners(AT_ONCE + 1, this.#stop.signal);
  }

  async drain(): Promise<void> {
    await this.#recordLeft();
    while (!this.#stop.signal.aborted && !this.#unrecorded.length) {
      const wait = await this.#idleMs();
      if (wait === null && !this.#underWay.size) return;
      if (wait === null) await this.#someEnd();
      else if (wait) await this.#rest(wait);
      else await this.#startClaimed();
    }
  }

  wake(): void {
    this.#awake = true;
    this.#nap.abort();
  }

  async renew(): Promise<void> {
    const { archive, clock, owner } = this.#deps;
    const lease = new Date(clock().getTime() + LEASE_MS);
    for (const { delivery } of [...this.#underWay.values(), ...this.#unrecorded])
      await archive.deliveries.renew(delivery, owner, lease);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
    await this.#recordLeft();
  }

  async #startClaimed(): Promise<void> {
    const claimed = await this.#claim();
    for (const delivery of claimed) {
      const done = this.#attempt(delivery).finally(() => this.#underWay.delete(delivery.id));
      this.#underWay.set(delivery.id, { delivery, done });
    }
    if (!claimed.length && !this.#underWay.size) await this.#rest(this.#blockedMs());
    await this.#someEnd();
  }

  #claim(): Promise<Delivery[]> {
    const { archive, clock, couriers, owner } = this.#deps;
    const now = clock();
    const held = [...this.#underWay.values(), ...this.#unrecorded].map(({ delivery }) =>
      destinationKey(delivery.destination),
    );
    return archive.deliveries.claim({
      owner,
      platforms: [...couriers.keys()],
      now,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      busy: [...this.#pace.resting(now.getTime()), ...held],
      limit: AT_ONCE - this.#underWay.size,
    });
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { clock, couriers, note } = this.#deps;
    const courier = couriers.get(delivery.destination.platform);
    if (!courier) return;
    const began = clock().getTime();
    const deps = { ...this.#deps, pace: this.#pace, signal: this.#stop.signal };
    try {
      const attempted = await attemptDelivery(delivery, courier, deps);
      if (!attempted) return note({ kind: 'lost', delivery });
      await this.#record({ delivery, ...attempted, tookMs: clock().getTime() - began });
    } catch (error) {
      // The archive failed before the courier was called: nothing was sent, and the claim lapses.
      note({ kind: 'fault', doing: 'sending', error });
    }
  }

  async #record(ended: Ended): Promise<void> {
    const { archive, clock, note, owner } = this.#deps;
    try {
      const ours = await archive.deliveries.settle(ended.delivery, owner, ended.settlement);
      note(ours ? eventOf(ended, clock()) : { kind: 'lost', delivery: ended.delivery });
    } catch (error) {
      note({ kind: 'unrecorded', delivery: ended.delivery, error });
      this.#unrecorded.push(ended);
    }
  }

  async #recordLeft(): Promise<void> {
    for (const ended of this.#unrecorded.splice(0)) await this.#record(ended);
  }

  /** Milliseconds until the next attempt is due; null when that is later than the next tick. */
  async #idleMs(): Promise<number | null> {
    const { archive, clock, couriers } = this.#deps;
    const planned = await archive.deliveries.nextAttemptAt([...couriers.keys()]);
    if (planned === null) return null;
    const wait = Date.parse(planned) - clock().getTime();
    return wait > WAITED_FOR_MS ? null : Math.max(0, wait);
  }

  /** Milliseconds until a due delivery can be claimed: its channel rests, or another process holds it. */
  #blockedMs(): number {
    const now = this.#deps.clock().getTime();
    const free = this.#pace.nextFreeMs(now);
    return free === null ? BLOCKED_MS : Math.min(WAITED_FOR_MS, Math.max(LEAST_REST_MS, free - now));
  }

  async #rest(ms: number): Promise<void> {
    // wake() was called while the loop was not resting.
    if (this.#awake) {
      this.#awake = false;
      return;
    }
    this.#nap = new AbortController();
    await this.#deps.sleep(ms, AbortSignal.any([this.#stop.signal, this.#nap.signal]));
  }

  /** Waits until a claim can succeed: a place is free, all sends have ended, or new work arrived. */
  async #someEnd(): Promise<void> {
    const sent = [...this.#underWay.values()].map(({ done }) => done);
    this.#nap = new AbortController();
    const { signal } = this.#nap;
    const woken = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([woken, sent.length === AT_ONCE ? Promise.race(sent) : Promise.all(sent)]);
  }
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
