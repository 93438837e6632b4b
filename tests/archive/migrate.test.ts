import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/archive/sqlite/migrate.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { makeArchiveFile } from './an-archive-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder.path, 'archive.sqlite');
  await makeArchiveFile(file, 1);
});
afterEach(() => folder.remove());

/** Changes the file behind the archive's back. */
function tamper(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

const open = () => openSqliteArchive({ file });

describe('migrations', () => {
  test('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  test('are applied once: an archive opens again as it was', async () => {
    const archive = open();
    expect(await archive.directory.totals()).toMatchObject({ articles: 1 });
    await archive.close();
  });

  test('of a newer version are refused as newer', () => {
    tamper("INSERT INTO migrations VALUES (999, 'from the future', 'x')");
    expect(open).toThrow(expect.objectContaining({ code: 'archive-newer' }));
  });

  test('that were altered are refused', () => {
    tamper("UPDATE migrations SET hash = 'x' WHERE number = 1");
    expect(open).toThrow(expect.objectContaining({ code: 'archive-corrupt' }));
  });

  test('that are missing or out of order are refused', () => {
    const later = [
      ...MIGRATIONS,
      { number: MIGRATIONS.length + 1, name: 'later', sql: 'CREATE TABLE later (x)' },
    ];
    const db = new Database(file);
    migrate(db, later);
    db.exec('DELETE FROM migrations WHERE number = 1');
    expect(() => migrate(db, later)).toThrow(expect.objectContaining({ code: 'archive-corrupt' }));
    db.close();
  });

  test('leave what was held before readers were noted to be read again', async () => {
    const older = join(folder.path, 'older.sqlite');
    const db = new Database(older);
    migrate(db, MIGRATIONS.slice(0, 3));
    db.exec(`INSERT INTO articles (row, id, headline, published_how, origin, story_id, ingested_at, body_hash, body)
      VALUES (7, 'a', 'Old', 'given', 'old.txt', 'a', '2024-01-01T00:00:00Z', 'x', 'Old words.');
      INSERT INTO article_versions (article_row, headline, ingested_at, replaced_at, body_hash, quotations, body)
      VALUES (7, 'Older', '2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'y', '[{"start":0,"words":"Older","speaker":null}]', 'Older words.')`);
    db.pragma(`application_id = ${0x56_45_52_42}`);
    db.close();
    const archive = openSqliteArchive({ file: older });
    expect(await archive.readings.countOthers('any')).toEqual({ articles: 1, versions: 1 });
    const first = await archive.readings.nextOther('any', null);
    const second = await archive.readings.nextOther('any', first?.key ?? null);
    expect([first, second].map((reading) => reading?.article.body)).toEqual(['Old words.', 'Older words.']);
    expect(second?.quotations).toEqual([{ span: { start: 0, end: 5 }, kind: 'direct', speaker: null }]);
    await archive.close();
  });

  test('that fail leave nothing behind and keep those before them', () => {
    const next = MIGRATIONS.length + 1;
    const good = { number: next, name: 'good', sql: 'CREATE TABLE good (x)' };
    const bad = {
      number: next + 1,
      name: 'bad',
      sql: 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1)',
    };
    const db = new Database(file);
    expect(() => migrate(db, [...MIGRATIONS, good, bad])).toThrow(/nowhere/);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('good', 'half')").pluck().all();
    expect(tables).toEqual(['good']);
    migrate(db, [...MIGRATIONS, good]);
    db.close();
    expect(open).toThrow(expect.objectContaining({ code: 'archive-newer' }));
  });
});
