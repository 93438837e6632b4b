import type { Migration } from './migration.ts';

export const watches: Migration = {
  number: 6,
  name: 'watches',
  textHash: '521ac1a177b6c059585daa74204f3f697ec3cab446bdb089a578947e2023c994',
  sql: `
CREATE INDEX articles_ingested ON articles (ingested_at);

-- Every article stored, and every one stored anew with other words, in that order: what watches have still to look at. Emptied as they do.
CREATE TABLE arrivals (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article_row INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE
) STRICT;
CREATE INDEX arrivals_article ON arrivals (article_row);
CREATE TRIGGER articles_arrived AFTER INSERT ON articles BEGIN
  INSERT INTO arrivals (article_row) VALUES (new.row);
END;
CREATE TRIGGER articles_arrived_anew AFTER UPDATE OF body ON articles BEGIN
  INSERT INTO arrivals (article_row) VALUES (new.row);
END;

-- \`wanted\` and \`quiet\` are JSON; a watch looks at arrivals after the one that was last when it was made.
CREATE TABLE watches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  direct INTEGER NOT NULL,
  place TEXT NOT NULL,
  wanted TEXT NOT NULL,
  quiet TEXT,
  made_by TEXT NOT NULL,
  made_by_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  after_arrival INTEGER NOT NULL
) STRICT;

-- What a watch found: each article once. \`delivery\` is the key of the delivery that tells of it, null while that is held back.
CREATE TABLE watch_hits (
  watch INTEGER NOT NULL REFERENCES watches (number) ON DELETE CASCADE,
  article_id TEXT NOT NULL,
  delivery TEXT,
  PRIMARY KEY (watch, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX watch_hits_held ON watch_hits (watch) WHERE delivery IS NULL;
`,
};
