import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { decodePlainText } from '../../src/ingest/fetch/decode.ts';
import { readInput } from '../../src/ingest/files/read-input.ts';
import { NO_FILTERS } from '../../src/kernel/ask.ts';
import type { Report } from '../builders/make-copies.ts';
import { judgeStories, sayJudged, withCopies } from './judge-stories.ts';

// Neither is part of this project: they stand beside it where it is developed.
const CORPUS = new URL('../../../shared/eval/quotes/polnear-train.jsonl.gz', import.meta.url);
const CLIPPINGS = new URL('../../../shared/clippings/', import.meta.url);
const present = existsSync(CORPUS) && existsSync(CLIPPINGS);
if (!present) process.stderr.write('Skipped: there is no ../shared beside this clone.\n');

/** Articles of the corpus that a reader judges to be two printings of one report, by the beginnings of their ids. */
const REWRITES = [
  ['wash-post_2015-12-23_as-spotlight', 'wash-post_2015-12-22_as-spotlight'],
  ['wash-post_2015-12-13_misinformation', 'wash-post_2015-12-12_misinformation'],
  ['nyt_2016-03-05_polls-suggest', 'nyt_2016-03-04_republicans-have-stake'],
  ['nyt_2015-11-26_with-fewer-golfers', 'nyt_2015-11-25_golf-courses'],
  ['breitbart_2016-03-15_the-latest-sanders', 'breitbart_2016-03-15_the-latest-kasich'],
  ['nyt_2016-03-16_via-legislative-side', 'nyt_2016-03-15_sanders-advances-agenda'],
  ['usa-today_2016-04-06_sanders-winning', 'usa-today_2016-04-06_sanders-says-he-s'],
];
const isIn = (id: string, ids: readonly string[]) => ids.some((beginning) => id.startsWith(beginning));
const isSame = (a: string, b: string) => a === b || REWRITES.some((ids) => isIn(a, ids) && isIn(b, ids));

/** A third of the corpus, whole days together; all of it takes two minutes and scores .990. */
function readCorpus(): Report[] {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').trim().split('\n');
  return lines
    .map((line): { id: string; date: string; text: string } => JSON.parse(line))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .filter(({ date }) => Number(date.slice(8)) % 3 === 0 || isIn(date, ['2016-03-16', '2016-04-06']))
    .map(({ id, date, text }) => ({ id, of: [], headline: id, publishedAt: date, body: text }));
}

describe.skipIf(!present)('stories', () => {
  it('of a news corpus hold the copies made of its articles and nothing else', async () => {
    const judged = await judgeStories(withCopies(readCorpus()), isSame);
    process.stderr.write(sayJudged('news corpus', judged));
    expect(judged.precision, judged.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(judged.f1, judged.wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
  });

  it('keep the clippings apart, which share quotations', async () => {
    const archive = openSqliteArchive({ file: ':memory:' });
    for (const name of readdirSync(CLIPPINGS).filter((each) => each.endsWith('.txt'))) {
      const content = decodePlainText(readFileSync(new URL(name, CLIPPINGS)));
      for (const { article } of readInput({ name, format: 'text', content, given: {} }).articles)
        expect(await archive.writer.store(article, [], new Date('2024-05-01T09:00:00Z'))).toBe('added');
    }
    const articles = await archive.search.latestArticles(NO_FILTERS, { from: 0, size: 20 });
    expect(new Set(articles.map(({ storyId }) => storyId)).size).toBe(6);
    await archive.close();
  });
});
