import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Chart } from '../../src/kernel/chart.ts';
import { chartRows } from '../../src/render/chart-rows.ts';
import { chartSvg, drawChart } from '../../src/render/draw-chart.ts';

function aChart(over: Partial<Chart> = {}): Chart {
  return {
    unit: 'day',
    bins: ['2023-10-09', '2023-10-10', '2023-10-11', '2023-10-12'],
    series: [
      { name: 'The Harbour Post', counts: [0, 3, 1, 0] },
      { name: 'Coast Daily', counts: [0, 1, 0, 0] },
    ],
    ...over,
  };
}

/** The words of a drawing, in order. */
async function wordsOf(chart: Chart): Promise<string[]> {
  const { document } = parseHTML(`<html><body>${await chartSvg(chart)}</body></html>`);
  return [...document.querySelectorAll('text')].map((text) => text.textContent ?? '');
}

it('a chart becomes a PNG of the size it says, the same bytes every time', async () => {
  const first = await drawChart(aChart());
  const header = Buffer.from(first.png);
  expect(header.subarray(1, 4).toString()).toBe('PNG');
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([first.width, first.height]);
  expect(Buffer.from((await drawChart(aChart())).png).equals(header)).toBe(true);
});

it('the picture says what it counts, names each outlet and labels the last day', async () => {
  const words = await wordsOf(aChart());
  expect(words).toContain('Articles a day by outlet, 9 to 12 Oct 2023');
  expect(words).toContain('The Harbour Post');
  expect(words).toContain('Coast Daily');
  expect(words).toContain('12 Oct');
});

it('a year of days is labelled at few of them', async () => {
  const bins = Array.from({ length: 365 }, (_, i) =>
    new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const words = await wordsOf(aChart({ bins, series: [{ name: 'Coast Daily', counts: bins.map(() => 1) }] }));
  expect(words.length).toBeLessThan(20);
  expect(words).toContain('31 Dec');
});

it('outlets past the fifth are drawn together and counted', async () => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  const series = names.map((name) => ({ name, counts: [1, 1, 1, 1] }));
  expect(await wordsOf(aChart({ series }))).toContain('3 others');
  expect(chartRows(aChart({ series }), 80).at(-1)).toMatch(/^3 others +████ {2}12$/);
});

it('an outlet may be called anything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (name) => {
      const { png } = await drawChart(aChart({ series: [{ name, counts: [1, 0, 2, 0] }] }));
      expect(png.length).toBeGreaterThan(1_000);
    }),
    { numRuns: 20 },
  );
});

it('rows of bars are as legible without a picture: none is a dot, the highest bar is said', () => {
  expect(chartRows(aChart(), 80)).toEqual([
    'Articles a day, 9 to 12 Oct 2023 (the highest bar is 3)',
    'The Harbour Post  ·█▃·  4',
    'Coast Daily       ·▃··  1',
  ]);
});

it('where the days do not fit the newest are drawn and the days said are theirs', () => {
  const bins = Array.from({ length: 31 }, (_, i) => `2023-10-${String(i + 1).padStart(2, '0')}`);
  const rows = chartRows(
    { unit: 'day', bins, series: [{ name: 'Post', counts: bins.map((_, i) => i) }] },
    22,
  );
  expect(rows[0]).toContain('22 to 31 Oct 2023');
  expect(rows[1]).toHaveLength('Post'.length + 2 + 10 + 2 + '255'.length);
});
