import type { DeliveryParts } from './delivery-parts.ts';
import { planDue, removeOnceSent, rewindSchedules } from './plan-due.ts';
import { SETTLED_MS } from './retry-delay.ts';
import { openOutbox } from './send-outbox.ts';

/** The loop that plans and sends scheduled answers and alerts. */
export interface DeliveryLoop {
  /**
   * Plans and sends what is due. Resolves when nothing more can be sent within a minute. Called once a
   * minute; never throws.
   */
  tick(): Promise<void>;
  /** Starts no further sends and resolves when the running ones have ended. */
  close(): Promise<void>;
  /** Time of the last tick that planned everything; null before the first. */
  plannedAt(): Date | null;
}

/** How long a finished delivery is kept, in ms. */
const KEPT_MS = 90 * 86_400_000;
const DAY_MS = 86_400_000;

export function openDelivery(parts: DeliveryParts): DeliveryLoop {
  const { archive, clock, note } = parts;
  const outbox = openOutbox(parts);
  let plannedAt: Date | null = null;
  let forgotAt = 0;
  let sending: Promise<void> | null = null;
  let more = false;
  let closed = false;

  const plan = async (): Promise<void> => {
    const now = clock();
    // Rewind at startup and after the clock is set back: it may have been far ahead when the schedules were
    // decided.
    if (!plannedAt || now < plannedAt) await rewindSchedules(parts);
    if (!plannedAt) await releaseLost(parts);
    await outbox.renew();
    await planDue(parts);
    await removeOnceSent(parts);
    await parts.planMore?.(now);
    if (Math.abs(now.getTime() - forgotAt) > DAY_MS) {
      await archive.deliveries.forget(new Date(now.getTime() - KEPT_MS));
      forgotAt = now.getTime();
    }
    plannedAt = now;
  };
  const send = async (): Promise<void> => {
    do {
      more = false;
      try {
        await outbox.drain();
      } catch (error) {
        note({ kind: 'fault', doing: 'sending', error });
      }
    } while (more && !closed);
  };
  let planning = Promise.resolve();
  return {
    tick: async () => {
      // Plans run one at a time: a delayed tick must not plan concurrently with the next.
      planning = planning.then(() =>
        closed
          ? undefined
          : plan().catch((error: unknown) => note({ kind: 'fault', doing: 'planning', error })),
      );
      await planning;
      if (closed) return;
      more = true;
      outbox.wake();
      sending ??= send().finally(() => {
        sending = null;
      });
      await sending;
    },
    close: async () => {
      closed = true;
      await planning;
      await outbox.close();
      await sending;
    },
    plannedAt: () => plannedAt,
  };
}

/**
 * Releases the deliveries of dead processes at once. Deliveries of processes that may be alive wait for their
 * lease to expire.
 */
async function releaseLost({ archive, clock, mayLive, note }: DeliveryParts): Promise<void> {
  for (const owner of await archive.deliveries.holders())
    if (!mayLive(owner))
      note({
        kind: 'released',
        owner,
        deliveries: await archive.deliveries.release(owner, new Date(clock().getTime() + SETTLED_MS)),
      });
}
