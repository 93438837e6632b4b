import { IANAZone } from 'luxon';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A wall-clock time as the milliseconds of the same digits in UTC: arithmetic without a zone. */
export type WallTime = number;

const QUARTER_MS = 15 * MINUTE_MS;
/** Offsets by zone and quarter of an hour: a lookup takes 20 µs, and many schedules need the same one. */
const known = new Map<string, Map<number, number>>();
const KNOWN_OF_A_ZONE = 5_000;

/**
 * One offset serves a whole quarter of an hour: since 1972 (Africa/Monrovia) no clock has changed within one.
 */
function offsetMs(zone: string, instant: number): number {
  const quarter = Math.floor(instant / QUARTER_MS);
  const offsets = known.get(zone) ?? new Map<number, number>();
  const remembered = offsets.get(quarter);
  if (remembered !== undefined) return remembered;
  const offset = IANAZone.create(zone).offset(quarter * QUARTER_MS) * MINUTE_MS;
  if (offsets.size >= KNOWN_OF_A_ZONE) offsets.clear();
  known.set(zone, offsets.set(quarter, offset));
  return offset;
}

/** The wall time of a zone at an instant. */
export function wallTimeAt(zone: string, instant: Date): WallTime {
  return instant.getTime() + offsetMs(zone, instant.getTime());
}

/**
 * The instants at which the clocks of a zone show a wall time: one, two where the clocks were set back over
 * it, or none where they were set forward over it; then `after` is the first instant after that gap. Assumes
 * at most one change of clocks in two days.
 */
export function instantsOf(
  zone: string,
  wall: WallTime,
):
  | { readonly kind: 'shown'; readonly at: readonly [number, ...number[]] }
  | { readonly kind: 'gap'; readonly after: number } {
  const before = offsetMs(zone, wall - DAY_MS);
  const after = offsetMs(zone, wall + DAY_MS);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  const [first, ...others] = [...new Set([early, late])].filter((at) => at + offsetMs(zone, at) === wall);
  if (first !== undefined) return { kind: 'shown', at: [first, ...others] };
  return { kind: 'gap', after: changeBetween(zone, early, late) };
}

/** The first minute whose offset differs from the one at `from`. The offset at `to` must differ. */
function changeBetween(zone: string, from: number, to: number): number {
  const was = offsetMs(zone, from);
  let low = from;
  let high = to;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMs(zone, middle) === was) low = middle;
    else high = middle;
  }
  return high;
}
