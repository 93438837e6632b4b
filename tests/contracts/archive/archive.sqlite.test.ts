import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import { temporaryFolder } from '../../archive/temporary-folder.ts';
import { archiveContract } from './archive.ts';
import { deliveriesContract } from './deliveries.ts';
import { sourcesContract } from './sources.ts';
import { watchesContract } from './watches.ts';

const openFile = async () => {
  const folder = temporaryFolder();
  const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
  return {
    archive,
    discard: async () => {
      await archive.close();
      folder.remove();
    },
  };
};

archiveContract('a SQLite file', openFile);
deliveriesContract('a SQLite file', openFile);
sourcesContract('a SQLite file', openFile);
watchesContract('a SQLite file', openFile);

it('makes the file it is told to and no other beside its own journals', async () => {
  const folder = temporaryFolder();
  const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
  await archive.close();
  expect(readdirSync(folder.path)).toEqual(['archive.sqlite']);
  folder.remove();
});
