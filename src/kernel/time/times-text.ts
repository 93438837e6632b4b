import { timeText } from '../../text/time-text.ts';

/** Instants in a zone: “Mon 23 Nov 08:00 · Tue 24 Nov 08:00”. */
export function timesText(times: readonly Date[], look: { zone: string; now: Date }): string {
  return times.map((time) => timeText(time, look)).join(' · ');
}
