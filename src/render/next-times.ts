import { DateTime } from 'luxon';

/** Instants as a reader plans with them: “Mon 23 Nov 08:00 · Tue 24 Nov 08:00”; the year where it is not this one's. */
export function timesText(times: readonly Date[], { zone, now }: { zone: string; now: Date }): string {
  const year = DateTime.fromJSDate(now, { zone }).year;
  return times
    .map((time) => {
      const local = DateTime.fromJSDate(time, { zone });
      return local.toFormat(local.year === year ? 'ccc d LLL HH:mm' : 'ccc d LLL yyyy HH:mm', {
        locale: 'en',
      });
    })
    .join(' · ');
}
