import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/archive/sqlite/migrate.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { ADDED_AT, aNewSource } from '../builders/a-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the marks of a source that was followed before they stood apart are still known', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'archive.sqlite');
  const db = new Database(file);
  db.pragma(`application_id = ${0x56_45_52_42}`);
  migrate(db, MIGRATIONS.slice(0, 8));
  const { url, addedAt, addedBy, state } = aNewSource();
  const held = { ...state, seen: ['i1', 'p1'] };
  db.prepare(
    'INSERT INTO sources (kind, url, topic, added_at, added_by, state) VALUES (?, ?, 1, ?, ?, ?)',
  ).run('feed', url, addedAt, JSON.stringify(addedBy), JSON.stringify(held));
  db.close();
  const archive = openSqliteArchive({ file });
  expect(await archive.sources.list()).toMatchObject([{ url, state: { ...state, seen: [] } }]);
  expect(await archive.sources.claim({ number: 1, owner: 'x' }, ADDED_AT, ADDED_AT)).toMatchObject({
    state: held,
  });
  await archive.close();
  folder.remove();
});
