/**
 * A platform can store a message some seconds after the line to it broke. What may have arrived is looked for after so long at the earliest:
 * looked for sooner, it would not stand there yet and be sent twice.
 */
export const SETTLED_MS = 15_000;

const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** How long to wait after attempt n (1-based) failed, in ms: doubling from 2 s to 5 min, between half of it and all of it by chance. */
export function retryDelayMs(attempts: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + random() / 2));
}
