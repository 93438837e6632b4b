import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { numberedArticle } from './an-archive-file.ts';
import { startStoring } from './archive-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const AT = new Date('2024-05-01T09:00:00Z');
const EVERYTHING = { from: 0, size: 10_000 };

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('two processes on one archive', () => {
  test('both make it, both store, and what both store is held once', async () => {
    const file = join(folder.path, 'shared.sqlite');
    const runs = [startStoring(file, 0, 120, 3), startStoring(file, 60, 180, 3)];
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0]);
    const outcomes = runs.flatMap(({ told }) => told.map((line) => line.split(' ')[1]));
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(180);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(60);
    const archive = openSqliteArchive({ file });
    expect(await archive.directory.totals()).toMatchObject({ articles: 180, quotations: 180 });
    expect(await archive.check()).toEqual([]);
    await archive.close();
  });

  test('each learn what the other has stored, spelling and speakers too', async () => {
    const file = join(folder.path, 'learning.sqlite');
    const reader = openSqliteArchive({ file });
    const writer = openSqliteArchive({ file });
    expect(await reader.directory.speakers()).toEqual([]);
    expect(await reader.directory.nearestWords('harbuor', 3)).toEqual([]);
    const { article, quotations } = numberedArticle(1);
    await writer.writer.store(article, quotations, AT);
    expect((await reader.directory.speakers()).map(({ name }) => name)).toEqual(['Ines Okafor']);
    expect(await reader.directory.nearestWords('harbuor', 3)).toEqual(['harbour']);
    expect(await reader.search.nearestQuotations('harbuor', NO_FILTERS, 3)).toHaveLength(1);
    await reader.close();
    await writer.close();
  });
});

describe('a process killed while it stores', () => {
  test.each([1, 17, 40])(
    'after %i articles has lost none it told of, and left none by half',
    async (told) => {
      const file = join(folder.path, `killed-${told}.sqlite`);
      const run = startStoring(file, 0, 5_000, 40);
      await run.whenTold(told);
      run.child.kill('SIGKILL');
      expect(await run.ended).toBeNull();
      const archive = openSqliteArchive({ file });
      const articles = await archive.search.latestArticles(NO_FILTERS, EVERYTHING);
      const totals = await archive.directory.totals();
      expect(articles.length).toBeGreaterThanOrEqual(run.told.length);
      expect(run.told.length).toBeGreaterThanOrEqual(told);
      expect(totals.quotations).toBe(articles.length);
      expect(await archive.check()).toEqual([]);
      const { article, quotations } = numberedArticle(0, 40);
      expect(await archive.writer.store(article, quotations, AT)).toBe('unchanged');
      await archive.close();
    },
  );
});
