import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { makeArchiveFile } from '../archive/an-archive-file.ts';
import { startTypeScript } from '../builders/start-typescript.ts';
import { aCommandFolder } from './a-command-folder.ts';

const ARTICLES = 60;
/** Four processes, on a busy machine. */
const SLOW_MS = 180_000;

const { folder, archive: file, remove } = aCommandFolder();
afterAll(remove);

beforeAll(() => makeArchiveFile(file, ARTICLES, 30));

/** `verbatim reread` as a process of its own; `onRead` is told of every article that is stored anew. */
function start(onRead: (articles: number, kill: () => void) => void) {
  const program = new URL('./verbatim-process.ts', import.meta.url);
  const child = startTypeScript(program, ['reread', '--archive', file], {
    cwd: folder,
    env: { XDG_STATE_HOME: folder, VERBATIM_LOG: 'debug' },
  });
  let read = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!line.includes('read again')) return;
    read += 1;
    onRead(read, () => child.kill('SIGKILL'));
  });
  const left = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  return { out: text(child.stdout), left };
}

it(
  'killed at any moment loses nothing, leaves no article by half, and goes on where it stopped',
  async () => {
    let told = 0;
    for (const until of [1, 12]) {
      const killed = start((read, kill) => {
        told += 1;
        if (read === until) kill();
      });
      expect(await killed.left).toBe('SIGKILL');
      expect(await killed.out).toBe('');
    }
    const between = openSqliteArchive({ file });
    const model = 'whatever the engine is called now';
    expect(await between.readings.countOthers(model)).toEqual({ articles: ARTICLES, versions: 0 });
    expect(await between.directory.totals()).toMatchObject({ articles: ARTICLES, quotations: ARTICLES });
    expect(await between.check()).toEqual([]);
    await between.close();

    const resumed = start(() => {});
    expect(await resumed.left).toBe(0);
    const [, read = '0'] =
      /^(\d+) articles read again: (\d+) quotations before, \2 after, 0 speakers changed\n$/u.exec(
        await resumed.out,
      ) ?? [];
    // What was told is stored; what was killed before it could tell may be.
    expect(Number(read)).toBeLessThanOrEqual(ARTICLES - told);
    expect(Number(read)).toBeGreaterThan(0);
    const after = openSqliteArchive({ file });
    expect(await after.directory.totals()).toMatchObject({ articles: ARTICLES, quotations: ARTICLES });
    expect(await after.check()).toEqual([]);
    await after.close();
    const again = start(() => {});
    expect(await again.out).toMatch(/^Nothing to read again/u);
  },
  SLOW_MS,
);
