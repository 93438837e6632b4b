// Lets a worker that a test starts read TypeScript: Node 20 cannot. Given to vitest's processes with --import, which workers inherit.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const LOADER = `
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
let transform = null;
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  transform ??= import(TRANSFORMER).then((tools) => tools.transform);
  const file = fileURLToPath(url);
  const { code, errors } = await (await transform)(file, await readFile(file, 'utf8'));
  if (errors.length) throw new SyntaxError(file + ': ' + errors[0].message);
  return { format: 'module', shortCircuit: true, source: code };
}`;

// Vitest reads the sources of the main thread itself, by the same transformer: it comes with vite, which comes with vitest.
if (!isMainThread) {
  const vite = createRequire(import.meta.resolve('vitest/package.json')).resolve('vite/package.json');
  const transformer = createRequire(vite).resolve('rolldown/utils');
  const loader = LOADER.replace('TRANSFORMER', JSON.stringify(pathToFileURL(transformer).href));
  register(`data:text/javascript,${encodeURIComponent(loader)}`);
}
