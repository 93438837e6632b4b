// Lets the workers and child processes of tests load TypeScript, which Node 20 cannot. It is passed with --import: to
// vitest's processes, whose workers inherit it, and to child processes.
import { mkdirSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Every worker and process has its own loader, and tests start dozens: they share transformed sources through files.
const LOADER = `
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
let given = null;
let transform = null;
export function initialize(data) {
  given = data;
}
async function transformed(file, source) {
  const kept = given.folder + createHash('sha256').update(given.of + source).digest('hex') + '.js';
  try {
    return readFileSync(kept, 'utf8');
  } catch {}
  transform ??= import(given.transformer).then((tools) => tools.transform);
  const { code, errors } = await (await transform)(file, source);
  if (errors.length) throw new SyntaxError(file + ': ' + errors[0].message);
  const making = kept + '.' + process.pid + '.' + threadId;
  writeFileSync(making, code);
  renameSync(making, kept);
  return code;
}
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const source = await transformed(file, readFileSync(file, 'utf8'));
  return { format: 'module', shortCircuit: true, source };
}`;

// Vitest transforms sources for the main threads of its own processes. The transformer here is the same: it comes with
// vite, a dependency of vitest.
if (!isMainThread || !process.env.VITEST) {
  const vite = createRequire(import.meta.resolve('vitest/package.json')).resolve('vite/package.json');
  const fromVite = createRequire(vite);
  const folder = fileURLToPath(new URL('../node_modules/.cache/read-typescript/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  register(`data:text/javascript,${encodeURIComponent(LOADER)}`, {
    data: {
      folder,
      of: fromVite('rolldown/package.json').version,
      transformer: pathToFileURL(fromVite.resolve('rolldown/utils')).href,
    },
  });
}
