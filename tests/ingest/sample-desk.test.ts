import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gatherFiles } from '../../src/ingest/files/gather-files.ts';
import { type CleanedArticle, readInput } from '../../src/ingest/files/read-input.ts';

const FOLDER = fileURLToPath(new URL('../../data/articles', import.meta.url));

async function readSamples(): Promise<CleanedArticle[]> {
  const samples: CleanedArticle[] = [];
  for await (const found of gatherFiles([FOLDER])) {
    if (found.kind !== 'content') throw new Error(`not a text: ${JSON.stringify(found)}`);
    const content = String(found.content);
    const { articles, refused } = readInput({ ...found, format: 'markdown', content });
    expect(refused).toEqual([]);
    expect(content).toMatch(/^credit: "After “.+”, .+"$/m);
    samples.push(...articles);
  }
  return samples;
}

describe('the sample desk’s articles', () => {
  it('are read whole: headline, outlet, and every paragraph as text', async () => {
    const samples = await readSamples();
    expect(samples.length).toBeGreaterThanOrEqual(10);
    for (const { article, lines } of samples) {
      const words = article.body.split(/\s+/).length;
      expect([article.origin, words >= 90 && words <= 220]).toEqual([article.origin, true]);
      expect(article.outlet).toMatch(/ \(digest\)$/);
      const below = lines.slice(lines.findLastIndex(({ line }) => line === '---') + 1);
      expect([article.origin, below.filter(({ label }) => label !== 'body')]).toEqual([article.origin, []]);
    }
  });

  it('come from several outlets, some dated and some not', async () => {
    const samples = (await readSamples()).map(({ article }) => article);
    expect(new Set(samples.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(3);
    expect(samples.some(({ publishedAt }) => publishedAt === null)).toBe(true);
    expect(samples.some(({ publishedAt }) => publishedAt !== null)).toBe(true);
    expect(samples.every(({ url }) => url === null)).toBe(true);
  });

  it('print one statement in two wordings', async () => {
    const bodies = (await readSamples()).map(({ article }) => article.body);
    const printing = (words: string) => bodies.filter((body) => body.includes(words)).length;
    expect(printing('the Chinese refuse to have a sustained conversation with us')).toBe(1);
    expect(printing('the Chinese refused, as of now, to have a sustained conversation with us')).toBe(1);
    expect(printing('first remove the sanctions')).toBe(3);
  });
});
