import { DateTime } from 'luxon';
import type { Chart } from '../kernel/chart.ts';
import { cleanLine } from '../text/clean-text.ts';

/** Outlets beyond these are drawn together, because more colours are hard to distinguish. */
const MOST_SERIES = 5;

/** The series to draw: names on one line, the smallest together as “2 others”. */
export function drawnSeries({ bins, series }: Chart): { name: string; counts: readonly number[] }[] {
  const named = series.map(({ name, counts }) => ({ name: cleanLine(name) || 'not stated', counts }));
  if (named.length <= MOST_SERIES) return named;
  const rest = named.slice(MOST_SERIES - 1);
  const counts = bins.map((_, i) => rest.reduce((sum, other) => sum + (other.counts[i] ?? 0), 0));
  return [...named.slice(0, MOST_SERIES - 1), { name: `${rest.length} others`, counts }];
}

/**
 * The label under a bar: “10 Oct”, or “Oct 2023” where a bin is a month; the bin’s text where it is not an
 * ISO day.
 */
export function binLabel(bin: string, unit: Chart['unit']): string {
  const day = DateTime.fromISO(bin, { zone: 'utc' });
  if (!day.isValid) return cleanLine(bin);
  return day.toFormat(unit === 'month' ? 'LLL yyyy' : 'd LLL', { locale: 'en' });
}

/** The days of all bins: “4 to 11 Oct 2023”, “28 Dec 2023 to 3 Jan 2024”. */
export function spanLabel({ bins, unit }: Chart): string {
  const [first, last] = [bins.at(0) ?? '', bins.at(-1) ?? ''].map((bin) =>
    DateTime.fromISO(bin, { zone: 'utc' }),
  );
  if (!first?.isValid || !last?.isValid) return '';
  const day = unit === 'month' ? 'LLL' : 'd LLL';
  const start =
    first.year !== last.year ? `${day} yyyy` : first.month !== last.month || unit === 'month' ? day : 'd';
  const write = (date: DateTime, format: string) => date.toFormat(format, { locale: 'en' });
  return `${write(first, start)} to ${write(last, `${day} yyyy`)}`;
}
