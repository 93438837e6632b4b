import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSql } from '../../src/archive/sqlite/hash-sql.ts';
import { MIGRATIONS } from '../../src/archive/sqlite/migrate.ts';
import { shingleSamples } from '../../src/archive/sqlite/migrations/0002-shingle-samples.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { sampleShingles, shinglesOf } from '../../src/archive/stories/compare-shingles.ts';
import { articleId } from '../../src/archive/stories/identify-article.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import { ADDED_AT } from '../builders/a-source.ts';
import {
  EARLIER_WORDS,
  HELD,
  HELD_ENTRY,
  HELD_MAKER,
  HELD_PAYLOAD,
  HELD_SOURCE,
  HELD_WORDS,
  makeOlderArchive,
  RECORDED_HASHES,
} from './an-older-archive.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = new Date('2024-05-06T09:00:00.000Z');

/** `hashSql` of each released migration. A change to one of these bars every archive. */
const RELEASED = [
  'ccfa2623352f127275a056f2590ea0e8fd8d146b236487605a724d7fd11fb727',
  'b3fb74741aa9866b923f7a4642b02fc2697bc3dc83abbd8b2f831ac57176dcad',
  'c9f9b0a647357f7b0b56c05a841011023a8e3c6b72085518a916eddaa5da71bd',
  '9d303f3996ac756609c988527fbf9aee0a91378a8a663334ff4d4f8a925b4bad',
  '147337493e27fbf4d29a073565b89fedc20cfacc05013dcfe04cbf9e28f11623',
  '2be5ce5e7fa48e14108280f1479786879cdf03dbc5b1bc83532aad8c980a3f7c',
  '7cca98f6a39b910bd840be3fcec2b6ced2b3532790cb27004d632402cc068a1c',
  'effea3ad9ffc3b1f45ad185016228a31763415afbd28889db3e81ae876c09b15',
  '25a89d43935c23b9fe4ea5e5a55b4302bfd6acb786498e7a030ac079d82b6b7d',
  '16e52afa111a0ec63976cd23dee204544f3143ba6fc9d5abc6665a08d2addde8',
  '163c2d76aceb2f8fc1e1e489f0c169308a600a1c78b1ea43453342b32b8d6f24',
] as const;

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'archive.sqlite');
});
afterEach(() => folder.remove());

function recorded(): { number: number; hash: string }[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], { number: number; hash: string }>('SELECT number, hash FROM migrations ORDER BY number')
    .all();
  db.close();
  return rows;
}

