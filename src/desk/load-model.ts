import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../kernel/fault.ts';
import { type QuotationModel, readModel } from '../quotes/read-model.ts';

/** A file of the project's data folder; its place is the same seen from src and from what is built of it. */
export function dataFile(name: string): string {
  const up = /\/dist(?:-eval)?\/src\/desk\/[^/]+$/.test(import.meta.url) ? '../../../data/' : '../../data/';
  return fileURLToPath(new URL(`${up}${name}`, import.meta.url));
}

/** The trained quotation model that ships with the project. Throws Fault `desk-invalid` when the file is missing or damaged. */
export function loadModel(file = dataFile('quotation-model.json')): QuotationModel {
  try {
    return readModel(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Fault('desk-invalid', `The quotation model ${file} cannot be read.`, {
      remedy: 'Restore it from the repository, or make it anew with npm run train.',
      cause,
    });
  }
}
