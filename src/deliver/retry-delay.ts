/**
 * Minimum wait in ms before checking whether an uncertain message arrived. A platform can store a message
 * some seconds after the connection broke; checking sooner could miss it and send it twice.
 */
export const SETTLED_MS = 15_000;

const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/**
 * Wait in ms after failed attempt `attempts` (1-based): doubles from 2 s to at most 5 min, then jittered to
 * between 50 % and 100 %.
 */
export function retryDelayMs(attempts: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + random() / 2));
}
