import { loadModel } from '../../../src/desk/read/load-model.ts';
import type { FoundQuotation } from '../../../src/kernel/quotation.ts';
import type { RosterEntry } from '../../../src/kernel/roster.ts';
import { findQuotations } from '../../../src/quotes/find/find-quotations.ts';
import { cut } from '../../../src/text/span.ts';

const MODEL = loadModel();

/** What the shipped engine finds in a body. */
export function found(body: string, roster: readonly RosterEntry[] = []): FoundQuotation[] {
  return findQuotations(body, roster, MODEL);
}

/** Quotations in marks as `words — speaker`, in order. */
export function saidBy(body: string, roster: readonly RosterEntry[] = []): string[] {
  return found(body, roster)
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ span, speaker }) => `${cut(body, span)} — ${speaker?.name ?? 'nobody named'}`);
}
