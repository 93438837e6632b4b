import { beforeEach, describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeRemembering(open: () => Promise<OpenedArchive>): void {
  describe('finding half-remembered words', () => {
    const opened = openForEach(open);
    const { put, whoSaid } = opened;
    beforeEach(async () => {
      await put(
        [
          { words: 'the talks were rooted in sustained conversation', by: 'Ines Okafor', role: 'Mayor' },
          { words: 'a ferry is not a promise', by: 'Tomás Rey' },
        ],
        { outlet: 'The Harbour Post', publishedAt: '2024-04-26' },
      );
      await put([{ words: 'we didn’t sell the naïve captain’s boats', by: 'Lena Voss' }], {
        outlet: 'Northern Mail',
        publishedAt: '2024-04-28T07:30:00+02:00',
      });
      await put([{ words: 'the crossings will be cancelled again' }], { outlet: null, publishedAt: null });
    });

    test('puts the quotation with the rare words first', async () => {
      expect((await whoSaid('something about sustained conversations'))[0]).toBe(
        'the talks were rooted in sustained conversation',
      );
    });

    test('finds a word in another form', async () => {
      expect(await whoSaid('cancelling a crossing')).toEqual(['the crossings will be cancelled again']);
    });

    test('finds misspelt words', async () => {
      expect((await whoSaid('sustaned convresation'))[0]).toBe(
        'the talks were rooted in sustained conversation',
      );
    });

    test('takes straight and curly apostrophes, accents and possessives for the same', async () => {
      const line = 'we didn’t sell the naïve captain’s boats';
      for (const typed of [
        "didn't",
        'didn’t',
        'naive',
        'NAÏVE',
        "captain's",
        'captain’s',
        'captain',
        'captains',
      ])
        expect(await whoSaid(typed), typed).toEqual([line]);
    });

    test('drops function words unless nothing else is left', async () => {
      expect(await whoSaid('the ferry')).toEqual(['a ferry is not a promise']);
      expect((await whoSaid('is not')).at(0)).toBe('a ferry is not a promise');
    });

    test('finds nothing for words that nobody said', async () => {
      for (const typed of ['zebra', '', '   ', '???', '😀', '“”'])
        expect(await whoSaid(typed), typed).toEqual([]);
    });

    test('finds words in a script without spaces', async () => {
      await put([{ words: '我们将继续打击毒品走私', by: '王毅' }]);
      await put([{ words: '会談は続くと信じている' }]);
      expect((await whoSaid('打击毒品'))[0]).toBe('我们将继续打击毒品走私');
      expect((await whoSaid('品'))[0]).toBe('我们将继续打击毒品走私');
      expect((await whoSaid('会談は続く'))[0]).toBe('会談は続くと信じている');
      expect(await whoSaid('打击毒品', { by: '王毅' })).toEqual(['我们将继续打击毒品走私']);
    });

    test('narrows by speaker, by id or part of the name, whatever its case and accents', async () => {
      const all = 'conversation ferry boats crossings';
      expect(await whoSaid(all, { by: 'tomas' })).toEqual(['a ferry is not a promise']);
      expect(await whoSaid(all, { by: 'tomas-rey' })).toEqual(['a ferry is not a promise']);
      expect(await whoSaid(all, { by: 'OKAFOR' })).toEqual([
        'the talks were rooted in sustained conversation',
      ]);
      expect(await whoSaid(all, { by: 'nobody' })).toEqual([]);
      expect(await whoSaid(all, { by: '%' })).toEqual([]);
    });

    test('narrows by outlet and by day, both ends included, and leaves an undated article out', async () => {
      const all = 'conversation boats crossings';
      expect(await whoSaid(all, { in: 'harbour' })).toEqual([
        'the talks were rooted in sustained conversation',
      ]);
      expect(await whoSaid(all, { in: 'no such paper' })).toEqual([]);
      expect(await whoSaid(all, { since: '2024-04-27' })).toEqual([
        'we didn’t sell the naïve captain’s boats',
      ]);
      expect(await whoSaid(all, { since: '2024-04-28' })).toEqual([
        'we didn’t sell the naïve captain’s boats',
      ]);
      expect(await whoSaid(all, { until: '2024-04-28' })).toHaveLength(2);
      expect(await whoSaid(all, { until: '2024-04-26' })).toEqual([
        'the talks were rooted in sustained conversation',
      ]);
      expect(await whoSaid(all, { since: '2024-04-29' })).toEqual([]);
      expect(await whoSaid(all)).toHaveLength(3);
    });

    test('gives no more than the limit', async () => {
      expect(
        await opened.archive.search.nearestQuotations('ferry boats crossings', NO_FILTERS, 2),
      ).toHaveLength(2);
      expect(await opened.archive.search.nearestQuotations('ferry', NO_FILTERS, 0)).toEqual([]);
    });
  });
}
