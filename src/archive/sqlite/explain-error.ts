import Database from 'better-sqlite3';
import { Fault, type FaultCode } from '../../kernel/fault.ts';

interface Explanation {
  readonly code: FaultCode;
  readonly say: string;
  readonly remedy: string;
  readonly retryable: boolean;
}

const LOCKED: Explanation = {
  code: 'archive-locked',
  say: 'Another program is holding the archive locked.',
  remedy: 'Close the other program that uses the archive, or wait a moment and try again.',
  retryable: true,
};

export const CORRUPT: Explanation = {
  code: 'archive-corrupt',
  say: 'The archive file is damaged, or is not an archive.',
  remedy: 'Put back a copy of the archive, or move the file away and index the articles again.',
  retryable: false,
};

export const UNWRITABLE: Explanation = {
  code: 'archive-unwritable',
  say: 'The archive file cannot be opened or written to.',
  remedy:
    'Check that its folder exists and that this user may write there, or name another file with --archive.',
  retryable: false,
};

const DISK_FULL: Explanation = {
  code: 'disk-full',
  say: 'There is no room left to write the archive; nothing was changed.',
  remedy: 'Free some disk space, then try again.',
  retryable: true,
};

/** SQLite's primary result codes (https://sqlite.org/rescode.html); extended codes continue one of these with `_`. */
const BY_PRIMARY_CODE: Readonly<Record<string, Explanation>> = {
  SQLITE_BUSY: LOCKED,
  SQLITE_LOCKED: LOCKED,
  SQLITE_PROTOCOL: LOCKED,
  SQLITE_CORRUPT: CORRUPT,
  SQLITE_NOTADB: CORRUPT,
  SQLITE_FORMAT: CORRUPT,
  SQLITE_CANTOPEN: UNWRITABLE,
  SQLITE_READONLY: UNWRITABLE,
  SQLITE_PERM: UNWRITABLE,
  SQLITE_AUTH: UNWRITABLE,
  SQLITE_IOERR: UNWRITABLE,
  SQLITE_FULL: DISK_FULL,
};

/** Extended codes that mean something other than their primary code: a truncated file reads as an I/O error. */
const BY_EXTENDED_CODE: Readonly<Record<string, Explanation>> = {
  SQLITE_IOERR_SHORT_READ: CORRUPT,
  SQLITE_IOERR_DATA: CORRUPT,
  SQLITE_IOERR_CORRUPTFS: CORRUPT,
  SQLITE_IOERR_SHMSIZE: DISK_FULL,
};

const BY_ERRNO: Readonly<Record<string, Explanation>> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: UNWRITABLE,
  ENOENT: UNWRITABLE,
  ENOTDIR: UNWRITABLE,
  EISDIR: UNWRITABLE,
};

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What a storage error means, by its code; null for every other error. */
function explain(error: unknown): Explanation | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (!(error instanceof Database.SqliteError)) return BY_ERRNO[code] ?? null;
  const primary = code.split('_').slice(0, 2).join('_');
  return BY_EXTENDED_CODE[code] ?? BY_PRIMARY_CODE[primary] ?? null;
}

export function faultOf({ code, say, remedy, retryable }: Explanation, cause?: unknown): Fault {
  return new Fault(code, say, { remedy, retryable, cause });
}

/** A Fault for a storage error; every other error unchanged. */
export function asFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  const explanation = explain(error);
  return explanation ? faultOf(explanation, error) : error;
}
