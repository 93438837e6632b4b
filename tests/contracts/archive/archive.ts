import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive, NewQuotation } from '../../../src/archive/port.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { type Filters, NO_FILTERS } from '../../../src/kernel/ask.ts';
import { cut } from '../../../src/text/span.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';

const AT = new Date('2024-05-01T09:00:00Z');
const FIRST_PAGE = { from: 0, size: 20 };

/** What a contract test opens: an empty archive, and how to put it away afterwards. */
export interface OpenedArchive {
  readonly archive: Archive;
  readonly discard: () => Promise<void>;
}

interface Statement {
  readonly words: string;
  readonly by?: string;
  readonly role?: string;
  readonly given?: Partial<NewQuotation>;
}

/** An article whose body is one paragraph a statement, with those statements as its quotations. */
function report(statements: readonly Statement[], given: Partial<CleanArticle> = {}) {
  const body = statements.map(({ words, by }) => `“${words}” said ${by ?? 'somebody'}.`).join('\n\n');
  const quotations = statements.map(({ words, by, role, given: more }) =>
    aQuotation(body, words, { speaker: by ? aSpeaker(by, role ?? null) : null, ...more }),
  );
  const article = anArticle({
    body,
    url: `https://outlet.example/${encodeURIComponent(statements[0]?.words ?? '')}`,
    ...given,
  });
  return { article, quotations };
}

