import type { QuotationKind } from '../../../kernel/quotation.ts';
import type { NewQuotation, Reading, Readings } from '../../port.ts';
import type { Connection } from '../connect.ts';
import { ARTICLE_COLUMNS, type ArticleRow, articleOf } from '../read-rows.ts';
import type { Synchronous } from '../synchronous.ts';
import { type KeptQuotation, keptQuotation, versionIndexer } from './keep-versions.ts';
import { VERSION_COLUMNS, type VersionRow, versionOf } from './list-versions.ts';
import { quotationWriter, requireSpansInside } from './store-quotations.ts';

/** Records the engine version that found an article's quotations. Call it in the article's transaction. */
export function engineNoter(db: Connection): (row: number, engine: string | null) => void {
  const note = db.prepare(
    'INSERT INTO readings (article_row, reader) VALUES (?, ?) ON CONFLICT (article_row) DO UPDATE SET reader = excluded.reader',
  );
  return (row, engine) => {
    note.run(row, engine);
  };
}

interface HeldSpan {
  readonly span_start: number;
  readonly span_end: number;
  readonly kind: QuotationKind;
  readonly speaker_id: string | null;
  readonly speaker_name: string | null;
  readonly speaker_role: string | null;
}

const HELD = `SELECT span_start, span_end, kind, speaker_id, speaker_name, speaker_role FROM quotations
  WHERE article_row = ? ORDER BY span_start, row`;

/** The row of an article or older version that a reading's key names. */
const rowOf = (key: string, kind: 'a' | 'v') => (key.startsWith(kind) ? Number(key.slice(1)) : null);

/** Two functions that load a reading by its row: of an article, and of an older version. */
function readingLoaders(db: Connection): {
  article: (row: number) => Reading | null;
  version: (row: number) => Reading | null;
} {
  const articleAt = db.prepare<[number], ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a WHERE a.row = ?`,
  );
  const versionAt = db.prepare<[number], VersionRow>(
    `SELECT ${VERSION_COLUMNS} FROM article_versions v JOIN articles a ON a.row = v.article_row WHERE v.row = ?`,
  );
  const held = db.prepare<[number], HeldSpan>(HELD);
  return {
    article: (row) => {
      const found = articleAt.get(row);
      if (!found) return null;
      const quotations = held.all(row).map(({ span_start, span_end, kind, ...by }) => ({
        span: { start: span_start, end: span_end },
        kind,
        speaker: speakerOf(by.speaker_id, by.speaker_name, by.speaker_role),
      }));
      return { key: `a${row}`, article: articleOf(found), quotations };
    },
    version: (row) => {
      const found = versionAt.get(row);
      if (!found) return null;
      const kept: readonly KeptQuotation[] = JSON.parse(found.quotations);
      const quotations = kept.map(({ start, words, kind = 'direct', speaker, speakerId, role }) => ({
        span: { start, end: start + words.length },
        kind,
        speaker: speakerOf(speakerId ?? null, speaker, role ?? null),
      }));
      return { key: `v${row}`, article: versionOf(found), quotations };
    },
  };
}

function speakerOf(id: string | null, name: string | null, role: string | null) {
  return id === null || name === null ? null : { id, name, role };
}

type Replace = (reading: Reading, quotations: readonly NewQuotation[], engine: string) => boolean;

/** Replaces a reading's quotations. Returns false when the archive no longer holds its text. Call it in a transaction. */
function replacer(db: Connection): Replace {
  const articleStands = db
    .prepare<[number, string, string], number>(
      'SELECT 1 FROM articles WHERE row = ? AND id = ? AND body_hash = ?',
    )
    .pluck();
  const versionStands = db
    .prepare<[number, string], number>('SELECT 1 FROM article_versions WHERE row = ? AND body_hash = ?')
    .pluck();
  const writeQuotations = quotationWriter(db);
  const noteEngine = engineNoter(db);
  const keep = db.prepare('UPDATE article_versions SET quotations = ? WHERE row = ?');
  const noteVersion = db.prepare('UPDATE version_readings SET reader = ? WHERE version_row = ?');
  const indexVersion = versionIndexer(db);
  return ({ key, article }, quotations, engine) => {
    const [row, version] = [rowOf(key, 'a'), rowOf(key, 'v')];
    if (row !== null) {
      if (articleStands.get(row, article.id, article.bodyHash) === undefined) return false;
      writeQuotations({ row, id: article.id, body: article.body }, quotations);
      noteEngine(row, engine);
      return true;
    }
    if (version === null || versionStands.get(version, article.bodyHash) === undefined) return false;
    const kept = quotations.map((quotation) => keptQuotation(article.body, quotation));
    keep.run(JSON.stringify(kept), version);
    indexVersion(version, kept);
    noteVersion.run(engine, version);
    return true;
  };
}

/** Finds readings of other engine versions, one at a time, and replaces their quotations. */
export function readingsOver(db: Connection): Synchronous<Readings> {
  const count = db.prepare<[string, string], { articles: number; versions: number }>(
    `SELECT (SELECT count(*) FROM readings WHERE reader IS NOT ?) AS articles,
       (SELECT count(*) FROM version_readings WHERE reader IS NOT ?) AS versions`,
  );
  const nextArticle = db
    .prepare<[number, string], number>(
      'SELECT article_row FROM readings WHERE article_row > ? AND reader IS NOT ? ORDER BY article_row LIMIT 1',
    )
    .pluck();
  const nextVersion = db
    .prepare<[number, string], number>(
      'SELECT version_row FROM version_readings WHERE version_row > ? AND reader IS NOT ? ORDER BY version_row LIMIT 1',
    )
    .pluck();
  const read = readingLoaders(db);
  const put = replacer(db);
  const revise = db.prepare('UPDATE revision SET number = number + 1');
  const replace = db.transaction<Replace>((reading, quotations, engine) => {
    const replaced = put(reading, quotations, engine);
    if (replaced) revise.run();
    return replaced;
  });
  return {
    countOthers: (engine) => count.get(engine, engine) ?? { articles: 0, versions: 0 },
    nextOther: (engine, after) => {
      const version = after === null ? null : rowOf(after, 'v');
      const row = version === null ? nextArticle.get(Number(after?.slice(1) ?? 0), engine) : undefined;
      if (row !== undefined) return read.article(row);
      const next = nextVersion.get(version ?? 0, engine);
      return next === undefined ? null : read.version(next);
    },
    replace: (reading, quotations, engine) => {
      requireSpansInside(reading.article.body, quotations);
      return replace.immediate(reading, quotations, engine);
    },
  };
}
