import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { makeArchiveFile } from './an-archive-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder.path, 'archive.sqlite');
  await makeArchiveFile(file, 3);
});
afterEach(() => folder.remove());

/** What the check complains of after the file was changed behind the archive's back. */
async function complaintsAfter(sql: string): Promise<string[]> {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  const archive = openSqliteArchive({ file });
  const complaints = await archive.check();
  await archive.close();
  return complaints;
}

describe('the check of an archive', () => {
  test('has nothing to say of a whole one', async () => {
    expect(await complaintsAfter('SELECT 1')).toEqual([]);
  });

  test('names the article whose text was changed, and its quotation', async () => {
    const complaints = await complaintsAfter(
      "UPDATE articles SET body = replace(body, 'statement', 'assertion') WHERE row = 2",
    );
    expect(complaints).toEqual([
      expect.stringMatching(/^Article [0-9a-f]{16} is no longer the text that was stored\.$/),
      expect.stringMatching(/^Quotation [0-9a-f]{16}\.1 is not what its article says there\.$/),
    ]);
  });

  test('names the quotation whose span was moved, even out of its article', async () => {
    for (const end of [12, 1_000_000])
      expect(await complaintsAfter(`UPDATE quotations SET span_end = ${end} WHERE row = 1`)).toEqual([
        expect.stringMatching(/^Quotation \S+ is not what its article says there\.$/),
      ]);
  });

  test('says when an index holds other words than its texts', async () => {
    expect(
      await complaintsAfter(
        "INSERT INTO article_words (article_words, rowid, headline, body) VALUES ('delete', 1, 'Article', 'on')",
      ),
    ).toContain('The index of articles does not agree with the articles.');
    expect(
      await complaintsAfter("INSERT INTO quotation_words (rowid, words_folded) VALUES (77, 'ghost')"),
    ).toContain('The index of quotations does not agree with the quotations.');
  });

  test('counts quotations without an article', async () => {
    const complaints = await complaintsAfter(
      'DROP TRIGGER articles_removed; DELETE FROM articles WHERE row = 3',
    );
    expect(complaints).toContain('1 quotations or versions belong to no article.');
  });
});
