import { readCadence } from '../../ask/read-cadence.ts';
import { splitLine } from '../../ask/split-line.ts';
import { fromWholeHour, nextSlots } from '../../kernel/time/next-slot.ts';
import { timesText } from '../../kernel/time/times-text.ts';

/** Times shown. Three are enough to check a cadence. */
const SHOWN = 3;

/**
 * The next times of a typed cadence, in a zone: “Thu 12 Mar 08:00 · …”. Null while the text is no complete
 * cadence.
 */
export function nextTimes(when: string, { zone, now }: { zone: string; now: Date }): string | null {
  const tokens = splitLine(when);
  if (!tokens.length) return null;
  const read = readCadence(tokens, now);
  if (read.kind === 'wrong' || read.used < tokens.length) return null;
  try {
    const cadence = fromWholeHour(read.cadence, zone);
    return timesText(nextSlots(cadence, zone, now, SHOWN), { zone, now }) || null;
  } catch (error) {
    // The person is still typing the zone.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
