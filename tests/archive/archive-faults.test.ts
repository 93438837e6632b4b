import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { Fault, type FaultCode } from '../../src/kernel/fault.ts';
import { makeArchiveFile, numberedArticle } from './an-archive-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const AT = new Date('2024-05-01T09:00:00Z');
const PAGE = { from: 0, size: 50 };

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'archive.sqlite');
});
afterEach(() => folder.remove());

/** The fault of opening, which must have a plain line and a remedy. */
function faultOfOpening(path: string, options: { busyTimeoutMs?: number; maxPages?: number } = {}): Fault {
  try {
    void openSqliteArchive({ file: path, ...options }).close();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.message).toMatch(/^[A-Z][^\n]*\.$/);
    expect(error.remedy).toMatch(/^[A-Z][^\n]*\.$/);
    return error;
  }
  throw new Error('it opened');
}

const refusal = (code: FaultCode) => ({ name: 'Fault', code });

/** Writes over a stretch of a file. */
function overwrite(path: string, from: number, bytes: Buffer): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, bytes, 0, bytes.length, from);
  closeSync(handle);
}

describe('a damaged file', () => {
  test('is refused when it is not a database, and left as it was', () => {
    const bytes = Buffer.from('These are notes of a reporter, and no archive. '.repeat(200));
    writeFileSync(file, bytes);
    expect(faultOfOpening(file).code).toBe('archive-corrupt');
    expect(readFileSync(file)).toEqual(bytes);
  });

  test('is refused when its header is damaged', async () => {
    await makeArchiveFile(file, 3);
    overwrite(file, 0, Buffer.alloc(64, 0x58));
    expect(faultOfOpening(file).code).toBe('archive-corrupt');
  });

  test('is a fault of whatever reads it when it is damaged in the middle, and doctor says so', async () => {
    // Large enough for the description of its tables, some forty pages in, to stay whole.
    await makeArchiveFile(file, 120, 60);
    const { size } = statSync(file);
    const from = 4096 * Math.floor(size / 4096 / 4);
    overwrite(file, from, Buffer.alloc(4096 * Math.floor(size / 4096 / 2), 0xa5));
    const archive = openSqliteArchive({ file });
    await expect(archive.search.latestArticles(NO_FILTERS, PAGE)).rejects.toMatchObject(
      refusal('archive-corrupt'),
    );
    const { article, quotations } = numberedArticle(999, 60);
    await expect(archive.writer.store(article, quotations, AT)).rejects.toMatchObject(
      refusal('archive-corrupt'),
    );
    expect(await archive.check()).not.toEqual([]);
    await archive.close();
  });

  test('is a fault when its end is cut off', async () => {
    await makeArchiveFile(file, 60, 60);
    truncateSync(file, 4096 * 20);
    const lookUp = async () => {
      const archive = openSqliteArchive({ file });
      await archive.search.latestArticles(NO_FILTERS, PAGE).finally(() => archive.close());
    };
    await expect(lookUp()).rejects.toMatchObject(refusal('archive-corrupt'));
  });

  test('of no length is a new archive', async () => {
    writeFileSync(file, '');
    const archive = openSqliteArchive({ file });
    expect(await archive.directory.totals()).toEqual({ articles: 0, quotations: 0, newest: null });
    await archive.close();
  });

  test('is not taken over when it is a database of another program', () => {
    const other = new Database(file);
    other.exec('CREATE TABLE cookies (name TEXT)');
    other.close();
    expect(faultOfOpening(file)).toMatchObject({ code: 'archive-corrupt' });
    const after = new Database(file);
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['cookies']);
    after.close();
  });
});

describe('a file that another program holds', () => {
  test('is locked: opening waits for the time given, then says so', async () => {
    await makeArchiveFile(file, 1);
    const other = new Database(file);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(faultOfOpening(file, { busyTimeoutMs: 30 })).toMatchObject({
      code: 'archive-locked',
      retryable: true,
    });
    other.close();
  });

  test('can be read, and every write of it is locked, until the other is done', async () => {
    await makeArchiveFile(file, 1);
    const archive = openSqliteArchive({ file, busyTimeoutMs: 30 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const { article, quotations } = numberedArticle(2);
    expect(await archive.search.latestArticles(NO_FILTERS, PAGE)).toHaveLength(1);
    await expect(archive.writer.store(article, quotations, AT)).rejects.toMatchObject(
      refusal('archive-locked'),
    );
    await expect(archive.keyValues.keepLine('latest')).rejects.toMatchObject(refusal('archive-locked'));
    await expect(archive.keyValues.once('key', AT)).rejects.toMatchObject(refusal('archive-locked'));
    other.exec('COMMIT');
    expect(await archive.writer.store(article, quotations, AT)).toBe('added');
    other.close();
    await archive.close();
  });
});

describe('a place that cannot be written to', () => {
  test('is refused when the folder is missing, or is a file, or the archive is a folder', () => {
    expect(faultOfOpening(join(folder.path, 'missing', 'archive.sqlite')).code).toBe('archive-unwritable');
    writeFileSync(join(folder.path, 'notes.txt'), 'notes');
    expect(faultOfOpening(join(folder.path, 'notes.txt', 'archive.sqlite')).code).toBe('archive-unwritable');
    mkdirSync(file);
    expect(faultOfOpening(file).code).toBe('archive-unwritable');
  });

  test('is refused when the folder is read-only, except to root, who may write anywhere', () => {
    const locked = join(folder.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    const open = () => void openSqliteArchive({ file: join(locked, 'archive.sqlite') }).close();
    const isRoot = process.getuid?.() === 0;
    if (isRoot) expect(open).not.toThrow();
    else expect(open).toThrow(expect.objectContaining({ code: 'archive-unwritable' }));
    chmodSync(locked, 0o755);
  });
});

describe('a full disk', () => {
  test('is said when an archive cannot even be made', () => {
    expect(faultOfOpening(file, { maxPages: 4 })).toMatchObject({ code: 'disk-full', retryable: true });
  });

  test('stops a store as a whole: what was there is still there, and goes on when there is room', async () => {
    await makeArchiveFile(file, 1);
    const pages = Math.ceil(statSync(file).size / 4096);
    const small = openSqliteArchive({ file, maxPages: pages + 8 });
    const big = numberedArticle(7, 4_000);
    await expect(small.writer.store(big.article, big.quotations, AT)).rejects.toMatchObject(
      refusal('disk-full'),
    );
    expect(await small.directory.totals()).toMatchObject({ articles: 1, quotations: 1 });
    expect(await small.check()).toEqual([]);
    await small.close();
    const roomy = openSqliteArchive({ file });
    expect(await roomy.writer.store(big.article, big.quotations, AT)).toBe('added');
    expect(await roomy.check()).toEqual([]);
    await roomy.close();
  });

  test('is said by memory too', async () => {
    await makeArchiveFile(file, 1);
    const archive = openSqliteArchive({ file, maxPages: Math.ceil(statSync(file).size / 4096) });
    await expect(archive.keyValues.keepLine('x'.repeat(100_000))).rejects.toMatchObject(refusal('disk-full'));
    await archive.close();
  });
});
