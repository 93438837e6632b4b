// Runs everything that a commit must pass: the tests, and beside them types, lint, import rules and unused code.
// The test output is shown as it comes; the output of every other step is shown whole once the step has ended.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const COLOR = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};

/** Starts `npm run NAME`; the promise has the exit code and the seconds it took. */
function start(name, stdio) {
  const began = Date.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio, env: { ...process.env, ...COLOR } });
  const ended = new Promise((resolve) => {
    const end = (ok) => resolve({ name, ok, seconds: Math.round((Date.now() - began) / 1_000) });
    child.once('error', () => end(false));
    child.once('close', (code) => end(code === 0));
  });
  return { child, ended };
}

async function runQuietly(name) {
  const { child, ended } = start(name, ['ignore', 'pipe', 'pipe']);
  const [out, err, result] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  process.stdout.write(`== ${name}: ${result.ok ? 'passed' : 'FAILED'}, ${result.seconds} s\n${out}${err}`);
  return result;
}

async function runTests() {
  const { child, ended } = start('test', ['ignore', 'pipe', 'pipe']);
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  return await ended;
}

// One after another: the tests already use every core.
async function runStatic() {
  const results = [];
  for (const name of ['types', 'lint', 'imports', 'unused']) results.push(await runQuietly(name));
  return results;
}

const results = (await Promise.all([runStatic(), runTests()])).flat();
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
const steps = results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
process.stdout.write(`${steps}\n${failed.length ? `FAILED: ${failed.join(', ')}` : 'Everything passed.'}\n`);
process.exitCode = failed.length ? 1 : 0;
