import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import type { RosterEntry } from '../../kernel/roster.ts';
import { projectFile } from '../../kernel/settings/project-file.ts';
import { findQuotations } from '../../quotes/find/find-quotations.ts';
import { loadModel, WORD_VECTORS } from './load-model.ts';

/** Increase it when the engine's rules change what is found and the model does not change. */
const ENGINE_VERSION = 1;

export interface Engine {
  readonly findQuotations: (body: string) => FoundQuotation[];
  /** The engine version: a hash of rules, model and roster, 16 hex digits. */
  readonly name: string;
}

/** Loads the engine with the shipped model. Throws Fault `desk-invalid` when the model is missing or damaged. */
export function loadEngine(
  roster: readonly RosterEntry[],
  file = projectFile('data/quotation-model.json'),
): Engine {
  const model = loadModel(file);
  const name = createHash('sha256')
    .update(`${ENGINE_VERSION}\n${JSON.stringify(roster)}\n`)
    .update(readFileSync(file))
    .update(readFileSync(WORD_VECTORS))
    .digest('hex')
    .slice(0, 16);
  return { findQuotations: (body) => findQuotations(body, roster, model), name };
}
