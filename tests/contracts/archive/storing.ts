import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewQuotation } from '../../../src/archive/port.ts';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';
import { AT, FIRST_PAGE, type OpenedArchive, openForEach, report } from './opened-archive.ts';

export function describeStoring(open: () => Promise<OpenedArchive>): void {
  describe('storing', () => {
    const opened = openForEach(open);
    const { put, whoSaid, found } = opened;
    test('gives back an article and its quotation exactly as stored', async () => {
      const article = anArticle();
      const quotation = aQuotation(article.body, 'We will keep talking until the boats run on time,', {
        speaker: aSpeaker('Ines Okafor', 'Mayor'),
        kind: 'mixed',
        cue: { start: 160, end: 164 },
        mention: { start: 165, end: 170 },
        confidence: 0.75,
        utteranceId: 'u-1',
      });
      expect(await opened.archive.writer.store(article, [quotation], AT)).toBe('added');
      const [hit] = await opened.archive.search.nearestQuotations('keep talking', NO_FILTERS, 5);
      expect(hit?.article).toMatchObject({ ...article, ingestedAt: AT.toISOString() });
      expect(hit?.article.bodyHash).toMatch(/^[0-9a-f]{64}$/);
      expect(hit?.article.storyId).toBe(hit?.article.id);
      expect(hit?.quotation).toEqual({
        ...quotation,
        id: `${hit?.article.id}.${quotation.span.start}`,
        articleId: hit?.article.id,
        words: 'We will keep talking until the boats run on time,',
      });
      expect(await opened.archive.search.quotation(hit?.quotation.id ?? '')).toEqual(hit);
    });

    test('changes nothing when the same article comes again', async () => {
      const { article, quotations } = report([{ words: 'The bridge stays open', by: 'Lena Voss' }]);
      await opened.archive.writer.store(article, quotations, AT);
      const before = await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
      expect(await opened.archive.writer.store(article, quotations, new Date('2024-06-01T00:00:00Z'))).toBe(
        'unchanged',
      );
      expect(await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).toEqual(before);
      expect(await opened.archive.directory.totals()).toMatchObject({ articles: 1, quotations: 1 });
    });

    test('replaces an edited article with its quotations, and finds the older words no more', async () => {
      const url = 'https://outlet.example/edited';
      await put([{ words: 'the harpoon was a mistake', by: 'Lena Voss' }], { url });
      const { article, quotations } = report([{ words: 'the lighthouse was a mistake', by: 'Lena Voss' }], {
        url,
      });
      expect(await opened.archive.writer.store(article, quotations, AT)).toBe('updated');
      expect(await whoSaid('harpoon')).toEqual([]);
      expect(await whoSaid('lighthouse')).toEqual(['the lighthouse was a mistake']);
      expect(await found('harpoon')).toEqual([]);
      expect(await opened.archive.directory.nearestWords('harpoone', 5)).toEqual([]);
      expect(await opened.archive.directory.totals()).toMatchObject({ articles: 1, quotations: 1 });
      expect(await opened.archive.check()).toEqual([]);
    });

    test('fills in an outlet and a date that the same article states only later, and never takes them away', async () => {
      const bare = anArticle({ outlet: null, publishedAt: null, publishedHow: 'no date in the text' });
      await opened.archive.writer.store(bare, [], AT);
      const full = { ...bare, outlet: 'The Gazette', publishedAt: '2024-04-20', publishedHow: 'given' };
      expect(await opened.archive.writer.holds(full)).toBe(false);
      expect(await opened.archive.writer.store(full, [], AT)).toBe('updated');
      expect(await opened.archive.writer.store(bare, [], AT)).toBe('unchanged');
      const [held] = await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
      expect(held).toMatchObject({
        outlet: 'The Gazette',
        publishedAt: '2024-04-20',
        publishedHow: 'given',
      });
    });

    test('knows an article without a URL by its body, and a bare headline by itself', async () => {
      const article = anArticle({ url: null });
      await opened.archive.writer.store(article, [], AT);
      expect(await opened.archive.writer.store({ ...article, origin: 'copy.html' }, [], AT)).toBe(
        'unchanged',
      );
      expect(
        await opened.archive.writer.store({ ...article, body: `${article.body}\n\nMore.` }, [], AT),
      ).toBe('copy');
      await opened.archive.writer.store(anArticle({ url: null, body: '', headline: 'One' }), [], AT);
      await opened.archive.writer.store(anArticle({ url: null, body: '', headline: 'Two' }), [], AT);
      expect(await opened.archive.directory.totals()).toMatchObject({ articles: 4 });
    });

    test('holds an article only with exactly its body', async () => {
      const article = anArticle();
      expect(await opened.archive.writer.holds(article)).toBe(false);
      await opened.archive.writer.store(article, [], AT);
      expect(await opened.archive.writer.holds(article)).toBe(true);
      expect(await opened.archive.writer.holds({ ...article, body: `${article.body} ` })).toBe(false);
    });

    test('refuses a quotation that does not lie inside its article, and stores nothing of it', async () => {
      const article = anArticle();
      const past = { start: article.body.length - 3, end: article.body.length + 1 };
      const good = aQuotation(article.body, 'We will keep talking');
      for (const wrong of [{ span: past }, { cue: past }, { mention: { start: 5, end: 4 } }])
        await expect(
          opened.archive.writer.store(article, [good, { ...good, ...wrong }], AT),
        ).rejects.toMatchObject({
          name: 'Fault',
          code: 'altered-quotation',
        });
      expect(await opened.archive.directory.totals()).toEqual({ articles: 0, quotations: 0, newest: null });
    });

    test('gives an indirect quotation that starts where a marked one does an id of its own', async () => {
      const article = anArticle();
      const marked = aQuotation(article.body, 'We will keep talking');
      const reported: NewQuotation = {
        ...marked,
        kind: 'indirect',
        span: { ...marked.span, end: marked.span.end + 9 },
      };
      await opened.archive.writer.store(article, [reported, marked, marked], AT);
      const hits = await opened.archive.search.nearestQuotations('keep talking', NO_FILTERS, 9);
      const ids = hits.map(({ quotation }) => quotation.id.split('.')[1]).sort();
      expect(ids).toEqual([`${marked.span.start}`, `${marked.span.start}-2`, `${marked.span.start}i`]);
      expect(hits.find(({ quotation }) => quotation.kind === 'indirect')?.quotation.id).toMatch(/i$/);
    });

    test('starts an utterance of its own where none is given, and joins those that are', async () => {
      await put([{ words: 'we shall rebuild the pier', given: { utteranceId: 'u-pier' } }], {
        publishedAt: '2024-04-22',
      });
      await put([{ words: 'we will rebuild the pier', given: { utteranceId: 'u-pier' } }], {
        publishedAt: '2024-04-21',
      });
      await put([{ words: 'nobody rebuilds the pier' }]);
      const wordings = await opened.archive.search.utterances(['u-pier']);
      expect(wordings.map((hit) => hit.quotation.words)).toEqual([
        'we will rebuild the pier',
        'we shall rebuild the pier',
      ]);
      const [alone] = await opened.archive.search.nearestQuotations('nobody', NO_FILTERS, 1);
      expect(alone?.quotation.utteranceId).toBe(`u-${alone?.quotation.id}`);
      expect(await opened.archive.search.utterances(['u-none'])).toEqual([]);
    });

    test('makes utterances one when a wording shows them to be the same', async () => {
      await put([{ words: 'we asked about the pier', given: { utteranceId: 'u-asked' } }]);
      await put([{ words: 'nobody said no to it', given: { utteranceId: 'u-no' } }]);
      await put([{ words: 'the gulls are loud today', given: { utteranceId: 'u-gulls' } }]);
      await put([
        {
          words: 'we asked about the pier and nobody said no to it',
          given: { utteranceId: 'u-asked', merges: ['u-no', 'u-never-held'] },
        },
      ]);
      const wordings = await opened.archive.search.utterances(['u-asked']);
      expect(new Set(wordings.map((hit) => hit.quotation.words))).toEqual(
        new Set([
          'we asked about the pier',
          'nobody said no to it',
          'we asked about the pier and nobody said no to it',
        ]),
      );
      expect(await opened.archive.search.utterances(['u-no'])).toEqual([]);
      expect(await opened.archive.search.utterances(['u-gulls'])).toHaveLength(1);
      expect(await whoSaid('nobody said no')).toContain('nobody said no to it');
      expect(await opened.archive.check()).toEqual([]);
    });

    test('keeps every character of a body, and cuts the same words out of it again', async () => {
      const character = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        fc.constantFrom('\0', '\uFEFF', '\u00AD', '’', '\n', '毒品', 'ﬁ', '😀', '\u200D'),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(character, { minLength: 1, maxLength: 30 }),
          fc.nat(),
          fc.nat(),
          async (parts, a, b) => {
            const body = parts.join('');
            const [start = 0, end = 0] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y);
            const quotation = { ...aQuotation('x', 'x'), span: { start, end } };
            const article = anArticle({ url: null, body, headline: `h ${body}` });
            await opened.archive.writer.store(article, [quotation], AT);
            expect(await opened.archive.writer.holds(article)).toBe(true);
            const [held] = (
              await opened.archive.search.latestArticles(NO_FILTERS, { from: 0, size: 999 })
            ).filter((stored) => stored.body === body);
            expect(held?.headline).toBeDefined();
          },
        ),
        { numRuns: 60 },
      );
      expect(await opened.archive.check()).toEqual([]);
    });
  });
}
