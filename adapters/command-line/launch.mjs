#!/usr/bin/env node
// Runs the `verbatim` command from a clone: builds when needed, then hands over. Plain JavaScript, because it runs before the build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'dist', 'adapters', 'command-line', 'main.js');
/** What tsc knows of the last build; its time is when that build began. */
const stamp = join(root, 'dist', '.tsbuildinfo');
const lock = join(root, 'node_modules', '.verbatim-build');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const say = (line) => process.stderr.write(`${line}\n`);
const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** When a source was last changed, or a folder gained or lost one, in ms. */
function newestSource() {
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name));
  const rooms = ['src', 'adapters'].map((name) => join(root, name));
  const within = rooms.flatMap((room) =>
    readdirSync(room, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return Math.max(...[...settings, ...rooms, ...within].map(changedAt));
}

const isBuilt = () => existsSync(main) && changedAt(stamp) >= newestSource();

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** One build at a time: whoever makes the file builds, whoever finds it waits and looks again. A dead builder's file is taken away. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    // Empty for a moment: its maker has not written its number yet.
    if (holder ? !isAlive(holder) : Date.now() - changedAt(lock) > 5_000) rmSync(lock, { force: true });
    return false;
  }
}

function build() {
  const began = new Date();
  if (!existsSync(main)) rmSync(stamp, { force: true });
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    // Nothing but the answer goes to standard output.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  // tsc leaves its file as it is when nothing changed but a date, and writes one for a build that failed, too.
  if (status === 0) utimesSync(stamp, began, began);
  else rmSync(stamp, { force: true });
  return status === 0;
}

/** Whether there is a build of the sources as they are now; says why when there is none. */
async function isReady() {
  if (isBuilt()) return true;
  if (!existsSync(tsc)) {
    say('The packages are not installed. Run “npm ci” in the project’s folder first.');
    return false;
  }
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    if (isBuilt() || build()) return true;
    say('The project does not build. Mend what is named above, or take a clean clone.');
    return false;
  } finally {
    rmSync(lock, { force: true });
  }
}

/** npm runs scripts in the project's folder; files a reader names are meant from where the reader stands. */
function returnToCaller() {
  const { INIT_CWD: caller, npm_lifecycle_event: script } = process.env;
  if (script === 'verbatim' && caller && process.cwd() === root && existsSync(caller)) process.chdir(caller);
}

if (await isReady()) {
  returnToCaller();
  const { run } = await import(pathToFileURL(main).href);
  await run();
} else process.exitCode = 3;
