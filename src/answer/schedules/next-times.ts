import { readCadence } from '../../ask/read-cadence.ts';
import { splitLine } from '../../ask/split-line.ts';
import { fromWholeHour, nextSlots } from '../../kernel/time/next-slot.ts';
import { timesText } from '../../kernel/time/times-text.ts';

/** So many times are enough to see whether it is what was meant. */
const SHOWN = 3;

/** The next times of a cadence as somebody types it, in a zone: “Thu 12 Mar 08:00 · …”; null where it is none, or not yet. */
export function nextTimes(when: string, { zone, now }: { zone: string; now: Date }): string | null {
  const tokens = splitLine(when);
  if (!tokens.length) return null;
  const read = readCadence(tokens, now);
  if (read.kind === 'wrong' || read.used < tokens.length) return null;
  try {
    const cadence = fromWholeHour(read.cadence, zone);
    return timesText(nextSlots(cadence, zone, now, SHOWN), { zone, now }) || null;
  } catch (error) {
    // A zone that is still being typed.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
