import { DateTime } from 'luxon';
import type { QuietHours } from '../../kernel/watch.ts';

const HOURS = /^(\d{1,2})(?::?(\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?::?(\d{2}))?$/u;

/**
 * Parses `22:00-07:00` or `22-7` into two times as `HH:MM`; null when it is no range of times or has no
 * length.
 */
export function readQuiet(typed: string): Pick<QuietHours, 'from' | 'to'> | null {
  const match = HOURS.exec(typed.trim());
  if (!match) return null;
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
  const isTime = (hour: string, minute: string) => Number(hour) <= 23 && Number(minute) <= 59;
  if (!isTime(fromHour, fromMinute) || !isTime(toHour, toMinute)) return null;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  return from === to ? null : { from, to };
}

/** Whether alerts must wait at this instant. Hours may run past midnight; the end is excluded. */
export function isQuiet(quiet: QuietHours | null, now: Date): boolean {
  if (!quiet) return false;
  const time = DateTime.fromJSDate(now, { zone: quiet.zone }).toFormat('HH:mm');
  const { from, to } = quiet;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
