import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const READ_TYPESCRIPT = new URL('../read-typescript.mjs', import.meta.url).href;

interface Surroundings {
  readonly cwd?: string;
  /** The environment besides PATH and HOME; the child inherits nothing else. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a child process on a TypeScript file without a build; its output is piped. */
export function startTypeScript(
  file: URL,
  argv: readonly string[],
  { cwd, env = {} }: Surroundings = {},
): ChildProcess & {
  readonly stdout: NonNullable<ChildProcess['stdout']>;
  readonly stderr: NonNullable<ChildProcess['stderr']>;
} {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['--import', READ_TYPESCRIPT, fileURLToPath(file), ...argv], {
    ...(cwd ? { cwd } : {}),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
