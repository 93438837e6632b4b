import * as chrono from 'chrono-node/en';
import { DateTime } from 'luxon';

/** What days are read against: the time now and the zone in which "Monday" is meant. */
export interface DayContext {
  readonly now: Date;
  readonly zone: string;
}

/**
 * The local day, `YYYY-MM-DD`, that a reader means: `2023-10-10`, `2023-10`, `2023`, "10 October 2023", "last Monday".
 * A month or year stands for its first day, or its last where `edge` is `until`. Null when it is no date.
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
  // "in October", said in March, is the October behind us: articles are never from the future.
  const past =
    day > DateTime.utc(now.year, now.month, now.day) && !start.isCertain('year')
      ? backOnce(day, start.isCertain('month'))
      : day;
  return (edge === 'since' ? past : past.endOf(unit)).toISODate();
}

function backOnce(day: DateTime, byYear: boolean): DateTime {
  return day.minus(byYear ? { years: 1 } : { weeks: 1 });
}
