import { beforeEach, describe, expect, test } from 'vitest';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';
import { AT, type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeListing(open: () => Promise<OpenedArchive>): void {
  describe('listing what somebody said', () => {
    const opened = openForEach(open);
    const { put, said } = opened;
    beforeEach(async () => {
      await put([{ words: 'older words on the budget', by: 'Ines Okafor' }], { publishedAt: '2023-01-05' });
      await put([{ words: 'words of no day', by: 'Ines Okafor' }], { publishedAt: null });
      await put(
        [
          { words: 'first of the newest', by: 'Ines Okafor' },
          { words: 'the other speaker', by: 'Lena Voss' },
          { words: 'second of the newest, on ferries', by: 'Ines Okafor' },
        ],
        { publishedAt: '2024-04-26' },
      );
    });

    test('puts the newest first, then by place in the article, the undated last', async () => {
      expect(await said(['ines-okafor'], null)).toEqual([
        'first of the newest',
        'second of the newest, on ferries',
        'older words on the budget',
        'words of no day',
      ]);
      expect(await said(['lena-voss', 'ines-okafor'], null)).toHaveLength(5);
      expect(await said(['nobody'], null)).toEqual([]);
      expect(await said([], null)).toEqual([]);
    });

    test('pages without gap or repeat', async () => {
      const whole = await said(['ines-okafor'], null);
      const pages = [
        ...(await said(['ines-okafor'], null, {}, { from: 0, size: 3 })),
        ...(await said(['ines-okafor'], null, {}, { from: 3, size: 3 })),
      ];
      expect(pages).toEqual(whole);
    });

    test('leaves out what shares no word with what is asked about', async () => {
      expect(await said(['ines-okafor'], 'the ferry')).toEqual(['second of the newest, on ferries']);
      expect(await said(['ines-okafor'], 'budgets')).toEqual(['older words on the budget']);
      expect(await said(['ines-okafor'], 'budegt')).toEqual(['older words on the budget']);
      expect(await said(['ines-okafor'], 'zebra')).toEqual([]);
    });

    test('counts the words of the paragraph around a quotation, after the quotation’s own', async () => {
      const body =
        '“It is enough,” Mayor Ines Okafor said of the dredging.\n\nOn the dredging: “dredging must end,” she said.\n\n“Good night,” she said.';
      const quotations = ['It is enough,', 'dredging must end,', 'Good night,'].map((words) =>
        aQuotation(body, words, { speaker: aSpeaker('Ines Okafor') }),
      );
      await opened.archive.writer.store(anArticle({ body }), quotations, AT);
      expect(await said(['ines-okafor'], 'dredging')).toEqual(['dredging must end,', 'It is enough,']);
    });

    test('takes filters', async () => {
      expect(await said(['ines-okafor'], null, { until: '2023-12-31' })).toEqual([
        'older words on the budget',
      ]);
      expect(await said(['ines-okafor', 'lena-voss'], null, { by: 'voss' })).toEqual(['the other speaker']);
    });
  });
}
