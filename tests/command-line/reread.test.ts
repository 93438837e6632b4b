import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { makeArchiveFile } from '../archive/an-archive-file.ts';
import { aCommandFolder, REPORT } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, remove, write } = aCommandFolder();
afterAll(remove);

const NOTHING = 'Nothing to read again: every article was read by the engine as it is.\n';

/** An archive of numbered articles that nobody named has read, each with one statement by one speaker. */
async function anOldArchive(name: string, articles: number): Promise<string> {
  const file = `${folder}/${name}.sqlite`;
  await makeArchiveFile(file, articles);
  return file;
}

describe('reread', () => {
  it('says what it read again and what came of it, and has nothing to do the second time', async () => {
    const archive = await anOldArchive('old', 3);
    const doctor = () => runHere(['doctor', '--archive', archive]);
    expect(await doctor()).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        'NOTE   readings: 3 articles were read by an older engine, model or roster. “verbatim reread” finds',
      ),
    });
    expect(await runHere(['reread', '--archive', archive])).toEqual({
      code: 0,
      out: '3 articles read again: 3 quotations before, 3 after, 0 speakers changed\n',
      err: '',
    });
    expect((await doctor()).out).toContain('ok     readings: every article was read by the engine');
    expect(await runHere(['reread', '--archive', archive])).toEqual({ code: 0, out: NOTHING, err: '' });
  });

  it('has nothing to do for what was just indexed, until the roster changes', async () => {
    const archive = `${folder}/new.sqlite`;
    await runHere(['index', write('ferry.txt', REPORT), '--archive', archive]);
    expect((await runHere(['reread', '--archive', archive])).out).toBe(NOTHING);
    const desk = write(
      'desk.yaml',
      `{ name: Harbour, command: harbour, summary: The harbour., zone: UTC, try: [latest], examples: {}, roster: roster.yaml, articles: [], archive: x.sqlite }`,
    );
    write('roster.yaml', '[{ name: Ines Marie Okafor, kind: person, aliases: [Ines Okafor] }]');
    const ran = await runHere(['reread', '--desk', desk, '--archive', archive]);
    expect(ran.out).toBe('1 article read again: 1 quotation before, 1 after, 1 speaker changed\n');
    const said = await runHere(['ask', 'said Okafor', '--json', '--desk', desk, '--archive', archive]);
    expect(JSON.parse(said.out).quotations[0].speaker).toMatchObject({ name: 'Ines Marie Okafor' });
  });

  it('stops when asked to, with the article at hand read again, and goes on from there the next time', async () => {
    const archive = await anOldArchive('stopped', 5);
    const stopped = await runHere(['reread', '--archive', archive], {
      onEnd: (listener) => {
        setImmediate(listener);
        return () => {};
      },
    });
    expect(stopped).toMatchObject({ code: 1, err: expect.stringMatching(/^Stopped before the end\. /u) });
    const read = Number(/^(\d) articles? read again/u.exec(stopped.out)?.[1]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(5);
    const again = await runHere(['reread', '--archive', archive]);
    expect(again.out).toMatch(new RegExp(`^${5 - read} articles? read again`, 'u'));
  });

  it('keeps every quotation a text cut from its article', async () => {
    const file = await anOldArchive('whole', 4);
    await runHere(['reread', '--archive', file]);
    const archive = openSqliteArchive({ file });
    expect(await archive.check()).toEqual([]);
    expect((await archive.directory.speakers()).map(({ name, quotations }) => [name, quotations])).toEqual([
      ['Ines Okafor', 4],
    ]);
    await archive.close();
  });
});
