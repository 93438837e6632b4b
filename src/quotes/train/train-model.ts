import { type QuotationModel, UNTRAINED, type Weights } from '../find/words/parse-model.ts';
import type { WordVectors } from '../find/words/word-vectors.ts';
import { type Gathered, gatherExamples, gatherMade, openGathered, openLessons } from './gather-examples.ts';
import { gatherPronouns } from './gather-pronouns.ts';
import type { GoldArticle } from './gold.ts';
import { learnRates } from './learn-rates.ts';
import { learnChoices, type Schedule } from './learn-weights.ts';

/**
 * Training schedule of each part, and the minimum number of occurrences of a feature; chosen by
 * cross-validation on the training split.
 */
const SCHEDULES: Readonly<
  Record<'ranker' | 'classifier' | 'indirect' | 'pronouns', Schedule & { readonly least: number }>
> = {
  ranker: { epochs: 10, rate: 0.1, l1: 0.1, l2: 0.1, seed: 7, least: 3 },
  classifier: { epochs: 14, rate: 0.1, l1: 1, l2: 0.1, seed: 7, least: 3 },
  pronouns: { epochs: 8, rate: 0.1, l1: 0.1, l2: 0.1, seed: 7, least: 3 },
  indirect: { epochs: 8, rate: 0.3, l1: 3, l2: 0.1, seed: 7, least: 5 },
};

const FOLDS = 6;
/**
 * Number of training runs in different orders, whose weights are averaged so that the order of examples
 * matters less.
 */
const PASSES = 3;
/** A model trained on one half of the articles finds the last speakers in the other half. */
const HALVES = [0, 1];

/**
 * Trains rates and weights on annotated articles. Training is deterministic: equal articles give exactly
 * equal numbers.
 */
export function trainModel(articles: readonly GoldArticle[], vectors: WordVectors): QuotationModel {
  // Parse each article with rates learned from the other folds. Its own would make rare words look more
  // certain than they are.
  const unseen = Array.from({ length: FOLDS }, (_, k) =>
    learnRates(articles.filter((_a, i) => i % FOLDS !== k)),
  );
  const pronounLessons = openGathered();
  for (const [i, article] of articles.entries())
    gatherPronouns(article, { ...UNTRAINED, ...unseen[i % FOLDS] }, pronounLessons);
  const pronouns = learn(pronounLessons, SCHEDULES.pronouns);
  const readers = unseen.map((rates): QuotationModel => ({ ...UNTRAINED, ...rates, pronouns, vectors }));
  const readWith = (i: number) => readers[i % FOLDS] ?? UNTRAINED;
  const finders = HALVES.map((half) => openingModel(articles, half, readWith));
  const lessons = openLessons();
  for (const [i, article] of articles.entries())
    gatherExamples(article, readWith(i), lessons, { ...readWith(i), ...finders[i % HALVES.length] });
  for (const [i, article] of articles.entries()) gatherMade(article, 7 * i + 1, readWith(i), lessons);
  return {
    ...UNTRAINED,
    ...learnRates(articles),
    pronouns,
    vectors,
    ranker: learn(lessons.ranker, SCHEDULES.ranker),
    classifier: learn(lessons.classifier, SCHEDULES.classifier),
    indirect: learn(lessons.indirect, SCHEDULES.indirect),
  };
}

/**
 * Quickly trains a ranker and statement classifier without every other article, to find the last speakers in
 * the articles left out.
 */
function openingModel(
  articles: readonly GoldArticle[],
  held: number,
  readWith: (i: number) => QuotationModel,
): Pick<QuotationModel, 'ranker' | 'classifier'> {
  const lessons = openLessons();
  for (const [i, article] of articles.entries())
    if (i % HALVES.length !== held) gatherExamples(article, readWith(i), lessons, null);
  return {
    ranker: learn(lessons.ranker, { ...SCHEDULES.ranker, epochs: 4 }, 1),
    classifier: learn(lessons.classifier, { ...SCHEDULES.classifier, epochs: 6 }, 1),
  };
}

function learn(
  { examples, features }: Gathered,
  schedule: (typeof SCHEDULES)['ranker'],
  passes = PASSES,
): Weights {
  const sum = new Float64Array(features.size);
  for (let pass = 0; pass < passes; pass++) {
    const weights = learnChoices(examples, features.size, { ...schedule, seed: schedule.seed + pass });
    for (let f = 0; f < sum.length; f++) sum[f] = (sum[f] ?? 0) + (weights[f] ?? 0) / passes;
  }
  return features.weights(sum, schedule.least);
}
