import { beforeEach, describe, expect, test } from 'vitest';
import { type Filters, NO_FILTERS } from '../../../src/kernel/ask.ts';
import { anArticle } from '../../builders/an-article.ts';
import { AT, FIRST_PAGE, type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeArticles(open: () => Promise<OpenedArchive>): void {
  describe('finding articles', () => {
    const opened = openForEach(open);
    const { put, found } = opened;
    beforeEach(async () => {
      const filler = 'The quay was quiet and the gulls were loud. '.repeat(8);
      const make = (
        headline: string,
        publishedAt: string | null,
        body: string,
        outlet: string | null = 'The Gazette',
      ) =>
        opened.archive.writer.store(
          anArticle({ headline, publishedAt, body, outlet, url: `https://g.example/${headline}` }),
          [],
          AT,
        );
      await make('Quiet day', '2024-04-01', `${filler} A tariff was mentioned.`);
      await make('Tariff rises', '2024-04-02', `${filler} Nothing else.`);
      await make('No day known', null, filler, null);
      await make('Newest of all', '2024-04-02T18:00:00Z', filler, 'Northern Mail');
    });

    test('puts words in the headline first', async () => {
      expect(await found('tariffs')).toEqual(['Tariff rises', 'Quiet day']);
      expect(await found('tarif')).toEqual(['Tariff rises', 'Quiet day']);
      expect(await found('zebra')).toEqual([]);
    });

    test('lists the newest first, the undated last, a page at a time', async () => {
      const headlines = async (from: number, size: number, filters: Partial<Filters> = {}) =>
        (await opened.archive.search.latestArticles({ ...NO_FILTERS, ...filters }, { from, size })).map(
          (a) => a.headline,
        );
      expect(await headlines(0, 9)).toEqual(['Newest of all', 'Tariff rises', 'Quiet day', 'No day known']);
      expect(await headlines(1, 2)).toEqual(['Tariff rises', 'Quiet day']);
      expect(await headlines(0, 9, { in: 'NORTHERN' })).toEqual(['Newest of all']);
      expect(await headlines(0, 9, { since: '2024-04-02', until: '2024-04-02' })).toEqual([
        'Newest of all',
        'Tariff rises',
      ]);
    });

    test('narrows articles by a speaker they quote', async () => {
      await put([{ words: 'a tariff is a wall', by: 'Lena Voss' }], { headline: 'Voss speaks' });
      expect(await found('tariff', { by: 'voss' })).toEqual(['Voss speaks']);
      const latest = await opened.archive.search.latestArticles(
        { ...NO_FILTERS, by: 'lena-voss' },
        FIRST_PAGE,
      );
      expect(latest.map((a) => a.headline)).toEqual(['Voss speaks']);
    });
  });
}
