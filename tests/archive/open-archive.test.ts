import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readArchivePlace } from '../../src/kernel/settings/archive-place.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the place of an archive', () => {
  it.each(['own.sqlite', '/var/lib/own.sqlite', './a b/own.sqlite', 'C:\\own.sqlite', ':memory:'])(
    '%s is a file',
    (path) => expect(readArchivePlace(path)).toEqual({ kind: 'file', path }),
  );

  it('is a URL where a scheme stands in front', () => {
    const url = 'postgres://ada:hunter2@db.example/verbatim';
    expect(readArchivePlace(url)).toEqual({ kind: 'url', url });
  });

  it('is refused in one plain sentence where it is a URL, without its password', () => {
    const open = () => openArchive(readArchivePlace('postgres://ada:hunter2@db.example/verbatim'));
    expect(open).toThrow(
      expect.objectContaining({
        code: 'archive-unwritable',
        message: expect.stringMatching(/no such store yet\.$/),
      }),
    );
    expect(open).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hunter2') }));
  });

  it('is opened where it is a file', async () => {
    const folder = temporaryFolder();
    const archive = openArchive({ kind: 'file', path: join(folder.path, 'archive.sqlite') });
    expect(await archive.check()).toEqual([]);
    await archive.close();
    folder.remove();
  });
});