describe('the hash of a migration', () => {
  test('does not change with comments or white space', () => {
    const plain = "CREATE TABLE a (b TEXT DEFAULT '-- no comment');\nSELECT 1 - 1";
    const noted =
      "-- A table.\nCREATE  TABLE a(b TEXT /* text */ DEFAULT '-- no comment' ) ;\n\n  SELECT 1-1 -- end";
    expect(hashSql(noted)).toBe(hashSql(plain));
  });

  test('changes with a word, a literal or its white space', () => {
    const hashes = ["SELECT 'a b'", "SELECT 'a  b'", "SELECT 'a' b", 'SELECT "a b"', 'SELECTS'].map(hashSql);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('is for each released migration what it was', () => {
    expect(MIGRATIONS.map(({ sql }) => hashSql(sql))).toEqual(RELEASED);
    expect(MIGRATIONS.flatMap(({ textHash }) => textHash ?? [])).toEqual(RECORDED_HASHES);
  });
});

test('migration 2 samples shingles as the live code does, which looks them up', () => {
  const texts = [
    '',
    'Rain',
    HELD.body,
    'We don’t know — “yet”, he said.',
    '毒 品 问 题 很 严 重',
    HELD.body.repeat(40),
  ];
  for (const text of texts)
    expect(JSON.parse(shingleSamples(text))).toEqual(sampleShingles(shinglesOf(text)));
  expect(shingleSamples('one two three four five six seven')).toBe('[1143721317,2581577102,2898841425]');
});

describe.each(RECORDED_HASHES.map((_, at) => at + 1))('an archive at version %i', (version) => {
  test('opens with the hashes it recorded, and only new migrations are recorded', async () => {
    makeOlderArchive(file, version);
    await openSqliteArchive({ file }).close();
    const now = MIGRATIONS.map(({ number, sql }) => ({ number, hash: hashSql(sql) }));
    expect(recorded()).toEqual(
      now.map((row, at) => (at < version ? { ...row, hash: RECORDED_HASHES[at] } : row)),
    );
    await openSqliteArchive({ file }).close();
    const db = new Database(file, { readonly: true });
    const unread = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('related_articles', 'cursors')");
    expect(unread.all()).toEqual([]);
    db.close();
  });

  test('keeps its articles, quotations, versions, lines and keys', async () => {
    makeOlderArchive(file, version);
    const archive = openSqliteArchive({ file });
    expect(await archive.check()).toEqual([]);
    const [hit] = await archive.search.nearestQuotations('bridge river', NO_FILTERS, 5);
    expect(hit?.quotation).toMatchObject({ words: HELD_WORDS, speaker: { name: 'Ines Okafor' } });
    expect(hit?.article).toMatchObject(HELD);
    const [earlier] = await archive.search.earlierQuotations('shuts noon', NO_FILTERS, 5);
    expect(earlier?.quotation.words).toBe(EARLIER_WORDS);
    expect(await archive.directory.nearestWords('bridgee', 1)).toEqual(['bridge']);
    expect(await archive.readings.countOthers('now')).toEqual({ articles: 1, versions: 1 });
    expect(await archive.keyValues.lineOf('t1')).toBe('who said bridge');
    expect(await archive.keyValues.seen('event-1')).toBe(true);
    await archive.close();
  });

  test('knows a copy of an article that it holds', async () => {
    makeOlderArchive(file, version);
    const archive = openSqliteArchive({ file });
    const copy = { ...HELD, url: 'https://gazette.example/copy', outlet: 'The Gazette' };
    expect(await archive.writer.store(copy, [], NOW)).toBe('copy');
    const copies = await archive.search.stories([articleId(HELD)]);
    expect(copies.map(({ url }) => url)).toEqual([HELD.url, copy.url]);
    await archive.close();
  });

  test('keeps its sources, watches, schedules and deliveries', async () => {
    makeOlderArchive(file, version);
    const archive = openSqliteArchive({ file });
    const { url, addedAt, addedBy, state } = HELD_SOURCE;
    const sources = version < 5 ? [] : [{ number: 1, url, addedAt, addedBy, state: { ...state, seen: [] } }];
    expect(await archive.sources.list()).toMatchObject(sources);
    if (version >= 5) {
      const claimed = await archive.sources.claim({ number: 1, owner: 'x' }, ADDED_AT, NOW);
      expect(claimed?.state).toEqual(state);
      expect(await archive.sources.waiting(1, NOW, 5)).toEqual([{ entry: HELD_ENTRY, attempts: 0 }]);
      expect(await archive.audit.latest(5)).toMatchObject([{ who: addedBy, where: '#harbour' }]);
    }
    const stopped = version < 10 ? null : 'The channel is gone.';
    const madeBy = { id: 'U1', name: 'Ada Quay' };
    expect(await archive.watches.all()).toMatchObject(version < 6 ? [] : [{ number: 1, madeBy, stopped }]);
    const articleIds = (await archive.watches.arrivals(5)).map(({ article }) => article.id);
    expect(articleIds).toEqual(version < 6 ? [] : [articleId(HELD)]);
    expect(await archive.watches.untold()).toEqual(
      version < 6 ? [] : [{ watch: 1, articleId: articleId(HELD) }],
    );
    expect(await archive.schedules.all()).toMatchObject(
      version < 7 ? [] : [{ id: 1, line: 'latest', createdBy: HELD_MAKER, state: 'active' }],
    );
    const delivery = await archive.deliveries.latest(1);
    expect(delivery?.payload).toEqual(version < 7 ? undefined : HELD_PAYLOAD);
    await archive.close();
  });
});
