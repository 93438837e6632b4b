import { DateTime } from 'luxon';
import type { QuietHours } from '../../kernel/watch.ts';

const HOURS = /^(\d{1,2})(?::?(\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?::?(\d{2}))?$/u;

/** `22:00-07:00`, `22-7` → the two times as `HH:MM`; null when it is neither that nor a time of day. */
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

/** Whether an alert waits now. */
export function isQuiet(quiet: QuietHours | null, now: Date): boolean {
  if (!quiet) return false;
  const time = DateTime.fromJSDate(now, { zone: quiet.zone }).toFormat('HH:mm');
  const { from, to } = quiet;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
