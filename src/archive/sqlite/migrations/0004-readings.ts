import type { Migration } from './migration.ts';

// Beside the articles, not in them: finding what to read again must not walk through every body.
export const readings: Migration = {
  number: 4,
  name: 'readings',
  textHash: '168f173fcc31ef3ffa8cf69179c27d62aed3ae0308e1aa8886af314c8b417472',
  sql: `
-- Which reader (engine, model and roster) found an article's quotations; null where that was not noted yet.
CREATE TABLE readings (
  article_row INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
  reader TEXT
) STRICT;
INSERT INTO readings (article_row) SELECT row FROM articles;

CREATE TABLE version_readings (
  version_row INTEGER PRIMARY KEY REFERENCES article_versions (row) ON DELETE CASCADE,
  reader TEXT
) STRICT;
INSERT INTO version_readings (version_row) SELECT row FROM article_versions;
`,
};
