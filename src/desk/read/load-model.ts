import { readFileSync } from 'node:fs';
import { Fault } from '../../kernel/fault.ts';
import { projectFile } from '../../kernel/settings/project-file.ts';
import { parseModel, type QuotationModel } from '../../quotes/find/words/parse-model.ts';

/** The words' vectors that the quotation model was trained with. */
export const WORD_VECTORS = projectFile('data/word-vectors.json');

/** The trained quotation model that ships with the project. Throws Fault `desk-invalid` when the file is missing or damaged. */
export function loadModel(file = projectFile('data/quotation-model.json')): QuotationModel {
  const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  try {
    return parseModel(parse(file), parse(WORD_VECTORS));
  } catch (cause) {
    throw new Fault('desk-invalid', `The quotation model cannot be read from ${file} and ${WORD_VECTORS}.`, {
      remedy: 'Restore both from the repository, or make the model anew with npm run train.',
      cause,
    });
  }
}
