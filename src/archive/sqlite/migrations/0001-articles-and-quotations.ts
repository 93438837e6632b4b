import type { Migration } from './migration.ts';

// `…_folded` columns are null where the text is indexed as it stands; see fold-text.ts.
export const articlesAndQuotations: Migration = {
  number: 1,
  name: 'articles and quotations',
  textHash: 'b782e5897fac5ca40101c38804a98981a0af48f202c080b838fe4a5b3b6de815',
  sql: `
CREATE TABLE articles (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  outlet TEXT,
  byline TEXT,
  published_at TEXT,
  published_day TEXT GENERATED ALWAYS AS (substr(published_at, 1, 10)) VIRTUAL,
  published_how TEXT NOT NULL,
  url TEXT,
  origin TEXT NOT NULL,
  story_id TEXT NOT NULL,
  ingested_at TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  headline_folded TEXT,
  body_folded TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX articles_newest ON articles (published_day, published_at);
CREATE INDEX articles_outlet ON articles (outlet);

CREATE TABLE article_versions (
  row INTEGER PRIMARY KEY,
  article_row INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
  headline TEXT NOT NULL,
  published_at TEXT,
  ingested_at TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  quotations TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX article_versions_article ON article_versions (article_row);

CREATE TABLE quotations (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_row INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
  utterance_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  cue_start INTEGER,
  cue_end INTEGER,
  mention_start INTEGER,
  mention_end INTEGER,
  speaker_id TEXT,
  speaker_name TEXT,
  speaker_role TEXT,
  confidence REAL NOT NULL,
  words_folded TEXT NOT NULL
) STRICT;
CREATE INDEX quotations_article ON quotations (article_row, span_start);
CREATE INDEX quotations_utterance ON quotations (utterance_id);
CREATE INDEX quotations_speaker ON quotations (speaker_id, speaker_name) WHERE speaker_id IS NOT NULL;

CREATE VIEW article_texts AS
  SELECT row, coalesce(headline_folded, headline) AS headline, coalesce(body_folded, body) AS body FROM articles;
CREATE VIRTUAL TABLE article_words USING fts5 (
  headline, body,
  content = 'article_texts', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO article_words (rowid, headline, body)
  VALUES (new.row, coalesce(new.headline_folded, new.headline), coalesce(new.body_folded, new.body));
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, headline, body)
  VALUES ('delete', old.row, coalesce(old.headline_folded, old.headline), coalesce(old.body_folded, old.body));
END;
CREATE TRIGGER articles_reworded AFTER UPDATE OF headline, headline_folded, body, body_folded ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, headline, body)
  VALUES ('delete', old.row, coalesce(old.headline_folded, old.headline), coalesce(old.body_folded, old.body));
  INSERT INTO article_words (rowid, headline, body)
  VALUES (new.row, coalesce(new.headline_folded, new.headline), coalesce(new.body_folded, new.body));
END;

CREATE VIRTUAL TABLE quotation_words USING fts5 (
  words_folded,
  content = 'quotations', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotations_added AFTER INSERT ON quotations BEGIN
  INSERT INTO quotation_words (rowid, words_folded) VALUES (new.row, new.words_folded);
END;
CREATE TRIGGER quotations_removed AFTER DELETE ON quotations BEGIN
  INSERT INTO quotation_words (quotation_words, rowid, words_folded) VALUES ('delete', old.row, old.words_folded);
END;

-- As written, for spelling: the indexes above hold only stems. Words are only ever added, so that a reader of new ones can go on from the last id.
CREATE TABLE words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- Goes up with every article stored, so that what was worked out from articles is known to be stale.
CREATE TABLE revision (number INTEGER NOT NULL) STRICT;
INSERT INTO revision VALUES (0);

CREATE TABLE kept_lines (
  token TEXT PRIMARY KEY,
  line TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_keys (
  key TEXT PRIMARY KEY,
  seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_keys_age ON seen_keys (seen_at_ms);
`,
};
