import { pathToFileURL } from 'node:url';
import { findQuotations, PLAUSIBLE } from '../find/find-quotations.ts';
import type { QuotationModel } from '../find/words/parse-model.ts';
import { type Predictions, toPredictions } from '../find/write-predictions.ts';
import type { GoldArticle } from './gold.ts';

interface Rates {
  readonly f1: number;
  readonly e2eF1: number;
}

/** The parts of the corpus scorer's result that a model card needs. */
export interface Scores {
  readonly direct: Rates;
  readonly mixed: Rates;
  readonly all: Rates;
  readonly indirect: Rates;
}

export type Scorer = (
  golds: readonly GoldArticle[],
  predictions: readonly Predictions[],
  names: null,
) => Scores;

/** Loads the scorer that is stored beside the corpus. */
export async function loadScorer(path: string): Promise<Scorer> {
  const { score }: { score: Scorer } = await import(pathToFileURL(path).href);
  return score;
}

export function predict(articles: readonly GoldArticle[], model: QuotationModel): Predictions[] {
  return articles.map(({ id, text }) => toPredictions(id, text, findQuotations(text, [], model, PLAUSIBLE)));
}

/** The main scores as percentages; each name starts with `label`. */
export function headline(label: string, { direct, mixed, all, indirect }: Scores): Record<string, number> {
  const percent = (x: number) => Math.round(1000 * x) / 10;
  return {
    [`${label} all`]: percent(all.e2eF1),
    [`${label} direct`]: percent(direct.e2eF1),
    [`${label} mixed`]: percent(mixed.e2eF1),
    [`${label} extraction`]: percent(all.f1),
    [`${label} indirect`]: percent(indirect.e2eF1),
  };
}
