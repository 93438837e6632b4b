import * as chrono from 'chrono-node/en';
import { DateTime } from 'luxon';

/** What typed days are relative to: the time now, and the zone of a day such as “Monday”. */
export interface DayContext {
  readonly now: Date;
  readonly zone: string;
}

/**
 * Parses a day into `YYYY-MM-DD`: `2023-10-10`, `2023-10`, `2023`, “10 October 2023”, “last Monday”. A month
 * or year resolves to its first day, or to its last when `edge` is `until`. Null when the text is no date.
 */
export function resolveDay(typed: string, edge: 'since' | 'until', context: DayContext): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) {
    const [, year, month, day] = iso;
    const first = DateTime.fromObject(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { zone: 'utc' },
    );
    if (!first.isValid) return null;
    const unit = day ? 'day' : month ? 'month' : 'year';
    return (edge === 'since' ? first : first.endOf(unit)).toISODate();
  }
  const now = DateTime.fromJSDate(context.now, { zone: context.zone });
  const [result, ...others] = chrono.parse(
    text,
    { instant: context.now, timezone: now.offset },
    { forwardDate: false },
  );
  if (!result || others.length || result.text.length < text.length) return null;
  const { start } = result;
  const day = DateTime.fromObject(
    { year: start.get('year') ?? now.year, month: start.get('month') ?? 1, day: start.get('day') ?? 1 },
    { zone: 'utc' },
  );
  if (!day.isValid) return null;
  const unit =
    start.isCertain('day') || start.isCertain('weekday') || !start.isCertain('month') ? 'day' : 'month';
  // A day without a year must be in the past, because articles are never from the future: “in October”, typed
  // in March, is last October.
  const past =
    day > DateTime.utc(now.year, now.month, now.day) && !start.isCertain('year')
      ? backOnce(day, start.isCertain('month'))
      : day;
  return (edge === 'since' ? past : past.endOf(unit)).toISODate();
}

function backOnce(day: DateTime, byYear: boolean): DateTime {
  return day.minus(byYear ? { years: 1 } : { weeks: 1 });
}
