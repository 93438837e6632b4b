import { appendFileSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Environment variables that locate a person's state files. */
interface StateSettings {
  readonly XDG_STATE_HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
  readonly HOME?: string | undefined;
}

/** Path of a state file, by the XDG Base Directory rules, or in local application data on Windows. */
export function stateFile(env: StateSettings, name: string): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = env;
  const state = XDG_STATE_HOME || LOCALAPPDATA || join(HOME || homedir(), '.local', 'state');
  return join(state, 'verbatim', name);
}

/** Appends a line to a file that only its owner can read. Ignores write errors. */
export function noteInState(file: string, line: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // The disk may be full or read-only. The reader has already been told what went wrong.
  }
}
