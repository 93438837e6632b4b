import type { Schedule } from '../kernel/schedule.ts';
import { nextSlot } from '../kernel/time/next-slot.ts';

/** A slot is sent late up to so long after its time, unless the next one has come; later it is skipped. */
export const GRACE_MS = 12 * 3_600_000;
/** A schedule decided further ahead than this was decided by a clock that has been set back since. */
export const AHEAD_MS = 2 * 3_600_000;
/** So many missed slots are counted one by one; then only those within the grace are looked at. */
const COUNTED = 500;

/** What is to be done about a schedule's slots. */
export interface SlotPlan {
  /** To be sent, now or late. */
  readonly due: Date | null;
  /** Slots that came and went; at least so many. */
  readonly missed: number;
  readonly lastMissed: Date | null;
  readonly next: Date | null;
}

/** Which slots are due, missed and next: of those that have come only the last is due, and only inside the grace. */
export function planSlots(
  { cadence, zone, decidedUntil }: Pick<Schedule, 'cadence' | 'zone' | 'decidedUntil'>,
  now: Date,
): SlotPlan {
  const decided = Date.parse(decidedUntil);
  const from = decided > now.getTime() + AHEAD_MS ? now.getTime() : decided;
  const next = (after: number) => nextSlot(cadence, zone, new Date(after));
  const come: Date[] = [];
  let slot = next(from);
  for (; slot && slot <= now; slot = next(slot.getTime())) {
    come.push(slot);
    if (come.length === COUNTED && slot.getTime() < now.getTime() - GRACE_MS)
      slot = new Date(now.getTime() - GRACE_MS);
  }
  const last = come.at(-1) ?? null;
  const due = last && now.getTime() - last.getTime() <= GRACE_MS ? last : null;
  const missed = due ? come.slice(0, -1) : come;
  return { due, missed: missed.length, lastMissed: missed.at(-1) ?? null, next: slot };
}
