import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../kernel/fault.ts';
import { type QuotationModel, readModel } from '../quotes/read-model.ts';

/** A file of the project's data folder; its place is the same seen from src and from what is built of it. */
export function dataFile(name: string): string {
  const up = /\/dist(?:-eval)?\/src\/desk\/[^/]+$/.test(import.meta.url) ? '../../../data/' : '../../data/';
  return fileURLToPath(new URL(`${up}${name}`, import.meta.url));
}

/** The words' vectors that the quotation model was trained with. */
export const WORD_VECTORS = dataFile('word-vectors.json');

/** The trained quotation model that ships with the project. Throws Fault `desk-invalid` when the file is missing or damaged. */
export function loadModel(file = dataFile('quotation-model.json')): QuotationModel {
  const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  try {
    return readModel(parse(file), parse(WORD_VECTORS));
  } catch (cause) {
    throw new Fault('desk-invalid', `The quotation model cannot be read from ${file} and ${WORD_VECTORS}.`, {
      remedy: 'Restore both from the repository, or make the model anew with npm run train.',
      cause,
    });
  }
}
