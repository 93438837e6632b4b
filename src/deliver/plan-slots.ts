import type { Schedule } from '../kernel/schedule.ts';
import { nextSlot } from '../kernel/time/next-slot.ts';

/**
 * Maximum delay in ms at which a slot is still sent, unless a later slot has come; after that it is skipped.
 */
export const GRACE_MS = 12 * 3_600_000;
/**
 * If a schedule is decided further ahead than this, in ms, the clock was ahead at the time and has since been
 * set back.
 */
export const AHEAD_MS = 2 * 3_600_000;
/** Number of past slots counted one by one; after that, planning jumps to the start of the grace period. */
const COUNTED = 500;

/** The decision about a schedule’s slots. */
export interface SlotPlan {
  /** The slot to send, on time or late. */
  readonly due: Date | null;
  /** Number of skipped slots; a lower bound after COUNTED. */
  readonly missed: number;
  readonly lastMissed: Date | null;
  readonly next: Date | null;
}

/**
 * Decides which slots are due, missed and next. Of the past slots only the last can be due, and only within
 * GRACE_MS.
 */
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
