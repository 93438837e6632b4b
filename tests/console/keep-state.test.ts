import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noteInState, stateFile } from '../../adapters/console/keep-state.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';

it.each([
  [{ XDG_STATE_HOME: '/state', LOCALAPPDATA: '/local', HOME: '/home/ada' }, '/state'],
  [{ LOCALAPPDATA: '/local', HOME: '/home/ada' }, '/local'],
  [{ XDG_STATE_HOME: '', HOME: '/home/ada' }, '/home/ada/.local/state'],
  [{}, join(homedir(), '.local', 'state')],
])('keeps state where the environment says: %j', (env, folder) => {
  expect(stateFile(env, 'history')).toBe(join(folder, 'verbatim', 'history'));
});

it('appends lines to a file that only its owner can read', () => {
  const folder = temporaryFolder();
  const file = stateFile({ XDG_STATE_HOME: folder.path }, 'faults');
  noteInState(file, 'one\n');
  noteInState(file, 'two\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(file).mode & 0o077).toBe(0);
  folder.remove();
});

it('ignores a file that cannot be written', () => {
  expect(() => noteInState('/dev/null/no/folder', 'one\n')).not.toThrow();
});
