import { DateTime } from 'luxon';
import type { Block } from '../../kernel/card.ts';
import type { Chart } from '../../kernel/chart.ts';
import { andMore, count } from '../../text/count.ts';
import { dayText } from '../../text/day-text.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { rangeOf } from './introduce-news.ts';

/** Shortest range of a chart, in days. A shorter one has too few bins to show a pattern. */
const FEWEST_DAYS = 7;
/** Most bins of a chart. A bin is a day while the range fits into this many, then a week, then a month. */
const MOST_BINS = 31;
/** Fewest articles of a chart. Fewer of them, or articles that share one bin, read better in words. */
const FEWEST_ARTICLES = 3;

/**
 * Charts the number of articles by outlet between two days `YYYY-MM-DD`, both included. Returns null when
 * there are too few articles to chart.
 */
export async function chartCoverage(
  since: string,
  until: string,
  { archive }: Pick<AnswerDeps, 'archive'>,
): Promise<Extract<Block, { kind: 'picture' }> | null> {
  const last = DateTime.fromISO(until, { zone: 'utc' });
  const first = DateTime.min(DateTime.fromISO(since, { zone: 'utc' }), last.minus({ days: FEWEST_DAYS - 1 }));
  if (!first?.isValid || !last.isValid) return null;
  const counted = await archive.directory.coverage(first.toISODate() ?? since, until);
  const unit = unitOf(first, last);
  const bins = binsOf(first, last, unit);
  const held = new Map<string, number[]>();
  for (const { day, outlet, articles } of counted) {
    const name = outlet ?? 'outlet not stated';
    const counts = held.get(name) ?? bins.map(() => 0);
    const at = bins.findLastIndex((bin) => bin <= day);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + articles;
    held.set(name, counts);
  }
  const series = [...held]
    .map(([name, counts]) => ({ name, counts }))
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.name < b.name ? -1 : 1));
  const totals = bins.map((_, i) => sum(series.map(({ counts }) => counts[i] ?? 0)));
  if (sum(totals) < FEWEST_ARTICLES || totals.filter(Boolean).length < 2) return null;
  return { kind: 'picture', alt: altOf({ unit, bins, series }, totals), chart: { unit, bins, series } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function unitOf(first: DateTime, last: DateTime): Chart['unit'] {
  const days = last.diff(first, 'days').days + 1;
  return days <= MOST_BINS ? 'day' : days <= MOST_BINS * 7 ? 'week' : 'month';
}

/** The first day of each bin, oldest first. A range with too many bins keeps only the newest. */
function binsOf(first: DateTime, last: DateTime, unit: Chart['unit']): string[] {
  const bins: string[] = [];
  let from = last.startOf(unit);
  while (bins.length < MOST_BINS && from >= first.startOf(unit)) {
    bins.unshift(from.toISODate() ?? '');
    from = from.minus({ [unit]: 1 });
  }
  return bins;
}

function altOf({ unit, bins, series }: Chart, totals: readonly number[]): string {
  const [most, at] = totals.reduce(([high, i], n, j) => (n > high ? [n, j] : [high, i]), [0, 0]);
  const names = series.slice(0, 6).map(({ name, counts }) => `${name} ${sum(counts)}`);
  const more = series.length > 6 ? ` ${andMore(series.length - 6, 'outlet')}` : '';
  const peak = `most ${unit === 'day' ? 'on' : `in the ${unit} of`} ${dayText(bins[at] ?? null)} (${most})`;
  return `Articles a ${unit} by outlet, ${rangeOf(bins)}: ${count(sum(totals), 'dated article')}, ${peak}. ${names.join(', ')}${more}.`;
}
