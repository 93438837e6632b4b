import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel } from '../../src/desk/read/load-model.ts';
import { CERTAIN, findQuotations, PLAUSIBLE } from '../../src/quotes/find/find-quotations.ts';
import { type Predictions, toPredictions } from '../../src/quotes/find/write-predictions.ts';
import { type GoldArticle, readGold, sameWords } from '../../src/quotes/train/gold.ts';

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
  readNames(path: string): ReadonlyMap<string, readonly string[]>;
  samePerson(name: string, label: string): boolean;
}

const { values } = parseArgs({
  options: {
    train: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
    'min-all': { type: 'string' },
    bars: { type: 'string', default: '' },
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
  const model = loadModel(values.model);
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
  const shown = gold.map(({ id, text }) => toPredictions(id, text, findQuotations(text, [], model, CERTAIN)));
  const product = atThreshold(scorer, gold, shown, names);
  say("at the product's threshold, right of 100 shown and shown of 100:");
  for (const [what, share] of Object.entries(product)) say(`  ${what.padEnd(22)} ${share.toFixed(1)}`);
  holdBars({
    all: 100 * scores.all.e2eF1,
    direct: 100 * scores.direct.e2eF1,
    mixed: 100 * scores.mixed.e2eF1,
    extraction: 100 * scores.all.f1,
    indirect: 100 * scores.indirect.e2eF1,
    ...product,
  });
}

/** What a reader sees: how many of the speakers shown are right, and how many of the quotations have one. */
function atThreshold(
  scorer: Scorer,
  gold: readonly GoldArticle[],
  shown: readonly Predictions[],
  names: ReadonlyMap<string, readonly string[]> | null,
): Record<string, number> {
  const { direct, mixed } = scorer.score(gold, shown, names);
  const out: Record<string, number> = {
    'direct-right': 100 * direct.e2ePrecision,
    'direct-shown': (100 * direct.e2eRecall) / direct.e2ePrecision,
    'mixed-right': 100 * mixed.e2ePrecision,
    'mixed-shown': (100 * mixed.e2eRecall) / mixed.e2ePrecision,
  };
  if (!names) return out;
  const byId = new Map(shown.map((p) => [p.id, p.quotes]));
  const judged = gold.flatMap(({ id, text, quotes }) =>
    quotes.flatMap((q) => {
      const labels = names.get(`${id}#${q.id}`);
      const found = byId.get(id)?.find((p) => p.kind !== 'indirect' && sameWords(text, p, q) >= 0.8);
      const name = found?.speaker?.name;
      return labels ? [{ name, right: name ? labels.some((l) => scorer.samePerson(name, l)) : false }] : [];
    }),
  );
  const named = judged.filter(({ name }) => name);
  out['resolved-right'] = (100 * named.filter(({ right }) => right).length) / named.length;
  out['resolved-shown'] = (100 * named.length) / judged.length;
  return out;
}

/** Fails the run when a number is under its bar: `--bars "all=93.5,direct=96.5"`. */
function holdBars(reached: Readonly<Record<string, number>>): void {
  const bars = [...(values['min-all'] ? [`all=${values['min-all']}`] : []), ...values.bars.split(',')];
  for (const bar of bars.filter(Boolean)) {
    const [what = '', least = ''] = bar.trim().split('=');
    const score = reached[what];
    if (score !== undefined && score >= Number(least) - 0.05) continue;
    const told = score === undefined ? 'is nothing measured here' : `is ${score.toFixed(1)}, below ${least}`;
    process.stderr.write(`eval:quotes: ${what} ${told}.\n`);
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
