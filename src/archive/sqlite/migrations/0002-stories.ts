import { shingleSamples } from './0002-shingle-samples.ts';
import type { Migration } from './migration.ts';

// A span is eight days, counted from 1970. An article without a day stands at the day it was read in, apart from the dated ones.
export const stories: Migration = {
  number: 2,
  name: 'stories',
  textHash: 'd59172c13be7a8c4d2844317097b571c951b2815e91ba6f7a7c208559f4bafaa',
  functions: { shingle_samples: shingleSamples },
  sql: `
CREATE INDEX articles_story ON articles (story_id);

-- Where copies of an article may be: hints only, each is compared with its whole text. A new row goes beside others of its days, not all over the file.
CREATE TABLE shingles (
  undated INTEGER NOT NULL,
  span INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  article_row INTEGER NOT NULL,
  PRIMARY KEY (undated, span, hash, article_row)
) STRICT, WITHOUT ROWID;

-- Which days the articles read in within some days are of: where an undated one looks.
CREATE TABLE ingested_spans (
  ingested_span INTEGER NOT NULL,
  span INTEGER NOT NULL,
  PRIMARY KEY (ingested_span, span)
) STRICT, WITHOUT ROWID;

-- Each pair both ways; containment is the share of the smaller text.
CREATE TABLE related_articles (
  article_row INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
  other_row INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
  containment REAL NOT NULL,
  PRIMARY KEY (article_row, other_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_articles_other ON related_articles (other_row);

CREATE TEMP VIEW standing AS
  SELECT row, published_day IS NULL OR julianday(published_day) IS NULL AS undated,
    CAST(floor((julianday(coalesce(iif(julianday(published_day) IS NULL, NULL, published_day), substr(ingested_at, 1, 10))) - 2440587.5) / 8) AS INTEGER) AS span,
    CAST(floor((julianday(substr(ingested_at, 1, 10)) - 2440587.5) / 8) AS INTEGER) AS ingested_span,
    coalesce(body_folded, body) AS body
  FROM main.articles;
INSERT INTO shingles SELECT undated, span, h.value, row FROM standing, json_each(shingle_samples(body)) h;
INSERT INTO ingested_spans SELECT DISTINCT ingested_span, span FROM standing WHERE NOT undated;
DROP VIEW standing;
`,
};
