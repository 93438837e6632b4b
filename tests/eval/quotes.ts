import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findQuotations, PLAUSIBLE } from '../../src/quotes/find-quotations.ts';
import { readModel } from '../../src/quotes/read-model.ts';
import { type GoldArticle, readGold } from '../../src/quotes/train/gold.ts';
import { type Predictions, toPredictions } from '../../src/quotes/write-predictions.ts';

interface Rates {
  readonly gold: number;
  readonly pred: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly attribution: number;
  readonly e2ePrecision: number;
  readonly e2eRecall: number;
  readonly e2eF1: number;
}

interface Mistake {
  readonly id: string;
  readonly what: string;
  readonly gold?: { readonly text: string; readonly source: { readonly text: string } | null };
  readonly pred?: Predictions['quotes'][number];
}

interface Scores extends Readonly<Record<'direct' | 'mixed' | 'all' | 'indirect', Rates>> {
  readonly names: Readonly<Record<string, readonly [number, number]>>;
  readonly errors: readonly Mistake[];
}

interface Scorer {
  score(golds: readonly GoldArticle[], predictions: readonly Predictions[], names: unknown): Scores;
  readNames(path: string): unknown;
}

const { values } = parseArgs({
  options: {
    train: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
    'min-all': { type: 'string' },
    model: { type: 'string', default: join('data', 'quotation-model.json') },
  },
});

const shared = resolve(process.cwd(), '..', 'shared', 'eval', 'quotes');
const say = (line: string) => process.stdout.write(`${line}\n`);
if (existsSync(join(shared, 'score.mjs'))) await evaluate();
else say('eval:quotes: the gold answers (../shared/eval/quotes) are not here; nothing was measured.');

async function evaluate(): Promise<void> {
  const scorer: Scorer = await import(pathToFileURL(join(shared, 'score.mjs')).href);
  const split = values.train ? 'train' : 'dev';
  const gold = readGold(join(shared, `polnear-${split}.jsonl.gz`));
  const loading = performance.now();
  const model = readModel(JSON.parse(readFileSync(values.model, 'utf8')));
  const loaded = performance.now() - loading;
  const read = () =>
    gold.map(({ id, text }) => toPredictions(id, text, findQuotations(text, [], model, PLAUSIBLE)));
  const [predictions, cold] = timed(read);
  // The first pass also compiles the code; a desk that reads all day runs at the second's pace.
  const [, warm] = timed(read);
  const size = gold.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const names = values.train ? null : scorer.readNames(join(shared, 'polnear-dev-names.jsonl'));
  const scores = scorer.score(gold, predictions, names);
  for (const mistake of scores.errors.slice(0, Number(values.errors))) say(mistakeLine(mistake));
  for (const line of table(scores)) say(line);
  const pace = (ms: number) => Math.round(size / ms);
  say(
    `${split}: ${gold.length} articles, ${pace(cold)} KB/s on the first pass, ${pace(warm)} on the second; model loaded in ${loaded.toFixed(0)} ms`,
  );
  const least = values['min-all'];
  const all = 100 * scores.all.e2eF1;
  if (least !== undefined && all < Number(least)) {
    process.stderr.write(`eval:quotes: ${all.toFixed(1)} over all quotations is below ${least}.\n`);
    process.exitCode = 1;
  }
}

function timed<T>(work: () => T): [T, number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
}

function table({ names, ...rates }: Scores): string[] {
  const percent = (x: number) => (100 * x).toFixed(1).padStart(6);
  const lines = [
    '            gold  pred |  extraction P     R    F1 | speaker | right words + right speaker P     R    F1',
  ];
  for (const kind of ['direct', 'mixed', 'all', 'indirect'] as const) {
    const c = rates[kind];
    if (kind === 'indirect' && !c.pred) continue;
    const counts = `${kind.padEnd(9)}${String(c.gold).padStart(7)}${String(c.pred).padStart(6)}`;
    const found = `${percent(c.precision)}${percent(c.recall)}${percent(c.f1)}`;
    const both = `${percent(c.e2ePrecision)}${percent(c.e2eRecall)}${percent(c.e2eF1)}`;
    lines.push(`${counts} |       ${found} | ${percent(c.attribution)}  |                      ${both}`);
  }
  const resolved = Object.entries(names)
    .filter(([, [, all]]) => all > 0)
    .map(([kind, [right, all]]) => `${kind} ${percent(right / all).trim()} (${right}/${all})`);
  return [...lines, `resolved name, by what the source is: ${resolved.join(', ')}`];
}

function mistakeLine({ id, what, gold, pred }: Mistake): string {
  const words = (gold ?? pred)?.text.slice(0, 80) ?? '';
  const said = `${pred?.speaker?.text ?? '-'} / ${pred?.speaker?.name ?? '-'}`;
  return `${what.padEnd(8)}${id}  ${words}  gold: ${gold?.source?.text ?? '-'}  pred: ${said}`;
}
