import type { Migration } from './migration.ts';

export const sources: Migration = {
  number: 5,
  name: 'sources',
  textHash: 'c99550458a6172046f163d9086ddb602fcb5f9f7cabac12c7d33df1ed3c3d06b',
  sql: `
-- AUTOINCREMENT: a number that readers have seen is never another source's.
CREATE TABLE sources (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('feed', 'page')),
  url TEXT NOT NULL UNIQUE,
  name TEXT,
  topic INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  state TEXT NOT NULL,
  claimed_by TEXT,
  claimed_until_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE source_articles (
  source INTEGER NOT NULL REFERENCES sources (number) ON DELETE CASCADE,
  article_id TEXT NOT NULL,
  PRIMARY KEY (source, article_id)
) STRICT, WITHOUT ROWID;

-- Entries a feed brought that are not read yet; with try_at_ms null, those that never could be.
CREATE TABLE source_entries (
  row INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources (number) ON DELETE CASCADE,
  identity TEXT NOT NULL,
  entry TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  try_at_ms INTEGER,
  UNIQUE (source, identity)
) STRICT;
CREATE INDEX source_entries_due ON source_entries (try_at_ms) WHERE try_at_ms IS NOT NULL;

CREATE TABLE audit (
  row INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  place TEXT NOT NULL,
  line TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'nothing', 'refused', 'fault')),
  said TEXT NOT NULL
) STRICT;
`,
};
