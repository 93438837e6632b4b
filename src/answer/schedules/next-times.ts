import { readWhole } from '../../ask/when/read-when.ts';
import { fromWholeHour, nextSlots } from '../../kernel/time/next-slot.ts';
import { timesText } from '../../kernel/time/times-text.ts';

/** Times shown. Three are enough to check a cadence. */
const SHOWN = 3;

/**
 * The next times of a typed cadence, in a zone: “Thu 12 Mar 08:00 · …”. Null while the text is no complete
 * cadence.
 */
export function nextTimes(when: string, { zone, now }: { zone: string; now: Date }): string | null {
  try {
    const read = readWhole(when, { now, zone, country: null });
    if (!read) return null;
    const cadence = fromWholeHour(read.cadence, zone);
    return timesText(nextSlots(cadence, zone, now, SHOWN), { zone, now }) || null;
  } catch (error) {
    // The person is still typing the zone.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
