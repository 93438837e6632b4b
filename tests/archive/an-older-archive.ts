import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../src/archive/sqlite/migrate.ts';
import { articleId, hashBody } from '../../src/archive/stories/identify-article.ts';
import type { Delivery } from '../../src/kernel/delivery.ts';
import { cut } from '../../src/text/span.ts';
import { ADDED_AT, aNewSource, anEntry } from '../builders/a-source.ts';
import { anArticle } from '../builders/an-article.ts';

/** What older builds recorded of each migration: SHA-256 of its whole text, comments included. */
export const RECORDED_HASHES = [
  'b782e5897fac5ca40101c38804a98981a0af48f202c080b838fe4a5b3b6de815',
  'd59172c13be7a8c4d2844317097b571c951b2815e91ba6f7a7c208559f4bafaa',
  'd24ce918e45dc289a2964c7f622afbff75ca3b794ed0d765fbe2ce319b9bf11f',
  '168f173fcc31ef3ffa8cf69179c27d62aed3ae0308e1aa8886af314c8b417472',
  'c99550458a6172046f163d9086ddb602fcb5f9f7cabac12c7d33df1ed3c3d06b',
  '521ac1a177b6c059585daa74204f3f697ec3cab446bdb089a578947e2023c994',
  '5e97376cb3d6ddf49b60d762389e7740ab3cdd3865015724c43741e38248ece6',
  'fc5a0e16e40ff28134994eebeb936bbfdd3b12c0dcc4432d640e9fa2dfc90eac',
  'da8c9722716bffc3c70f0655048fc12a24ee716bc7a1762bbe6ed6847e9d809d',
  '5c15db286875110f80a9a0c5bb071d82429c4466bc34896c6efad7a6fdff7ef7',
] as const;

const WORDS = 'the bridge stays open until the river falls';
const OLDER_WORDS = 'the bridge shuts at noon';
const REST = Array.from({ length: 30 }, (_, at) => `Paragraph ${at} of the report on the bridge${at}.`);

/** The article that every older archive holds; an older version of it is kept with other words. */
export const HELD = anArticle({
  headline: 'Bridge report',
  url: 'https://harbour-post.example/bridge',
  publishedAt: '2024-04-30',
  body: [`"${WORDS}," Mayor Ines Okafor said.`, ...REST].join('\n\n'),
});
export const HELD_WORDS = WORDS;
export const EARLIER_WORDS = OLDER_WORDS;
export const HELD_SOURCE = { ...aNewSource(), state: { ...aNewSource().state, seen: ['i1', 'p1'] } };
export const HELD_MAKER = {
  id: 'U1',
  name: 'Ada Quay',
  address: { platform: 'slack', channel: 'U1', direct: true, name: 'direct messages' },
} as const;
export const HELD_PAYLOAD: Delivery['payload'] = { kind: 'notice', title: 'Tide', text: 'High at noon.' };
export const HELD_ENTRY = anEntry();

type Db = Database.Database;

