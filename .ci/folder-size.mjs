// Fails when a folder of src, adapters or tests holds more files than a reader can take in at once.
import { readdirSync } from 'node:fs';

const MOST_FILES = 20;

const folders = ['src', 'adapters', 'tests'].flatMap((root) => [
  root,
  ...readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
]);
const full = folders
  .map((folder) => ({
    folder,
    files: readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).length,
  }))
  .filter(({ files }) => files > MOST_FILES);
for (const { folder, files } of full)
  process.stderr.write(`${folder} holds ${files} files; at most ${MOST_FILES}.\n`);
process.exitCode = full.length ? 1 : 0;
