import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { asFault } from '../../src/archive/sqlite/explain-error.ts';
import { Fault } from '../../src/kernel/fault.ts';

const errno = (code: string) => Object.assign(new Error('from the system'), { code });

describe('an error of storage', () => {
  test.each([
    [new Database.SqliteError('x', 'SQLITE_BUSY_SNAPSHOT'), 'archive-locked'],
    [new Database.SqliteError('x', 'SQLITE_CORRUPT_VTAB'), 'archive-corrupt'],
    [new Database.SqliteError('x', 'SQLITE_IOERR_SHORT_READ'), 'archive-corrupt'],
    [new Database.SqliteError('x', 'SQLITE_IOERR_WRITE'), 'archive-unwritable'],
    [new Database.SqliteError('x', 'SQLITE_READONLY_DBMOVED'), 'archive-unwritable'],
    [new Database.SqliteError('x', 'SQLITE_FULL'), 'disk-full'],
    [errno('ENOSPC'), 'disk-full'],
    [errno('EROFS'), 'archive-unwritable'],
    [errno('ENOTDIR'), 'archive-unwritable'],
  ])('is told by its code: %s', (error, code) => {
    const fault = asFault(error);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code, cause: error });
  });

  test('is never told by its message', () => {
    const error = new Error('database is locked');
    expect(asFault(error)).toBe(error);
    const bug = new Database.SqliteError('database disk image is malformed', 'SQLITE_ERROR');
    expect(asFault(bug)).toBe(bug);
  });
});
