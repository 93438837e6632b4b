import { beforeEach, describe, expect, test } from 'vitest';
import { type Filters, NO_FILTERS } from '../../../src/kernel/ask.ts';
import { cut } from '../../../src/text/span.ts';
import { FIRST_PAGE, type OpenedArchive, openForEach, report } from './opened-archive.ts';

export function describeVersions(open: () => Promise<OpenedArchive>): void {
  describe('older versions', () => {
    const opened = openForEach(open);
    const url = 'https://outlet.example/changed';
    const put2024 = (words: string, day: number, by = 'Lena Voss') => {
      const { article, quotations } = report([{ words, by, role: 'Harbour master' }], { url });
      return opened.archive.writer.store(article, quotations, new Date(Date.UTC(2024, 4, day)));
    };
    const earlier = (words: string, filters: Partial<Filters> = {}) =>
      opened.archive.search.earlierQuotations(words, { ...NO_FILTERS, ...filters }, 10);

    beforeEach(async () => {
      await put2024('the harpoon was a mistake', 1);
      await put2024('the lighthouse was a mistake', 2);
      await put2024('the jetty was a mistake', 3);
    });

    test('are read with their own words and until when they were held', async () => {
      const [held] = await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
      const versions = await opened.archive.search.versions([held?.id ?? '', 'none']);
      expect(
        versions.map(({ id, body, ingestedAt, replacedAt }) => ({ id, body, ingestedAt, replacedAt })),
      ).toEqual(
        ['harpoon', 'lighthouse'].map((word, at) => ({
          id: held?.id,
          body: expect.stringContaining(word),
          ingestedAt: `2024-05-0${at + 1}T00:00:00.000Z`,
          replacedAt: `2024-05-0${at + 2}T00:00:00.000Z`,
        })),
      );
      expect(held?.replacedAt).toBeUndefined();
      expect(await opened.archive.search.versions([])).toEqual([]);
    });

    test('give quotations that stand no more, cut from the version that held them', async () => {
      const [hit, ...others] = await earlier('harpoon');
      expect(others).toEqual([]);
      expect(hit?.quotation).toMatchObject({
        words: 'the harpoon was a mistake',
        kind: 'direct',
        confidence: expect.any(Number),
        speaker: { id: 'lena-voss', name: 'Lena Voss', role: 'Harbour master' },
      });
      expect(hit && cut(hit.article.body, hit.quotation.span)).toBe('the harpoon was a mistake');
      expect(hit?.article.replacedAt).toBe('2024-05-02T00:00:00.000Z');
      expect(await earlier('jetty')).toEqual([]);
      expect(await earlier('mistake', { by: 'lena-voss' })).toHaveLength(2);
      expect(await earlier('mistake', { by: 'ines-okafor' })).toEqual([]);
      expect(await earlier('mistake', { since: '2030-01-01' })).toEqual([]);
      for (const odd of ['', '"', 'NEAR(', '毒品', 'x'.repeat(100_000)])
        expect(await earlier(odd)).toEqual([]);
    });

    test('are forgotten by that search once the words stand again', async () => {
      await put2024('the harpoon was a mistake', 4);
      expect(await earlier('harpoon')).toEqual([]);
      expect((await earlier('jetty')).map(({ quotation }) => quotation.words)).toEqual([
        'the jetty was a mistake',
      ]);
    });
  });
}
