import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareShingles, sampleShingles, shinglesOf } from '../../src/archive/stories/compare-shingles.ts';
import { gatherFiles } from '../../src/ingest/files/gather-files.ts';
import { readInput } from '../../src/ingest/files/read-input.ts';
import type { Report } from '../builders/make-copies.ts';
import { judgeStories, sayJudged, withCopies } from './judge-stories.ts';

const ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

async function readOwn(): Promise<Report[]> {
  const reports: Report[] = [];
  for await (const gathered of gatherFiles([ARTICLES])) {
    if (gathered.kind !== 'content') throw new Error(`not a text: ${JSON.stringify(gathered)}`);
    const content = String(gathered.content);
    for (const { article } of readInput({ ...gathered, format: 'markdown', content }).articles)
      reports.push({ ...article, id: article.origin, of: [] });
  }
  return reports.sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? -1 : 1));
}

describe('stories', () => {
  test('of the sample desk hold the copies made of its articles and nothing else', async () => {
    const judged = await judgeStories(withCopies(await readOwn()));
    process.stderr.write(sayJudged('sample desk', judged));
    expect(judged.precision, judged.wrong.join('\n')).toBe(1);
    expect(judged.f1, judged.wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
  });

  test('are the same in whatever order copies are read', async () => {
    const own = await readOwn();
    for (const seed of [1, 2, 3]) {
      const judged = await judgeStories(withCopies(own, seed));
      expect(judged.f1, judged.wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
    }
  });
});

const words = (n: number, of: string) => Array.from({ length: n }, (_, at) => `${of}${at}`).join(' ');

describe('comparing shingles', () => {
  test('sees a part in the whole, whichever comes first', () => {
    const [part, whole] = [shinglesOf(words(50, 'a')), shinglesOf(`${words(50, 'a')} ${words(150, 'b')}`)];
    const likeness = compareShingles(part, whole);
    expect(likeness).toEqual({ kind: 'same', containment: 1, overlap: 0.25 });
    expect(compareShingles(whole, part)).toEqual(likeness);
  });

  test('counts a changed word as one word', () => {
    const text = words(100, 'a');
    const changed = text.replace('a30 ', 'b30 ').replace('a60 ', 'b60 ');
    expect(compareShingles(shinglesOf(text), shinglesOf(changed)).containment).toBe(0.98);
  });

  test('takes a shared quotation for a relation, not for a copy', () => {
    const quoted = words(30, 'q');
    const [a, b] = [`${words(70, 'a')} ${quoted}`, `${quoted} ${words(80, 'b')}`];
    expect(compareShingles(shinglesOf(a), shinglesOf(b))).toMatchObject({
      kind: 'related',
      containment: 0.3,
    });
  });

  test('takes a few words for a copy of nothing but the same words', () => {
    const [few, many] = [shinglesOf(words(15, 'a')), shinglesOf(words(200, 'a'))];
    expect(compareShingles(few, many).kind).toBe('related');
    expect(compareShingles(few, shinglesOf(words(15, 'a').toUpperCase())).kind).toBe('same');
    expect(compareShingles(shinglesOf('Rain'), shinglesOf('rain!')).kind).toBe('same');
    expect(compareShingles(shinglesOf(''), shinglesOf('')).kind).toBe('apart');
  });

  test('is blind to case, punctuation and the shape of apostrophes', () => {
    const [a, b] = ['We don’t know — “yet”, he said.', "we don't know yet he SAID"].map(shinglesOf);
    expect(a).toEqual(b);
  });

  test('holds for any two texts: symmetric, between 0 and 1, and a text is its own copy', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '毒', '', '😀', "o'b"), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [shinglesOf(one.join(' ')), shinglesOf(other.join(' '))];
        const likeness = compareShingles(a, b);
        expect(compareShingles(b, a).kind).toBe(likeness.kind);
        expect(likeness.containment).toBeGreaterThanOrEqual(0);
        expect(likeness.containment).toBeLessThanOrEqual(1);
        expect(compareShingles(a, a).kind).toBe(a.inOrder.length ? 'same' : 'apart');
      }),
    );
  });

  test('samples one shingle in sixteen or so, at least eight, and of a book no more than 512', () => {
    expect(sampleShingles(shinglesOf(words(6, 'a')))).toHaveLength(2);
    expect(sampleShingles(shinglesOf(words(12, 'a')))).toHaveLength(8);
    const some = sampleShingles(shinglesOf(words(1_600, 'a'))).length;
    expect(some).toBeGreaterThan(60);
    expect(some).toBeLessThan(150);
    expect(sampleShingles(shinglesOf(words(20_000, 'a')))).toHaveLength(512);
  });
});
