import { readFileSync } from 'node:fs';
import { Fault } from '../../../kernel/fault.ts';
import { projectFile } from '../../../kernel/settings/project-file.ts';
import { isRecord } from '../../lines/stated.ts';
import { FEATURES } from './describe-blocks.ts';
import { readTrees, type Trees } from './read-trees.ts';

/**
 * Loads the trained page model, which tells an article's text from the rest of the page. Throws Fault
 * `desk-invalid` when the file is missing, malformed or trained on other features.
 */
export function loadBlockModel(file = projectFile('data/block-model.json')): Trees {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const features = isRecord(value) ? value['features'] : null;
    if (JSON.stringify(features) !== JSON.stringify(FEATURES))
      throw new RangeError('it was trained on other features than are described');
    return readTrees(value, FEATURES.length);
  } catch (cause) {
    throw new Fault('desk-invalid', `The model of web pages ${file} cannot be read.`, {
      remedy: 'Restore it from the repository, or make it anew with npm run train:blocks.',
      cause,
    });
  }
}