/** Rows as the build that brought each migration wrote them, by the migration's number. */
const ROWS: Readonly<Record<number, (db: Db) => void>> = {
  1: (db) => {
    const id = articleId(HELD);
    db.prepare(
      `INSERT INTO articles (row, id, headline, outlet, byline, published_at, published_how, url, origin, story_id, ingested_at, body_hash, body)
       VALUES (7, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2024-05-01T09:00:00.000Z', ?, ?)`,
    ).run(
      ...[id, HELD.headline, HELD.outlet, HELD.byline, HELD.publishedAt, HELD.publishedHow, HELD.url],
      ...[HELD.origin, id, hashBody(HELD.body), HELD.body],
    );
    const span = { start: 1, end: 1 + WORDS.length };
    db.prepare(
      `INSERT INTO quotations (id, article_row, utterance_id, kind, span_start, span_end, speaker_id, speaker_name, speaker_role, confidence, words_folded)
       VALUES (?, 7, ?, 'direct', ?, ?, 'ines okafor', 'Ines Okafor', 'Mayor', 0.9, ?)`,
    ).run(`${id}.1`, `u-${id}.1`, span.start, span.end, cut(HELD.body, span));
    const kept = [{ start: 1, words: OLDER_WORDS, speaker: 'Ines Okafor' }];
    const body = `"${OLDER_WORDS}," Mayor Ines Okafor said.`;
    db.prepare(
      `INSERT INTO article_versions (article_row, headline, ingested_at, replaced_at, body_hash, quotations, body)
       VALUES (7, 'Bridge', '2024-04-30T09:00:00.000Z', '2024-05-01T09:00:00.000Z', ?, ?, ?)`,
    ).run(hashBody(body), JSON.stringify(kept), body);
    db.exec(`INSERT INTO words (word) VALUES ('bridge'), ('report');
      INSERT INTO kept_lines VALUES ('t1', 'who said bridge');
      INSERT INTO seen_keys VALUES ('event-1', 1714554000000);
      UPDATE revision SET number = 1`);
  },
  5: (db) => {
    const { kind, url, name, topic, addedAt, addedBy, state } = HELD_SOURCE;
    db.prepare(
      'INSERT INTO sources (kind, url, name, topic, added_at, added_by, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(kind, url, name, Number(topic), addedAt, JSON.stringify(addedBy), JSON.stringify(state));
    db.prepare('INSERT INTO source_entries (source, identity, entry, try_at_ms) VALUES (1, ?, ?, ?)').run(
      HELD_ENTRY.identity,
      JSON.stringify(HELD_ENTRY),
      ADDED_AT.getTime(),
    );
    db.prepare(
      `INSERT INTO audit (at, who, place, line, outcome, said) VALUES (?, ?, '#harbour', 'add news.example', 'done', 'Added')`,
    ).run(addedAt, JSON.stringify(addedBy));
  },
  6: (db) =>
    db.exec(`INSERT INTO arrivals (article_row) VALUES (7);
      INSERT INTO watches (platform, channel, direct, place, wanted, quiet, made_by, made_by_name, made_at, after_arrival)
      VALUES ('slack', 'C1', 0, '#harbour', '{"kind":"words","words":"bridge","phrase":false}', NULL, 'U1', 'Ada Quay', '2024-05-01T08:00:00.000Z', 0);
      INSERT INTO watch_hits VALUES (1, '${articleId(HELD)}', NULL)`),
  7: (db) => {
    db.prepare(
      `INSERT INTO schedules (address, cadence, zone, line, quiet, created_by, created_at, state, decided_until, next_slot)
       VALUES ('{"platform":"slack","channel":"C1","direct":false,"name":"#harbour"}', '{"kind":"days","days":[1],"times":["08:00"]}',
         'UTC', 'latest', 0, ?, '2024-05-01T08:00:00.000Z', 'active', '2024-05-01T08:00:00.000Z', '2024-05-06T08:00:00.000Z')`,
    ).run(JSON.stringify(HELD_MAKER));
    db.prepare(
      `INSERT INTO deliveries (key, platform, channel, direct, place, payload, schedule, planned_at, due_at, not_after, state, next_attempt_at)
       VALUES ('k1', 'slack', 'C1', 0, '#harbour', ?, 1, '2024-05-06T08:00:00.000Z', '2024-05-06T08:00:00.000Z', '2024-05-06T20:00:00.000Z',
         'planned', '2024-05-06T08:00:00.000Z')`,
    ).run(JSON.stringify(HELD_PAYLOAD));
  },
  10: (db) => db.exec("UPDATE watches SET stopped = 'The channel is gone.'"),
};

/** Makes an archive file as the build whose last migration was `version` left it: its tables, its rows, its records. */
export function makeOlderArchive(file: string, version: number): void {
  const db = new Database(file);
  db.pragma(`application_id = ${0x56_45_52_42}`);
  db.exec(
    'CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  );
  const record = db.prepare('INSERT INTO migrations VALUES (?, ?, ?)');
  for (const { number, name, sql, functions = {} } of MIGRATIONS.slice(0, version)) {
    for (const [called, run] of Object.entries(functions)) db.function(called, (text) => run(String(text)));
    db.exec(sql);
    record.run(number, name, RECORDED_HASHES[number - 1]);
    ROWS[number]?.(db);
  }
  db.close();
}
