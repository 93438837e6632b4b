import type { NewDelivery } from '../kernel/delivery.ts';
import { slotKey } from '../kernel/keys/delivery-key.ts';
import type { Schedule } from '../kernel/schedule.ts';
import { nextSlot } from '../kernel/time/next-slot.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { AHEAD_MS, GRACE_MS, planSlots } from './plan-slots.ts';

/** A delivery that arrives this long after it was due is marked late. */
const LATE_MS = 5 * 60_000;

type Parts = Pick<DeliveryParts, 'archive' | 'clock' | 'note'>;

/** Adds a delivery for every due slot and skips slots that are too late. Throws what the archive throws; done work stays. */
export async function planDue({ archive, clock, note }: Parts): Promise<void> {
  const now = clock();
  for (const delivery of await archive.deliveries.expire(now))
    note({ kind: 'skipped', delivery, reason: delivery.reason ?? '' });
  for (const schedule of await archive.schedules.due(now)) {
    const { due, missed, lastMissed, next } = planSlots(schedule, now);
    const delivery = due && deliveryOf(schedule, { slot: due, next, now });
    const decided = await archive.schedules.decide(schedule, {
      decidedUntil: now.toISOString(),
      nextSlot: next?.toISOString() ?? null,
      delivery,
      skipped: missed,
      lastSkipped: lastMissed?.toISOString() ?? null,
    });
    // Another process was first, or an editor paused the schedule.
    if (!decided) continue;
    if (missed) note({ kind: 'missed', schedule, missed, last: lastMissed });
    if (delivery) note({ kind: 'planned', delivery, late: isLate(delivery, now) });
  }
}

/** Removes schedules for one time whose message is sent, or was skipped. Throws what the archive throws. */
export async function removeOnceSent({ archive, clock }: Parts): Promise<void> {
  for (const { id, cadence, state, nextSlot: next } of await archive.schedules.all()) {
    if (cadence.kind !== 'once' || state !== 'active' || next !== null) continue;
    const last = await archive.deliveries.latest(id);
    if (last === null || last.finishedAt !== null) await archive.schedules.remove(id, clock());
  }
}

/** Resets schedules that a clock far ahead moved on. Slots already sent keep their keys and are not sent again. */
export async function rewindSchedules({ archive, clock, note }: Parts): Promise<void> {
  const now = clock();
  for (const schedule of await archive.schedules.all()) {
    if (schedule.state !== 'active' || Date.parse(schedule.decidedUntil) <= now.getTime() + AHEAD_MS)
      continue;
    const next = nextSlot(schedule.cadence, schedule.zone, now);
    const decision = { decidedUntil: now.toISOString(), nextSlot: next?.toISOString() ?? null };
    const none = { delivery: null, skipped: 0, lastSkipped: null };
    if (await archive.schedules.decide(schedule, { ...decision, ...none }))
      note({ kind: 'rewound', schedule });
  }
}

export function isLate({ dueAt }: Pick<NewDelivery, 'dueAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(dueAt) > LATE_MS;
}

function deliveryOf(
  { id, destination, line, zone, quietWhenNothing }: Schedule,
  { slot, next, now }: { slot: Date; next: Date | null; now: Date },
): NewDelivery {
  const dueAt = slot.toISOString();
  const lastMoment = slot.getTime() + GRACE_MS;
  return {
    key: slotKey(id, slot),
    destination,
    payload: { kind: 'scheduled', line, zone, quietWhenNothing, slot: dueAt },
    schedule: id,
    plannedAt: now.toISOString(),
    dueAt,
    // The briefing of the next slot covers this one too.
    notAfter: new Date(Math.min(lastMoment, next?.getTime() ?? lastMoment)).toISOString(),
  };
}
