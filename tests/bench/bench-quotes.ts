import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadModel } from '../../src/desk/read/load-model.ts';
import { findQuotations, PLAUSIBLE } from '../../src/quotes/find/find-quotations.ts';
import { readGold } from '../../src/quotes/train/gold.ts';
import { seededRandom } from '../builders/make-copies.ts';
import { makeBody, NASTY_BODIES } from '../builders/make-prose.ts';
import { ms, pace, type Took, table, timed } from './measure.ts';

const SIZES = [100_000, 1_000_000, 5_000_000];
const PASSES = 6;

/** How fast the whole quotation engine reads, and how its cost grows with the length of an article. */
export async function benchQuotes(say: (line: string) => void): Promise<void> {
  const model = loadModel();
  const read = (text: string) => findQuotations(text, [], model, PLAUSIBLE).length;
  const { name, texts } = material();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  say(`The quotation engine, whole, on ${name}: ${texts.length} articles, ${Math.round(bytes / 1_000)} KB`);
  const passes: Took[] = [];
  for (let pass = 0; pass < PASSES; pass++)
    passes.push((await timed(() => texts.reduce((sum, text) => sum + read(text), 0))).took);
  const row = (label: string, { ownMs, cpuMs, wallMs }: Took) => [
    label,
    pace(bytes, ownMs),
    pace(bytes, cpuMs),
    pace(bytes, wallMs),
  ];
  const warm = [...passes.slice(1)].sort((a, b) => a.cpuMs - b.cpuMs);
  const median = warm[Math.floor(warm.length / 2)];
  const rows = passes.map((took, n) => row(n === 0 ? 'first pass (cold)' : `pass ${n + 1}`, took));
  if (median) rows.push(row('median after the first', median));
  for (const line of table([['', 'CPU, own thread', 'CPU, all threads', 'wall time'], ...rows]))
    say(`  ${line}`);
  say('  All threads are the engine’s own and those of V8’s compiler and collector beside it.');
  say('');
  await curve(read, say);
}

/** The dev split where it is, else as much text of our own. */
function material(): { readonly name: string; readonly texts: readonly string[] } {
  const gold = resolve(process.cwd(), '..', 'shared', 'eval', 'quotes', 'polnear-dev.jsonl.gz');
  if (existsSync(gold)) return { name: 'the dev split', texts: readGold(gold).map(({ text }) => text) };
  const random = seededRandom(1);
  return { name: 'generated articles', texts: Array.from({ length: 100 }, () => makeBody(random, 4_000)) };
}

async function curve(read: (text: string) => number, say: (line: string) => void): Promise<void> {
  say(
    'One article, by its length (CPU ms of the engine’s own thread, then KB/s; growth is ms a KB at the longest against the shortest):',
  );
  const kinds = { 'ordinary prose': (size: number) => makeBody(seededRandom(2), size), ...NASTY_BODIES };
  // A line at a time: the longest articles take a while.
  const line = ([kind = '', ...cells]: readonly string[]) =>
    say(`  ${kind.padEnd(22)}${cells.map((cell) => cell.padStart(22)).join('')}`);
  line(['', ...SIZES.map((size) => `${size / 1_000} KB`), 'growth']);
  for (const [kind, make] of Object.entries(kinds)) {
    // Once unmeasured, so that the shortest does not pay for compiling.
    read(make(SIZES[0] ?? 0));
    const costs: number[] = [];
    const cells: string[] = [];
    for (const size of SIZES) {
      const text = make(size);
      const { ownMs, cpuMs } = (await timed(() => read(text))).took;
      const cost = ownMs ?? cpuMs;
      const bytes = Buffer.byteLength(text);
      costs.push(cost / bytes);
      cells.push(`${ms(cost)} ${pace(bytes, cost)}`);
    }
    line([kind, ...cells, `${((costs.at(-1) ?? 0) / (costs[0] ?? 1)).toFixed(2)} ×`]);
  }
}
