import { type QuotationModel, UNTRAINED, type Weights } from '../read-model.ts';
import { type Gathered, gatherExamples, openLessons } from './gather-examples.ts';
import type { GoldArticle } from './gold.ts';
import { learnRates } from './learn-rates.ts';
import { learnChoices, type Schedule } from './learn-weights.ts';

/** How each part is learned, and how often a feature must have come to be kept; chosen by cross-validation on the training split. */
const SCHEDULES: Readonly<Record<'ranker' | 'keeper' | 'indirect', Schedule & { readonly least: number }>> = {
  ranker: { epochs: 14, rate: 0.3, l1: 0.5, l2: 0.1, seed: 7, least: 2 },
  keeper: { epochs: 14, rate: 0.3, l1: 1, l2: 0.1, seed: 7, least: 3 },
  indirect: { epochs: 8, rate: 0.3, l1: 3, l2: 0.1, seed: 7, least: 5 },
};

const FOLDS = 6;

/** Rates and weights learned from annotated articles; the same articles give the same model, number for number. */
export function trainModel(articles: readonly GoldArticle[]): QuotationModel {
  // Each article is read with rates learned from the others: its own would make rare words look surer than they are.
  const unseen = Array.from({ length: FOLDS }, (_, k) =>
    learnRates(articles.filter((_a, i) => i % FOLDS !== k)),
  );
  const lessons = openLessons();
  for (const [i, article] of articles.entries())
    gatherExamples(article, { ...UNTRAINED, ...unseen[i % FOLDS] }, lessons);
  return {
    ...UNTRAINED,
    ...learnRates(articles),
    ranker: learn(lessons.ranker, SCHEDULES.ranker),
    keeper: learn(lessons.keeper, SCHEDULES.keeper),
    indirect: learn(lessons.indirect, SCHEDULES.indirect),
  };
}

function learn({ examples, features }: Gathered, schedule: (typeof SCHEDULES)['ranker']): Weights {
  return features.weights(learnChoices(examples, features.size, schedule), schedule.least);
}
