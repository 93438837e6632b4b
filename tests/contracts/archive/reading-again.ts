import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';
import { AT, FIRST_PAGE, type OpenedArchive, openForEach, report } from './opened-archive.ts';

export function describeReadingAgain(open: () => Promise<OpenedArchive>): void {
  describe('reading again', () => {
    const opened = openForEach(open);
    const { put, whoSaid, said } = opened;
    const others = (engine: string) => opened.archive.readings.countOthers(engine);
    const next = async (engine: string, after: string | null = null) => {
      const reading = await opened.archive.readings.nextOther(engine, after);
      if (!reading) throw new Error('nothing is left to read again');
      return reading;
    };
    const OPEN = 'The bridge stays open';

    test('gives what another engine has read, in the order it was stored, and counts what was read by nobody named', async () => {
      for (const [n, engine] of ['old', undefined, 'new', 'old'].entries()) {
        const { article, quotations } = report([{ words: `statement ${n} on the quay`, by: 'Lena Voss' }]);
        await opened.archive.writer.store(article, quotations, AT, engine);
      }
      expect(await others('new')).toEqual({ articles: 3, versions: 0 });
      const first = await next('new');
      const second = await next('new', first.key);
      const third = await next('new', second.key);
      const bodies = [first, second, third].map(({ article }) => article.body);
      expect(bodies.map((body) => /\d/.exec(body)?.[0])).toEqual(['0', '1', '3']);
      expect(await opened.archive.readings.nextOther('new', third.key)).toBeNull();
      expect(first.quotations).toEqual([
        { span: { start: 1, end: 24 }, kind: 'direct', speaker: aSpeaker('Lena Voss') },
      ]);
    });

    test('puts other quotations in place of those held, and leaves the article and everything else as it was', async () => {
      const { article, quotations } = report([
        { words: OPEN, by: 'Lena Voss' },
        { words: 'the harpoon was a mistake', by: 'Lena Voss' },
      ]);
      await opened.archive.writer.store(article, quotations, AT, 'old');
      await put([{ words: 'nobody asked the gulls', by: 'Lena Voss' }]);
      const before = await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
      const found = aQuotation(article.body, OPEN, { speaker: aSpeaker('Tomás Rey') });
      expect(await opened.archive.readings.replace(await next('new'), [found], 'new')).toBe(true);
      expect(await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE)).toEqual(before);
      expect(await whoSaid('harpoon')).toEqual([]);
      expect(await said(['tomas-rey'], null)).toEqual([OPEN]);
      expect(await said(['lena-voss'], null)).toEqual(['nobody asked the gulls']);
      expect((await opened.archive.directory.speakers()).map(({ id }) => id).sort()).toEqual([
        'lena-voss',
        'tomas-rey',
      ]);
      expect(await others('new')).toEqual({ articles: 1, versions: 0 });
      expect(await opened.archive.writer.store(article, quotations, AT, 'new')).toBe('unchanged');
      expect(await opened.archive.check()).toEqual([]);
    });

    test('keeps apart a quotation that is an utterance of its own now from those that joined it before', async () => {
      const { article, quotations } = report([{ words: OPEN, by: 'Lena Voss' }]);
      await opened.archive.writer.store(article, quotations, AT, 'old');
      const [first] = await opened.archive.search.nearestQuotations(OPEN, NO_FILTERS, 1);
      const utteranceId = first?.quotation.utteranceId ?? '';
      await put([{ words: 'The bridge stays open, all of it', by: 'Lena Voss', given: { utteranceId } }]);
      const found = aQuotation(article.body, OPEN, { speaker: aSpeaker('Tomás Rey') });
      await opened.archive.readings.replace(await next('new'), [found], 'new');
      expect(await opened.archive.search.utterances([utteranceId])).toHaveLength(1);
      const own = (await opened.archive.search.quotation(first?.quotation.id ?? ''))?.quotation.utteranceId;
      expect(own).not.toBe(utteranceId);
      expect(await opened.archive.search.utterances([own ?? ''])).toHaveLength(1);
    });

    test('reads an older version again, too, which then is found by its new quotations only', async () => {
      const url = 'https://outlet.example/edited';
      const old = report([{ words: 'the harpoon was a mistake' }, { words: 'the anchor held well' }], {
        url,
      });
      await opened.archive.writer.store(old.article, old.quotations, AT, 'old');
      await opened.archive.writer.store(anArticle({ url, body: 'Removed.' }), [], AT, 'new');
      expect(await others('new')).toEqual({ articles: 0, versions: 1 });
      const reading = await next('new');
      expect(reading.article).toMatchObject({ body: old.article.body, replacedAt: AT.toISOString() });
      expect(reading.quotations).toHaveLength(2);
      const found = aQuotation(old.article.body, 'the anchor held well', {
        speaker: aSpeaker('Tomás Rey', 'Pilot'),
      });
      expect(await opened.archive.readings.replace(reading, [found], 'new')).toBe(true);
      const earlier = async (words: string) =>
        (await opened.archive.search.earlierQuotations(words, NO_FILTERS, 5)).map(({ quotation }) => [
          quotation.words,
          quotation.speaker,
        ]);
      expect(await earlier('harpoon')).toEqual([]);
      expect(await earlier('anchor')).toEqual([['the anchor held well', aSpeaker('Tomás Rey', 'Pilot')]]);
      expect(await opened.archive.readings.nextOther('new', null)).toBeNull();
      expect(await opened.archive.check()).toEqual([]);
    });

    test('changes nothing when other words have taken the place of those that were read', async () => {
      const { article, quotations } = report([{ words: OPEN, by: 'Lena Voss' }]);
      await opened.archive.writer.store(article, quotations, AT, 'old');
      const reading = await next('new');
      const edited = report([{ words: 'The bridge is shut', by: 'Lena Voss' }], { url: article.url });
      await opened.archive.writer.store(edited.article, edited.quotations, AT, 'old');
      expect(await opened.archive.readings.replace(reading, [], 'new')).toBe(false);
      expect(await whoSaid('bridge')).toEqual(['The bridge is shut']);
      expect(await others('new')).toEqual({ articles: 1, versions: 1 });
    });

    test('refuses a quotation that does not lie inside its article, and changes nothing', async () => {
      await put([{ words: OPEN, by: 'Lena Voss' }]);
      const reading = await next('new');
      const [held] = await opened.archive.search.nearestQuotations(OPEN, NO_FILTERS, 1);
      const past = { ...aQuotation('x', 'x'), span: { start: 0, end: reading.article.body.length + 1 } };
      await expect(opened.archive.readings.replace(reading, [past], 'new')).rejects.toMatchObject({
        name: 'Fault',
        code: 'altered-quotation',
      });
      expect(await opened.archive.search.nearestQuotations(OPEN, NO_FILTERS, 1)).toEqual([held]);
      expect(await others('new')).toEqual({ articles: 1, versions: 0 });
    });
  });
}
