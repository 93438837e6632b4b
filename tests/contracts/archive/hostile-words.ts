import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { cut } from '../../../src/text/span.ts';
import { FIRST_PAGE, type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeHostileWords(open: () => Promise<OpenedArchive>): void {
  describe('any words', () => {
    const opened = openForEach(open);
    const { put } = opened;

    test('takes whatever is typed as words, never as syntax, and gives only what its articles hold', async () => {
      await put([{ words: 'we didn’t NEAR the quay OR the pier', by: 'Ines Okafor' }]);
      await put([{ words: '我们将继续打击毒品走私 AND more' }]);
      const nasty = fc.oneof(
        fc.constantFrom(
          '"',
          '""',
          "'",
          'NEAR(',
          'NEAR("a" "b", 5)',
          '*',
          '^quay',
          'body:',
          '-quay',
          '{words}:',
          'AND',
          'OR',
          'NOT',
          '(',
          ')',
        ),
        fc.constantFrom(
          '\0',
          '😀',
          '毒',
          "'; DROP TABLE articles; --",
          '%',
          '_',
          'x'.repeat(100_000),
          '\uD800',
          'é'.repeat(500),
          '+',
          ':quay',
          '\\',
        ),
        fc.constantFrom('quay', 'pier', 'didn’t', '1,000', 'U.S.', 'u.s.a.b.c', '打击毒品走私'),
        fc.string({ unit: 'binary', maxLength: 12 }),
      );
      const typed = fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join(' '));
      const held = new Set(
        (await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).map((a) => a.body),
      );
      await fc.assert(
        fc.asyncProperty(typed, typed, fc.boolean(), async (words, other, narrowed) => {
          const filters = narrowed ? { by: other, in: other, since: other, until: other } : NO_FILTERS;
          const hits = [
            ...(await opened.archive.search.nearestQuotations(words, filters, 20)),
            ...(await opened.archive.search.quotationsBy(['ines-okafor', other], words, filters, FIRST_PAGE)),
            ...(await opened.archive.search.utterances([words, other])),
          ];
          for (const { quotation, article } of hits) {
            expect(held).toContain(article.body);
            expect(cut(article.body, quotation.span)).toBe(quotation.words);
          }
          for (const article of await opened.archive.search.findArticles(words, filters, FIRST_PAGE))
            expect(held).toContain(article.body);
          await opened.archive.search.latestArticles(filters, FIRST_PAGE);
          expect(await opened.archive.search.quotation(words)).toBeNull();
          await opened.archive.directory.nearestWords(words, 3);
          expect(await opened.archive.keyValues.lineOf(await opened.archive.keyValues.keepLine(words))).toBe(
            words.toWellFormed(),
          );
        }),
        { numRuns: 150 },
      );
      expect(await opened.archive.check()).toEqual([]);
    });
  });
}
