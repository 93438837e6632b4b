import { describe, expect, test } from 'vitest';
import { type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeDirectory(open: () => Promise<OpenedArchive>): void {
  describe('the index', () => {
    const opened = openForEach(open);
    const { put } = opened;
    test('merges a speaker’s names, roles, outlets and days', async () => {
      const okafor = (name: string, role: string | null) => ({
        speaker: { id: 'ines-okafor', name, role },
      });
      await put([{ words: 'one', given: okafor('Inés Okafor', 'Councillor') }], {
        outlet: 'A',
        publishedAt: '2023-02-01',
      });
      await put(
        [
          { words: 'two', given: okafor('Ines Okafor', 'Mayor') },
          { words: 'three', given: okafor('Ines Okafor', null) },
          { words: 'four', given: { ...okafor('Ines Okafor', 'Mayor'), kind: 'indirect' } },
        ],
        { outlet: 'B', publishedAt: '2024-02-01T10:00:00Z' },
      );
      await put([{ words: 'five', given: okafor('Ines Okafor', 'mayor of the harbour') }], {
        outlet: 'B',
        publishedAt: null,
      });
      await put([{ words: 'six' }], { outlet: 'C' });
      expect(await opened.archive.directory.speakers()).toEqual([
        {
          id: 'ines-okafor',
          name: 'Ines Okafor',
          quotations: 4,
          roles: [
            { role: 'Mayor', reportedAt: '2024-02-01', times: 2 },
            { role: 'Councillor', reportedAt: '2023-02-01', times: 1 },
            { role: 'mayor of the harbour', reportedAt: null, times: 1 },
          ],
          outlets: ['B', 'A'],
          firstQuotedAt: '2023-02-01',
          lastQuotedAt: '2024-02-01',
        },
      ]);
    });

    test('lists a speaker right after the article that first quotes them', async () => {
      expect(await opened.archive.directory.speakers()).toEqual([]);
      await put([{ words: 'one', by: 'Ines Okafor' }]);
      expect((await opened.archive.directory.speakers()).map((s) => s.name)).toEqual(['Ines Okafor']);
      await put([{ words: 'two', by: 'Lena Voss' }]);
      expect(await opened.archive.directory.speakers()).toHaveLength(2);
    });

    test('counts articles, quotations and outlets', async () => {
      await put([{ words: 'one' }, { words: 'two' }], { outlet: 'B', publishedAt: '2024-04-02' });
      await put([{ words: 'three' }], { outlet: 'A', publishedAt: '2024-04-01' });
      await put([{ words: 'four' }], { outlet: 'B', publishedAt: null });
      await put([{ words: 'five' }], { outlet: null, publishedAt: null });
      expect(await opened.archive.directory.totals()).toEqual({
        articles: 4,
        quotations: 5,
        newest: '2024-04-02',
      });
      expect(await opened.archive.directory.outlets()).toEqual([
        { name: 'B', articles: 2 },
        { name: 'A', articles: 1 },
      ]);
    });

    test('gives the words of the newest marked quotations', async () => {
      await put([{ words: 'older' }], { publishedAt: '2023-01-01' });
      await put([{ words: 'undated' }], { publishedAt: null });
      await put([{ words: 'new' }, { words: 'reported', given: { kind: 'indirect' } }, { words: 'newer' }], {
        publishedAt: '2024-01-01',
      });
      expect(await opened.archive.directory.recentQuotations(9)).toEqual([
        'new',
        'newer',
        'older',
        'undated',
      ]);
      expect(await opened.archive.directory.recentQuotations(2)).toEqual(['new', 'newer']);
      expect(await opened.archive.directory.recentQuotations(0)).toEqual([]);
    });

    test('gives the nearest spellings, nearest first, then the commonest', async () => {
      await put([{ words: 'precursor precursors talk talc walk balk' }]);
      await put([{ words: 'a talc and a walk' }]);
      expect(await opened.archive.directory.nearestWords('precursro', 5)).toEqual([
        'precursor',
        'precursors',
      ]);
      expect(await opened.archive.directory.nearestWords('talk', 2)).toEqual(['talk', 'talc']);
      expect(await opened.archive.directory.nearestWords('Talkk', 9)).toEqual(['talk']);
      expect(await opened.archive.directory.nearestWords('xylophone', 9)).toEqual([]);
      for (const odd of ['', '"', 'two words', '毒品', 'x'.repeat(100_000)])
        expect(await opened.archive.directory.nearestWords(odd, 9)).toEqual([]);
    });
  });
}
