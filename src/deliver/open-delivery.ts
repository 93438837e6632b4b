import type { DeliveryParts } from './delivery-parts.ts';
import { planDue, rewindSchedules } from './plan-due.ts';
import { SETTLED_MS } from './retry-delay.ts';
import { openOutbox } from './send-outbox.ts';

/** Briefings and alerts, delivered as they are due. */
export interface DeliveryLoop {
  /** Plans what is due and sends it; resolves when nothing more can be sent within a minute. Called once a minute; never throws. */
  tick(): Promise<void>;
  /** Starts nothing new and resolves when what is being sent has ended. */
  close(): Promise<void>;
  /** When the last tick planned all it had to; null before the first. */
  plannedAt(): Date | null;
}

/** So long a finished delivery is remembered. */
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
    // At the start, and where the clock has been set back: it may have been far ahead.
    if (!plannedAt || now < plannedAt) await rewindSchedules(parts);
    if (!plannedAt) await releaseLost(parts);
    await outbox.renew();
    await planDue(parts);
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
      // One after another: a tick that was held up must not plan beside the next.
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

/** Takes over at once what a process had begun that was killed; of others the lease decides. */
async function releaseLost({ archive, clock, mayLive, note }: DeliveryParts): Promise<void> {
  for (const owner of await archive.deliveries.holders())
    if (!mayLive(owner))
      note({
        kind: 'released',
        owner,
        deliveries: await archive.deliveries.release(owner, new Date(clock().getTime() + SETTLED_MS)),
      });
}
