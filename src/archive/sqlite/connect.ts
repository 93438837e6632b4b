import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '../../kernel/fault.ts';
import { faultOf, UNWRITABLE } from './explain-error.ts';

export type Connection = Database.Database;

export interface ConnectOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** How long to wait for another program's write before Fault `archive-locked`, in ms. */
  readonly busyTimeoutMs?: number;
  /** The file may grow to this many pages of 4,096 bytes; then Fault `disk-full`. */
  readonly maxPages?: number;
}

/**
 * The page cache, and the log pages (4 KB each) written back at once. Successive articles change the same index
 * pages; SQLite's defaults (2 MB, 1,000 pages) write and read those pages repeatedly.
 */
const CACHE_KB = 16_000;
const CHECKPOINT_PAGES = 4_000;

/** "VERB" in ASCII. It marks the file as an archive, so that another program's database is never changed. */
const APPLICATION_ID = 0x56_45_52_42;

function requireWritable(file: string): void {
  if (file === ':memory:') return;
  const folder = dirname(file);
  if (!statSync(folder).isDirectory()) throw faultOf(UNWRITABLE);
  accessSync(folder, constants.W_OK);
  if (existsSync(file)) accessSync(file, constants.W_OK);
}

/** Marks a new file as ours. Throws Fault `archive-corrupt` when it is another program's database. */
function claim(db: Connection): void {
  if (isOurs(db)) return;
  // Under one write lock: another process may claim the same new file between two reads.
  const claimUnderLock = db.transaction(() => {
    if (isOurs(db)) return;
    const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get() ?? { n: 0 };
    if (db.pragma('application_id', { simple: true }) !== 0 || n > 0)
      throw new Fault('archive-corrupt', 'The file is a database of another program, not an archive.', {
        remedy: 'Name another file with --archive; this one was left as it was.',
      });
    db.pragma(`application_id = ${APPLICATION_ID}`);
  });
  claimUnderLock.immediate();
}

function isOurs(db: Connection): boolean {
  return db.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

/** Opens or creates the file for one writer and many readers (WAL). Throws SQLite's errors unchanged. */
export function connect({ file, busyTimeoutMs = 5_000, maxPages }: ConnectOptions): Connection {
  requireWritable(file);
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    claim(db);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma(`cache_size = -${CACHE_KB}`);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma('foreign_keys = ON');
    if (maxPages !== undefined) db.pragma(`max_page_count = ${Math.trunc(maxPages)}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
