import stringWidth from 'string-width';
import type { Chart } from '../kernel/chart.ts';
import { numberText } from '../text/count.ts';
import { fitText } from '../text/fit-text.ts';
import { drawnSeries, spanLabel } from './label-chart.ts';

/**
 * Bars from one article to the highest bin. An empty bin is a dot, which cannot be mistaken for a low bar.
 */
const BARS = '▁▂▃▄▅▆▇█';
const WIDEST_NAME = 32;

/** Renders a chart as rows of text, one per outlet: name, one bar per bin, total. Needs no colour. */
export function chartRows(chart: Chart, width: number): string[] {
  const series = drawnSeries(chart);
  const most = Math.max(1, ...series.flatMap(({ counts }) => counts));
  const shown = series.map((each) => ({ ...each, name: fitText(each.name, WIDEST_NAME).text.trim() }));
  const widest = Math.max(0, ...shown.map(({ name }) => stringWidth(name)));
  // If not all bins fit beside the names, draw only the newest.
  const bins = Math.max(2, Math.min(chart.bins.length, width - widest - 8));
  const drawn = { ...chart, bins: chart.bins.slice(-bins) };
  const rows = shown.map(({ name, counts }) => {
    const bars = counts.slice(-bins).map((count) => barOf(count, most));
    const total = counts.slice(-bins).reduce((sum, count) => sum + count, 0);
    return `${name}${' '.repeat(widest - stringWidth(name))}  ${bars.join('')}  ${numberText(total)}`;
  });
  return [`Articles a ${chart.unit}, ${spanLabel(drawn)} (the highest bar is ${most})`, ...rows];
}

function barOf(count: number, most: number): string {
  if (count <= 0) return '·';
  return BARS[Math.min(BARS.length, Math.ceil((count / most) * BARS.length)) - 1] ?? '█';
}
