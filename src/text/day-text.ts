import { DateTime } from 'luxon';
import { cleanLine } from './clean-text.ts';

/** A day as an answer writes it: “10 Oct 2023”; the stated text where it is not an ISO day. */
export function dayText(publishedAt: string | null): string {
  if (!publishedAt) return 'date not stated';
  const day = DateTime.fromISO(publishedAt, { setZone: true });
  return day.isValid ? day.toFormat('d LLL yyyy', { locale: 'en' }) : cleanLine(publishedAt);
}
