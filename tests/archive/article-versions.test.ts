import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { aQuotation, aSpeaker } from '../builders/a-quotation.ts';
import { anArticle } from '../builders/an-article.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('an edited article keeps each older version, its body and the words of its quotations', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'archive.sqlite');
  const archive = openSqliteArchive({ file });
  const bodies = ['one', 'two', 'three'].map((count) => `“We have ${count} boats,” Mayor Ines Okafor said.`);
  for (const [at, body] of bodies.entries()) {
    const words = body.slice(1, body.indexOf(','));
    const quotation = aQuotation(body, words, { speaker: aSpeaker('Ines Okafor') });
    await archive.writer.store(anArticle({ body }), [quotation], new Date(Date.UTC(2024, 4, 1 + at)));
  }
  await archive.close();

  const db = new Database(file, { readonly: true });
  const versions = db
    .prepare('SELECT body, ingested_at, replaced_at, quotations FROM article_versions ORDER BY row')
    .all();
  db.close();
  folder.remove();
  expect(versions).toEqual(
    ['one', 'two'].map((count, at) => ({
      body: bodies[at],
      ingested_at: `2024-05-0${at + 1}T00:00:00.000Z`,
      replaced_at: `2024-05-0${at + 2}T00:00:00.000Z`,
      quotations: expect.stringContaining(`"words":"We have ${count} boats"`),
    })),
  );
});
