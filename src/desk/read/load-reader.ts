import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FoundQuotation } from '../../kernel/quotation.ts';
import type { RosterEntry } from '../../kernel/roster.ts';
import { projectFile } from '../../kernel/settings/project-file.ts';
import { findQuotations } from '../../quotes/find/find-quotations.ts';
import { loadModel, WORD_VECTORS } from './load-model.ts';

/** Goes up when the engine's rules change what is found though the model stays. */
const RULES = 1;

export interface Reader {
  readonly findQuotations: (body: string) => FoundQuotation[];
  /** The same for the same rules, model and roster: 16 hex digits. */
  readonly name: string;
}

/** The engine with the model that ships with the project. Throws Fault `desk-invalid` when that is missing or damaged. */
export function loadReader(
  roster: readonly RosterEntry[],
  file = projectFile('data/quotation-model.json'),
): Reader {
  const model = loadModel(file);
  const name = createHash('sha256')
    .update(`${RULES}\n${JSON.stringify(roster)}\n`)
    .update(readFileSync(file))
    .update(readFileSync(WORD_VECTORS))
    .digest('hex')
    .slice(0, 16);
  return { findQuotations: (body) => findQuotations(body, roster, model), name };
}
