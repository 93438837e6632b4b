import { join } from 'node:path';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { archiveContract } from './archive.ts';

archiveContract('a SQLite file', async () => {
  const folder = temporaryFolder();
  const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
  return {
    archive,
    discard: async () => {
      await archive.close();
      folder.remove();
    },
  };
});
