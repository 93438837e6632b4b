import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file in the project, from its path below the root: `data/desk.yaml`. The root is the nearest
 * folder above this module that holds a package.json, so a build in `dist` finds the same files as the
 * source.
 */
export function projectFile(path: string): string {
  return join(PROJECT_ROOT, path);
}

const PROJECT_ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json stands in any folder above the program.');
  return rootAbove(parent);
}