/** What every archive must do, whatever stores it. */
export function archiveContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as an archive`, () => {
    let opened: OpenedArchive;
    let archive: Archive;
    beforeEach(async () => {
      opened = await open();
      archive = opened.archive;
    });
    afterEach(() => opened.discard());

    const put = async (statements: readonly Statement[], given: Partial<CleanArticle> = {}) => {
      const { article, quotations } = report(statements, given);
      await archive.writer.store(article, quotations, AT);
      return article;
    };
    const whoSaid = async (words: string, filters: Partial<Filters> = {}) =>
      (await archive.search.nearestQuotations(words, { ...NO_FILTERS, ...filters }, 50)).map(
        (hit) => hit.quotation.words,
      );
    const said = async (
      ids: readonly string[],
      about: string | null,
      filters: Partial<Filters> = {},
      page = FIRST_PAGE,
    ) =>
      (await archive.search.quotationsBy(ids, about, { ...NO_FILTERS, ...filters }, page)).map(
        (hit) => hit.quotation.words,
      );
    const found = async (words: string, filters: Partial<Filters> = {}) =>
      (await archive.search.findArticles(words, { ...NO_FILTERS, ...filters }, FIRST_PAGE)).map(
        (a) => a.headline,
      );

    describe('storing', () => {
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
        expect(await archive.writer.store(article, [quotation], AT)).toBe('added');
        const [hit] = await archive.search.nearestQuotations('keep talking', NO_FILTERS, 5);
        expect(hit?.article).toMatchObject({ ...article, ingestedAt: AT.toISOString() });
        expect(hit?.article.bodyHash).toMatch(/^[0-9a-f]{64}$/);
        expect(hit?.article.storyId).toBe(hit?.article.id);
        expect(hit?.quotation).toEqual({
          ...quotation,
          id: `${hit?.article.id}.${quotation.span.start}`,
          articleId: hit?.article.id,
          words: 'We will keep talking until the boats run on time,',
        });
        expect(await archive.search.quotation(hit?.quotation.id ?? '')).toEqual(hit);
      });

      test('changes nothing when the same article comes again', async () => {
        const { article, quotations } = report([{ words: 'The bridge stays open', by: 'Lena Voss' }]);
        await archive.writer.store(article, quotations, AT);
        const before = await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
        expect(await archive.writer.store(article, quotations, new Date('2024-06-01T00:00:00Z'))).toBe(
          'unchanged',
        );
        expect(await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).toEqual(before);
        expect(await archive.directory.totals()).toMatchObject({ articles: 1, quotations: 1 });
      });

      test('replaces an edited article with its quotations, and finds the older words no more', async () => {
        const url = 'https://outlet.example/edited';
        await put([{ words: 'the harpoon was a mistake', by: 'Lena Voss' }], { url });
        const { article, quotations } = report([{ words: 'the lighthouse was a mistake', by: 'Lena Voss' }], {
          url,
        });
        expect(await archive.writer.store(article, quotations, AT)).toBe('updated');
        expect(await whoSaid('harpoon')).toEqual([]);
        expect(await whoSaid('lighthouse')).toEqual(['the lighthouse was a mistake']);
        expect(await found('harpoon')).toEqual([]);
        expect(await archive.directory.nearestWords('harpoone', 5)).toEqual([]);
        expect(await archive.directory.totals()).toMatchObject({ articles: 1, quotations: 1 });
        expect(await archive.check()).toEqual([]);
      });

      test('fills in an outlet and a date that the same article states only later, and never takes them away', async () => {
        const bare = anArticle({ outlet: null, publishedAt: null, publishedHow: 'no date in the text' });
        await archive.writer.store(bare, [], AT);
        const full = { ...bare, outlet: 'The Gazette', publishedAt: '2024-04-20', publishedHow: 'given' };
        expect(await archive.writer.holds(full)).toBe(false);
        expect(await archive.writer.store(full, [], AT)).toBe('updated');
        expect(await archive.writer.store(bare, [], AT)).toBe('unchanged');
        const [held] = await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
        expect(held).toMatchObject({
          outlet: 'The Gazette',
          publishedAt: '2024-04-20',
          publishedHow: 'given',
        });
      });

      test('knows an article without a URL by its body, and a bare headline by itself', async () => {
        const article = anArticle({ url: null });
        await archive.writer.store(article, [], AT);
        expect(await archive.writer.store({ ...article, origin: 'copy.html' }, [], AT)).toBe('unchanged');
        expect(await archive.writer.store({ ...article, body: `${article.body}\n\nMore.` }, [], AT)).toBe(
          'copy',
        );
        await archive.writer.store(anArticle({ url: null, body: '', headline: 'One' }), [], AT);
        await archive.writer.store(anArticle({ url: null, body: '', headline: 'Two' }), [], AT);
        expect(await archive.directory.totals()).toMatchObject({ articles: 4 });
      });

      test('holds an article only with exactly its body', async () => {
        const article = anArticle();
        expect(await archive.writer.holds(article)).toBe(false);
        await archive.writer.store(article, [], AT);
        expect(await archive.writer.holds(article)).toBe(true);
        expect(await archive.writer.holds({ ...article, body: `${article.body} ` })).toBe(false);
      });

      test('refuses a quotation that does not lie inside its article, and stores nothing of it', async () => {
        const article = anArticle();
        const past = { start: article.body.length - 3, end: article.body.length + 1 };
        const good = aQuotation(article.body, 'We will keep talking');
        for (const wrong of [{ span: past }, { cue: past }, { mention: { start: 5, end: 4 } }])
          await expect(
            archive.writer.store(article, [good, { ...good, ...wrong }], AT),
          ).rejects.toMatchObject({
            name: 'Fault',
            code: 'altered-quotation',
          });
        expect(await archive.directory.totals()).toEqual({ articles: 0, quotations: 0, newest: null });
      });

      test('gives an indirect quotation that starts where a marked one does an id of its own', async () => {
        const article = anArticle();
        const marked = aQuotation(article.body, 'We will keep talking');
        const reported: NewQuotation = {
          ...marked,
          kind: 'indirect',
          span: { ...marked.span, end: marked.span.end + 9 },
        };
        await archive.writer.store(article, [reported, marked, marked], AT);
        const hits = await archive.search.nearestQuotations('keep talking', NO_FILTERS, 9);
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
        const wordings = await archive.search.utterances(['u-pier']);
        expect(wordings.map((hit) => hit.quotation.words)).toEqual([
          'we will rebuild the pier',
          'we shall rebuild the pier',
        ]);
        const [alone] = await archive.search.nearestQuotations('nobody', NO_FILTERS, 1);
        expect(alone?.quotation.utteranceId).toBe(`u-${alone?.quotation.id}`);
        expect(await archive.search.utterances(['u-none'])).toEqual([]);
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
        const wordings = await archive.search.utterances(['u-asked']);
        expect(new Set(wordings.map((hit) => hit.quotation.words))).toEqual(
          new Set([
            'we asked about the pier',
            'nobody said no to it',
            'we asked about the pier and nobody said no to it',
          ]),
        );
        expect(await archive.search.utterances(['u-no'])).toEqual([]);
        expect(await archive.search.utterances(['u-gulls'])).toHaveLength(1);
        expect(await whoSaid('nobody said no')).toContain('nobody said no to it');
        expect(await archive.check()).toEqual([]);
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
              const [start = 0, end = 0] = [a % (body.length + 1), b % (body.length + 1)].sort(
                (x, y) => x - y,
              );
              const quotation = { ...aQuotation('x', 'x'), span: { start, end } };
              const article = anArticle({ url: null, body, headline: `h ${body}` });
              await archive.writer.store(article, [quotation], AT);
              expect(await archive.writer.holds(article)).toBe(true);
              const [held] = (await archive.search.latestArticles(NO_FILTERS, { from: 0, size: 999 })).filter(
                (stored) => stored.body === body,
              );
              expect(held?.headline).toBeDefined();
            },
          ),
          { numRuns: 60 },
        );
        expect(await archive.check()).toEqual([]);
      });
    });

    describe('reading again', () => {
      const others = (reader: string) => archive.readings.countOthers(reader);
      const next = async (reader: string, after: string | null = null) => {
        const reading = await archive.readings.nextOther(reader, after);
        if (!reading) throw new Error('nothing is left to read again');
        return reading;
      };
      const OPEN = 'The bridge stays open';

      test('gives what another reader has read, in the order it was stored, and counts what was read by nobody named', async () => {
        for (const [n, reader] of ['old', undefined, 'new', 'old'].entries()) {
          const { article, quotations } = report([{ words: `statement ${n} on the quay`, by: 'Lena Voss' }]);
          await archive.writer.store(article, quotations, AT, reader);
        }
        expect(await others('new')).toEqual({ articles: 3, versions: 0 });
        const first = await next('new');
        const second = await next('new', first.key);
        const third = await next('new', second.key);
        const bodies = [first, second, third].map(({ article }) => article.body);
        expect(bodies.map((body) => /\d/.exec(body)?.[0])).toEqual(['0', '1', '3']);
        expect(await archive.readings.nextOther('new', third.key)).toBeNull();
        expect(first.quotations).toEqual([
          { span: { start: 1, end: 24 }, kind: 'direct', speaker: aSpeaker('Lena Voss') },
        ]);
      });

      test('puts other quotations in place of those held, and leaves the article and everything else as it was', async () => {
        const { article, quotations } = report([
          { words: OPEN, by: 'Lena Voss' },
          { words: 'the harpoon was a mistake', by: 'Lena Voss' },
        ]);
        await archive.writer.store(article, quotations, AT, 'old');
        await put([{ words: 'nobody asked the gulls', by: 'Lena Voss' }]);
        const before = await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
        const found = aQuotation(article.body, OPEN, { speaker: aSpeaker('Tomás Rey') });
        expect(await archive.readings.replace(await next('new'), [found], 'new')).toBe(true);
        expect(await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).toEqual(before);
        expect(await whoSaid('harpoon')).toEqual([]);
        expect(await said(['tomas-rey'], null)).toEqual([OPEN]);
        expect(await said(['lena-voss'], null)).toEqual(['nobody asked the gulls']);
        expect((await archive.directory.speakers()).map(({ id }) => id).sort()).toEqual([
          'lena-voss',
          'tomas-rey',
        ]);
        expect(await others('new')).toEqual({ articles: 1, versions: 0 });
        expect(await archive.writer.store(article, quotations, AT, 'new')).toBe('unchanged');
        expect(await archive.check()).toEqual([]);
      });

      test('keeps apart a quotation that is an utterance of its own now from those that joined it before', async () => {
        const { article, quotations } = report([{ words: OPEN, by: 'Lena Voss' }]);
        await archive.writer.store(article, quotations, AT, 'old');
        const [first] = await archive.search.nearestQuotations(OPEN, NO_FILTERS, 1);
        const utteranceId = first?.quotation.utteranceId ?? '';
        await put([{ words: 'The bridge stays open, all of it', by: 'Lena Voss', given: { utteranceId } }]);
        const found = aQuotation(article.body, OPEN, { speaker: aSpeaker('Tomás Rey') });
        await archive.readings.replace(await next('new'), [found], 'new');
        expect(await archive.search.utterances([utteranceId])).toHaveLength(1);
        const own = (await archive.search.quotation(first?.quotation.id ?? ''))?.quotation.utteranceId;
        expect(own).not.toBe(utteranceId);
        expect(await archive.search.utterances([own ?? ''])).toHaveLength(1);
      });

      test('reads an older version again, too, which then is found by its new quotations only', async () => {
        const url = 'https://outlet.example/edited';
        const old = report([{ words: 'the harpoon was a mistake' }, { words: 'the anchor held well' }], {
          url,
        });
        await archive.writer.store(old.article, old.quotations, AT, 'old');
        await archive.writer.store(anArticle({ url, body: 'Removed.' }), [], AT, 'new');
        expect(await others('new')).toEqual({ articles: 0, versions: 1 });
        const reading = await next('new');
        expect(reading.article).toMatchObject({ body: old.article.body, replacedAt: AT.toISOString() });
        expect(reading.quotations).toHaveLength(2);
        const found = aQuotation(old.article.body, 'the anchor held well', {
          speaker: aSpeaker('Tomás Rey', 'Pilot'),
        });
        expect(await archive.readings.replace(reading, [found], 'new')).toBe(true);
        const earlier = async (words: string) =>
          (await archive.search.earlierQuotations(words, NO_FILTERS, 5)).map(({ quotation }) => [
            quotation.words,
            quotation.speaker,
          ]);
        expect(await earlier('harpoon')).toEqual([]);
        expect(await earlier('anchor')).toEqual([['the anchor held well', aSpeaker('Tomás Rey', 'Pilot')]]);
        expect(await archive.readings.nextOther('new', null)).toBeNull();
        expect(await archive.check()).toEqual([]);
      });

      test('changes nothing when other words have taken the place of those that were read', async () => {
        const { article, quotations } = report([{ words: OPEN, by: 'Lena Voss' }]);
        await archive.writer.store(article, quotations, AT, 'old');
        const reading = await next('new');
        const edited = report([{ words: 'The bridge is shut', by: 'Lena Voss' }], { url: article.url });
        await archive.writer.store(edited.article, edited.quotations, AT, 'old');
        expect(await archive.readings.replace(reading, [], 'new')).toBe(false);
        expect(await whoSaid('bridge')).toEqual(['The bridge is shut']);
        expect(await others('new')).toEqual({ articles: 1, versions: 1 });
      });

      test('refuses a quotation that does not lie inside its article, and changes nothing', async () => {
        await put([{ words: OPEN, by: 'Lena Voss' }]);
        const reading = await next('new');
        const [held] = await archive.search.nearestQuotations(OPEN, NO_FILTERS, 1);
        const past = { ...aQuotation('x', 'x'), span: { start: 0, end: reading.article.body.length + 1 } };
        await expect(archive.readings.replace(reading, [past], 'new')).rejects.toMatchObject({
          name: 'Fault',
          code: 'altered-quotation',
        });
        expect(await archive.search.nearestQuotations(OPEN, NO_FILTERS, 1)).toEqual([held]);
        expect(await others('new')).toEqual({ articles: 1, versions: 0 });
      });
    });

    describe('finding half-remembered words', () => {
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
        expect(await archive.search.nearestQuotations('ferry boats crossings', NO_FILTERS, 2)).toHaveLength(
          2,
        );
        expect(await archive.search.nearestQuotations('ferry', NO_FILTERS, 0)).toEqual([]);
      });
    });

    describe('listing what somebody said', () => {
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
        await archive.writer.store(anArticle({ body }), quotations, AT);
        expect(await said(['ines-okafor'], 'dredging')).toEqual(['dredging must end,', 'It is enough,']);
      });

      test('takes filters', async () => {
        expect(await said(['ines-okafor'], null, { until: '2023-12-31' })).toEqual([
          'older words on the budget',
        ]);
        expect(await said(['ines-okafor', 'lena-voss'], null, { by: 'voss' })).toEqual(['the other speaker']);
      });
    });

    describe('stories', () => {
      const words = (n: number, of: string) => Array.from({ length: n }, (_, at) => `${of}${at}`).join(' ');
      const [harbour, bridge] = [words(80, 'harbour'), words(80, 'bridge')];
      const store = (name: string, body: string, given: Partial<CleanArticle> = {}, at = AT) =>
        archive.writer.store(
          anArticle({ headline: name, url: `https://o.example/${name}`, body, ...given }),
          [],
          at,
        );
      const held = async (name: string) => {
        const all = await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
        const article = all.find(({ headline }) => headline === name);
        if (!article) throw new Error(`${name} is not held`);
        return article;
      };
      const storyOf = async (name: string) => (await held(name)).storyId;

      test('hold copies of one report, and are read first printed first', async () => {
        expect(await store('late', harbour, { publishedAt: '2024-04-28' })).toBe('added');
        expect(await store('early', `Wire: ${harbour}`, { publishedAt: '2024-04-26' })).toBe('copy');
        expect(await store('half', words(40, 'harbour'), { publishedAt: '2024-04-27' })).toBe('copy');
        expect(await store('other', bridge)).toBe('added');
        const story = await archive.search.stories([await storyOf('late')]);
        expect(story.map(({ headline }) => headline)).toEqual(['early', 'half', 'late']);
        expect(await archive.search.stories(['none'])).toEqual([]);
        expect(await storyOf('other')).toBe((await held('other')).id);
      });

      test('are looked for within seven days', async () => {
        await store('first', harbour, { publishedAt: '2024-04-01' });
        expect(await store('a week later', harbour, { publishedAt: '2024-04-08' })).toBe('copy');
        expect(await store('a month later', harbour, { publishedAt: '2024-05-08' })).toBe('added');
        expect(await store('eight days before', harbour, { publishedAt: '2024-03-24' })).toBe('added');
      });

      test('take in what has no day by the day it is read in', async () => {
        const later = new Date(AT.getTime() + 30 * 86_400_000);
        await store('dated', harbour, { publishedAt: '2023-10-10' });
        expect(await store('undated', harbour, { publishedAt: null })).toBe('copy');
        expect(await store('undated and later', harbour, { publishedAt: null }, later)).toBe('added');
        await store('bridge', bridge, { publishedAt: null });
        expect(await store('bridge, dated', bridge, { publishedAt: '2019-01-01' })).toBe('copy');
      });

      test('are not merged by a page that holds two reports', async () => {
        await store('both', `${harbour} ${bridge}`);
        await store('harbour', harbour);
        await store('bridge', bridge);
        expect(await storyOf('harbour')).toBe(await storyOf('both'));
        expect(await storyOf('bridge')).not.toBe(await storyOf('both'));
      });

      test('become one when a later article shows them to be', async () => {
        const part = (from: number, to: number) => harbour.split(' ').slice(from, to).join(' ');
        await store('most of it, and more', `${part(0, 60)} ${words(40, 'gull')}`);
        await store('the end of it', `${part(20, 80)} ${words(60, 'quay')}`);
        expect(await storyOf('the end of it')).not.toBe(await storyOf('most of it, and more'));
        await store('all of it', `${words(40, 'gull')} ${harbour} ${words(60, 'quay')}`);
        expect(await storyOf('the end of it')).toBe(await storyOf('most of it, and more'));
      });

      test('are not made of articles that share a passage', async () => {
        await store('a', `${words(60, 'a')} ${words(20, 'shared')}`);
        await store('b', `${words(20, 'shared')} ${words(60, 'b')}`);
        expect(await storyOf('a')).not.toBe(await storyOf('b'));
      });

      test('let go of an article that is edited into another report', async () => {
        await store('first', harbour);
        await store('second', harbour);
        expect(await storyOf('second')).toBe(await storyOf('first'));
        expect(await store('second', bridge)).toBe('updated');
        expect(await storyOf('second')).toBe((await held('second')).id);
        expect(await store('third', bridge)).toBe('copy');
        expect(await storyOf('third')).toBe(await storyOf('second'));
        expect(await archive.check()).toEqual([]);
      });
    });

    describe('older versions', () => {
      const url = 'https://outlet.example/changed';
      const put2024 = (words: string, day: number, by = 'Lena Voss') => {
        const { article, quotations } = report([{ words, by, role: 'Harbour master' }], { url });
        return archive.writer.store(article, quotations, new Date(Date.UTC(2024, 4, day)));
      };
      const earlier = (words: string, filters: Partial<Filters> = {}) =>
        archive.search.earlierQuotations(words, { ...NO_FILTERS, ...filters }, 10);

      beforeEach(async () => {
        await put2024('the harpoon was a mistake', 1);
        await put2024('the lighthouse was a mistake', 2);
        await put2024('the jetty was a mistake', 3);
      });

      test('are read with their own words and until when they were held', async () => {
        const [held] = await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
        const versions = await archive.search.versions([held?.id ?? '', 'none']);
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
        expect(await archive.search.versions([])).toEqual([]);
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

    describe('finding articles', () => {
      beforeEach(async () => {
        const filler = 'The quay was quiet and the gulls were loud. '.repeat(8);
        const make = (
          headline: string,
          publishedAt: string | null,
          body: string,
          outlet: string | null = 'The Gazette',
        ) =>
          archive.writer.store(
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
          (await archive.search.latestArticles({ ...NO_FILTERS, ...filters }, { from, size })).map(
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
        const latest = await archive.search.latestArticles({ ...NO_FILTERS, by: 'lena-voss' }, FIRST_PAGE);
        expect(latest.map((a) => a.headline)).toEqual(['Voss speaks']);
      });
    });

    describe('the index', () => {
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
        expect(await archive.directory.speakers()).toEqual([
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
        expect(await archive.directory.speakers()).toEqual([]);
        await put([{ words: 'one', by: 'Ines Okafor' }]);
        expect((await archive.directory.speakers()).map((s) => s.name)).toEqual(['Ines Okafor']);
        await put([{ words: 'two', by: 'Lena Voss' }]);
        expect(await archive.directory.speakers()).toHaveLength(2);
      });

      test('counts articles, quotations and outlets', async () => {
        await put([{ words: 'one' }, { words: 'two' }], { outlet: 'B', publishedAt: '2024-04-02' });
        await put([{ words: 'three' }], { outlet: 'A', publishedAt: '2024-04-01' });
        await put([{ words: 'four' }], { outlet: 'B', publishedAt: null });
        await put([{ words: 'five' }], { outlet: null, publishedAt: null });
        expect(await archive.directory.totals()).toEqual({
          articles: 4,
          quotations: 5,
          newest: '2024-04-02',
        });
        expect(await archive.directory.outlets()).toEqual([
          { name: 'B', articles: 2 },
          { name: 'A', articles: 1 },
        ]);
      });

      test('gives the words of the newest marked quotations', async () => {
        await put([{ words: 'older' }], { publishedAt: '2023-01-01' });
        await put([{ words: 'undated' }], { publishedAt: null });
        await put(
          [{ words: 'new' }, { words: 'reported', given: { kind: 'indirect' } }, { words: 'newer' }],
          {
            publishedAt: '2024-01-01',
          },
        );
        expect(await archive.directory.recentQuotations(9)).toEqual(['new', 'newer', 'older', 'undated']);
        expect(await archive.directory.recentQuotations(2)).toEqual(['new', 'newer']);
        expect(await archive.directory.recentQuotations(0)).toEqual([]);
      });

      test('gives the nearest spellings, nearest first, then the commonest', async () => {
        await put([{ words: 'precursor precursors talk talc walk balk' }]);
        await put([{ words: 'a talc and a walk' }]);
        expect(await archive.directory.nearestWords('precursro', 5)).toEqual(['precursor', 'precursors']);
        expect(await archive.directory.nearestWords('talk', 2)).toEqual(['talk', 'talc']);
        expect(await archive.directory.nearestWords('Talkk', 9)).toEqual(['talk']);
        expect(await archive.directory.nearestWords('xylophone', 9)).toEqual([]);
        for (const odd of ['', '"', 'two words', '毒品', 'x'.repeat(100_000)])
          expect(await archive.directory.nearestWords(odd, 9)).toEqual([]);
      });
    });

    describe('memory', () => {
      test('keeps a typed line under a token, the same for the same line', async () => {
        const line = 'who said “sustained conversation” by:blinken';
        const token = await archive.keyValues.keepLine(line);
        expect(token).toMatch(/^[0-9a-f]{16}$/);
        expect(await archive.keyValues.keepLine(line)).toBe(token);
        expect(await archive.keyValues.keepLine('latest')).not.toBe(token);
        expect(await archive.keyValues.lineOf(token)).toBe(line);
        expect(await archive.keyValues.lineOf('0000000000000000')).toBeNull();
      });

      test('sees a key once, and forgets it only after a week', async () => {
        const day = (n: number) => new Date(Date.UTC(2024, 4, n));
        expect(await archive.keyValues.seen('event-1')).toBe(false);
        expect(await archive.keyValues.once('event-1', day(1))).toBe(true);
        expect(await archive.keyValues.seen('event-1')).toBe(true);
        expect(await archive.keyValues.seen('event-2')).toBe(false);
        expect(await archive.keyValues.once('event-1', day(1))).toBe(false);
        expect(await archive.keyValues.once('event-2', day(3))).toBe(true);
        expect(await archive.keyValues.once('event-1', day(8))).toBe(false);
        expect(await archive.keyValues.once('event-1', day(9))).toBe(true);
        expect(await archive.keyValues.once('event-2', day(9))).toBe(false);
      });
    });

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
      const held = new Set((await archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).map((a) => a.body));
      await fc.assert(
        fc.asyncProperty(typed, typed, fc.boolean(), async (words, other, narrowed) => {
          const filters = narrowed ? { by: other, in: other, since: other, until: other } : NO_FILTERS;
          const hits = [
            ...(await archive.search.nearestQuotations(words, filters, 20)),
            ...(await archive.search.quotationsBy(['ines-okafor', other], words, filters, FIRST_PAGE)),
            ...(await archive.search.utterances([words, other])),
          ];
          for (const { quotation, article } of hits) {
            expect(held).toContain(article.body);
            expect(cut(article.body, quotation.span)).toBe(quotation.words);
          }
          for (const article of await archive.search.findArticles(words, filters, FIRST_PAGE))
            expect(held).toContain(article.body);
          await archive.search.latestArticles(filters, FIRST_PAGE);
          expect(await archive.search.quotation(words)).toBeNull();
          await archive.directory.nearestWords(words, 3);
          expect(await archive.keyValues.lineOf(await archive.keyValues.keepLine(words))).toBe(
            words.toWellFormed(),
          );
        }),
        { numRuns: 150 },
      );
      expect(await archive.check()).toEqual([]);
    });
  });
}
