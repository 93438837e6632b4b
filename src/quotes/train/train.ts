import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseVectors } from '../find/words/word-vectors.ts';
import { type GoldArticle, readGold } from './gold.ts';
import { headline, loadScorer, predict, type Scorer } from './score-model.ts';
import { trainModel } from './train-model.ts';
import { writeModel } from './write-model.ts';

const USAGE = `usage: npm run train -- CORPUS-FOLDER --when YYYY-MM-DD [--out FILE] [--folds N] [--leave-out]

Trains the quotation model on polnear-train.jsonl.gz of the folder, scores it on polnear-dev.jsonl.gz and by cross-validation
(--folds, 5 unless told, 0 for none), and writes it to FILE (data/quotation-model.json unless told).
--leave-out measures each publisher with a model that never saw it, and writes nothing.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    when: { type: 'string' },
    out: { type: 'string', default: join('data', 'quotation-model.json') },
    folds: { type: 'string', default: '5' },
    'leave-out': { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const vectors = parseVectors(JSON.parse(readFileSync(join('data', 'word-vectors.json'), 'utf8')));
const [folder] = positionals;
if (!folder || (!values['leave-out'] && !/^\d{4}-\d\d-\d\d$/.test(values.when ?? ''))) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const scorer = await loadScorer(join(folder, 'score.mjs'));
  const train = readGold(join(folder, 'polnear-train.jsonl.gz'));
  if (values['leave-out']) leaveOut(train, scorer);
  else build(folder, train, scorer);
}

function build(corpus: string, train: readonly GoldArticle[], scorer: Scorer): void {
  const folds = Number(values.folds);
  const scores: Record<string, number> = {};
  if (folds > 1) {
    const groups = Array.from({ length: folds }, (_, k) => (_a: GoldArticle, i: number) => i % folds === k);
    Object.assign(scores, headline(`${folds}-fold`, scorer(train, outOfSample(train, groups), null)));
  }
  const model = trainModel(train, vectors);
  const dev = readGold(join(corpus, 'polnear-dev.jsonl.gz'));
  Object.assign(scores, headline('dev', scorer(dev, predict(dev, model), null)));
  const card = {
    trainedOn: 'PolNeAR 1.0, training split',
    articles: train.length,
    when: values.when ?? '',
    scores,
  };
  writeFileSync(values.out, writeModel(model, card));
  for (const [name, score] of Object.entries(scores)) say(`${name.padEnd(20)} ${score.toFixed(1)}`);
  say(`written: ${values.out}`);
}

function leaveOut(train: readonly GoldArticle[], scorer: Scorer): void {
  for (const publisher of [...new Set(train.map((a) => a.publisher))].sort()) {
    const held = train.filter((a) => a.publisher === publisher);
    const model = trainModel(
      train.filter((a) => a.publisher !== publisher),
      vectors,
    );
    for (const [name, score] of Object.entries(headline(publisher, scorer(held, predict(held, model), null))))
      say(`${name.padEnd(24)} ${score.toFixed(1)}`);
  }
}

/** Predictions for every article, by a model trained without the article's group. */
function outOfSample(
  articles: readonly GoldArticle[],
  groups: readonly ((article: GoldArticle, i: number) => boolean)[],
): ReturnType<typeof predict> {
  return groups.flatMap((held) => {
    const model = trainModel(
      articles.filter((a, i) => !held(a, i)),
      vectors,
    );
    return predict(articles.filter(held), model);
  });
}
