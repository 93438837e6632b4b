import type { Migration } from './migration.ts';

export const wordsOfVersions: Migration = {
  number: 3,
  name: 'words of versions',
  textHash: 'd24ce918e45dc289a2964c7f622afbff75ca3b794ed0d765fbe2ce319b9bf11f',
  sql: `
-- The words quoted in older versions, for finding them; rowid is the version's.
CREATE VIRTUAL TABLE version_words USING fts5 (words, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO version_words (rowid, words)
  SELECT v.row, group_concat(q.value ->> 'words', char(10)) FROM article_versions v, json_each(v.quotations) q GROUP BY v.row;
`,
};
