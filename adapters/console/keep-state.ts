import { appendFileSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The part of the environment that says where a user's state lives. */
interface StateSettings {
  readonly XDG_STATE_HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
  readonly HOME?: string | undefined;
}

/** Where a file of the user's own state belongs: XDG Base Directory, or local application data on Windows. */
export function stateFile(env: StateSettings, name: string): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = env;
  const state = XDG_STATE_HOME || LOCALAPPDATA || join(HOME || homedir(), '.local', 'state');
  return join(state, 'verbatim', name);
}

/** Appends a line that only its owner can read; a state that cannot be written is no reason to bother a reader. */
export function noteInState(file: string, line: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // A full or read-only disk: the reader has been told what went wrong either way.
  }
}
