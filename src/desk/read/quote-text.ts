import type { RosterEntry } from '../../kernel/roster.ts';
import { findQuotations, PLAUSIBLE } from '../../quotes/find/find-quotations.ts';
import { type Predictions, toPredictions } from '../../quotes/find/write-predictions.ts';
import { loadModel } from './load-model.ts';

/** A text's quotations in the predictions format, offsets into exactly that text; the model is loaded once. */
export function quoter(roster: readonly RosterEntry[]): (id: string, text: string) => Predictions {
  const model = loadModel();
  return (id, text) => toPredictions(id, text, findQuotations(text, roster, model, PLAUSIBLE));
}
