import { DateTime } from 'luxon';

/** An instant as a reader plans with it: “Mon 23 Nov 08:00”; the year where it is not this one's. */
export function timeText(time: Date, { zone, now }: { zone: string; now: Date }): string {
  const local = DateTime.fromJSDate(time, { zone });
  const isThisYear = local.year === DateTime.fromJSDate(now, { zone }).year;
  return local.toFormat(isThisYear ? 'ccc d LLL HH:mm' : 'ccc d LLL yyyy HH:mm', { locale: 'en' });
}
