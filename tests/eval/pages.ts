import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readInput } from '../../src/ingest/read-input.ts';

// How well ingest keeps the article and drops the page, on pages as they are pasted: body F1 by the scorer beside the gold.

const SETS = ['pastes-pages-dev', 'pastes-news-dev'] as const;

const { values } = parseArgs({
  options: { min: { type: 'string' }, worst: { type: 'string', default: '0' } },
});

const shared = resolve(process.cwd(), '..', 'shared', 'eval', 'pages');
const say = (line: string) => process.stdout.write(`${line}\n`);
if (existsSync(join(shared, 'score.mjs'))) for (const set of SETS) evaluate(set);
else say('eval:pages: the gold answers (../shared/eval/pages) are not here; nothing was measured.');

interface Paste {
  readonly id: string;
  readonly text: string;
}

function evaluate(set: (typeof SETS)[number]): void {
  const gold = join(shared, `${set}.jsonl.gz`);
  const pastes: Paste[] = gunzipSync(readFileSync(gold))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const started = performance.now();
  const predictions = pastes.map(({ id, text }) => ({
    id,
    articles: readInput({ name: id, type: 'text', content: text, given: {} }).articles.map(
      ({ article }) => article,
    ),
  }));
  const ms = performance.now() - started;
  const scored = score(gold, predictions);
  const size = pastes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  say(`${set}: ${scored.trimEnd()}\n${Math.round(size / ms)} KB/s`);
  const f1 = Number(/body F1 ([\d.]+)/u.exec(scored)?.[1]);
  if (values.min === undefined || f1 >= Number(values.min)) return;
  process.stderr.write(`eval:pages: body F1 ${f1} on ${set} is below ${values.min}.\n`);
  process.exitCode = 1;
}

/** What the scorer beside the gold prints; it takes its predictions from a file. */
function score(gold: string, predictions: readonly unknown[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'eval-pages-'));
  try {
    const file = join(folder, 'predictions.jsonl');
    writeFileSync(file, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(''));
    const worst = Number(values.worst) > 0 ? ['--worst', values.worst] : [];
    const ran = spawnSync(process.execPath, [join(shared, 'score.mjs'), gold, file, ...worst], {
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(`the scorer stopped: ${ran.stderr}`);
    return ran.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
