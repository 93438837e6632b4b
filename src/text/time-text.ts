import { DateTime } from 'luxon';

/** An instant in a zone, “Mon 23 Nov 08:00”, with the year unless it is the current year. */
export function timeText(time: Date, { zone, now }: { zone: string; now: Date }): string {
  const local = DateTime.fromJSDate(time, { zone });
  const isThisYear = local.year === DateTime.fromJSDate(now, { zone }).year;
  return local.toFormat(isThisYear ? 'ccc d LLL HH:mm' : 'ccc d LLL yyyy HH:mm', { locale: 'en' });
}
