import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Chart } from '../kernel/chart.ts';
import { fitText } from '../text/fit-text.ts';
import { binLabel, drawnSeries, spanLabel } from './label-chart.ts';

/** A picture for upload. */
export interface Drawing {
  readonly png: Uint8Array;
  /** In pixels: ZOOM times the layout, for high-density screens. */
  readonly width: number;
  readonly height: number;
}

const WIDTH = 640;
const HEIGHT = 220;
const MARGIN = { left: 36, right: 16, top: 12, bottom: 30 };
const ZOOM = 2;
const NAME = 34;

// An opaque background, so that the picture is legible in light and in dark themes.
const GROUND = '#ffffff';
const INK = '#1f2328';
const FAINT = '#57606a';
const RULE = '#d0d7de';
/**
 * Okabe and Ito’s palette, safe for colour blindness; the last is for “others”.
 * https://jfly.uni-koeln.de/color/
 */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#8c959f'];

/**
 * A chart as a PNG: stacked bars, the outlets named beside their colours. The same chart gives the same
 * bytes.
 */
export async function drawChart(chart: Chart): Promise<Drawing> {
  const { Resvg, fonts } = await loadPainter();
  const svg = await chartSvg(chart);
  const image = new Resvg(svg, {
    background: GROUND,
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers: fonts, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  }).render();
  return { png: image.asPng(), width: image.width, height: image.height };
}

let painter: ReturnType<typeof startPainter> | null = null;

/** Starts the renderer at the first call only: `initWasm` throws when called twice. */
function loadPainter(): ReturnType<typeof startPainter> {
  painter ??= startPainter();
  return painter;
}

async function startPainter() {
  const require = createRequire(import.meta.url);
  const [{ initWasm, Resvg }, wasm, ...fonts] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  ]);
  await initWasm(wasm);
  return { Resvg, fonts };
}

/** The chart as SVG text. */
export async function chartSvg(chart: Chart): Promise<string> {
  const series = drawnSeries(chart).map((each) => ({ ...each, name: fitText(each.name, NAME).text.trim() }));
  const legend = legendOf(series.map(({ name }) => name));
  const bars = await drawBars(chart, series);
  const head = 44 + legend.height;
  const title = `Articles a ${chart.unit} by outlet, ${spanLabel(chart)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT + head}" font-family="DejaVu Sans">`,
    `<text x="16" y="28" font-size="15" font-weight="bold" fill="${INK}">${escapeXml(title)}</text>`,
    legend.svg,
    bars.replace('<svg ', `<svg y="${head}" xmlns="http://www.w3.org/2000/svg" `),
    '</svg>',
  ].join('');
}

type Series = ReturnType<typeof drawnSeries>;

/** The bars with their axes, as an SVG element. */
async function drawBars({ bins, unit }: Chart, series: Series): Promise<string> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const counts = (bin: number) => series.map((each) => each.counts[bin] ?? 0);
  const bars = bins.flatMap((bin, i) => counts(i).map((count, n) => ({ bin, series: n, count })));
  const most = Math.max(1, ...bins.map((_, i) => counts(i).reduce((sum, count) => sum + count, 0)));
  const ticks = Math.min(4, most);
  const axis = { tickSize: 0, label: null, fill: FAINT, fontSize: 12 };
  const { document } = parseHTML('<html><body></body></html>');
  const figure = plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'band', domain: bins, padding: 0.25 },
    y: { domain: [0, most], nice: true },
    color: { type: 'categorical', domain: series.map((_, n) => n), range: COLOURS.slice(0, series.length) },
    marks: [
      plot.gridY({ stroke: RULE, strokeOpacity: 1, ticks }),
      plot.axisY({ ...axis, ticks, tickFormat: 'd' }),
      plot.barY(bars, plot.stackY({ x: 'bin', y: 'count', fill: 'series', order: 'series' })),
      plot.ruleY([0], { stroke: FAINT }),
      plot.axisX({ ...axis, ticks: ticksOf(bins), tickFormat: (bin: string) => binLabel(bin, unit) }),
    ],
  });
  return figure.outerHTML;
}

/**
 * The names beside their colours, in rows as wide as the picture. A letter counts as 7.6 px, above DejaVu’s
 * average at this size.
 */
function legendOf(names: readonly string[]): { readonly svg: string; readonly height: number } {
  let x = 16;
  let row = 0;
  const entries = names.map((name, n) => {
    const width = 20 + name.length * 7.6 + 16;
    if (x > 16 && x + width > WIDTH) {
      x = 16;
      row += 1;
    }
    const y = 44 + row * 20;
    const entry = `<rect x="${x}" y="${y}" width="12" height="12" rx="2" fill="${COLOURS[n] ?? RULE}"/><text x="${x + 18}" y="${y + 11}" font-size="12.5" fill="${INK}">${escapeXml(name)}</text>`;
    x += width;
    return entry;
  });
  return { svg: entries.join(''), height: (row + 1) * 20 };
}

/** Labels that fit under the bars without touching. */
const MOST_TICKS = 9;

/** The bins with a label: evenly spaced, always with the last. */
function ticksOf(bins: readonly string[]): string[] {
  const step = Math.ceil(bins.length / MOST_TICKS);
  return bins.filter((_, i) => (bins.length - 1 - i) % step === 0);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
