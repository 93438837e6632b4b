import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import { readArticle } from '../../../src/desk/read/read-article.ts';
import { decodePlainText } from '../../../src/ingest/fetch/decode.ts';
import { readInput } from '../../../src/ingest/files/read-input.ts';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import type { Quotation } from '../../../src/kernel/quotation.ts';
import { temporaryFolder } from '../../archive/temporary-folder.ts';
import { found } from '../../quotes/find/the-model.ts';

// The clippings are not part of this project: they stand beside it where it is developed.
const FOLDER = new URL('../../../../shared/clippings/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) process.stderr.write('Skipped: there is no ../shared/clippings beside this clone.\n');

describe.skipIf(!present).each([['first to last'], ['last to first']])(
  'the desk’s clippings, read from the %s',
  (order) => {
    const folder = temporaryFolder();
    const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
    beforeAll(async () => {
      const names = readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .sort();
      const articles = names.flatMap((name) => {
        const content = decodePlainText(readFileSync(new URL(name, FOLDER)));
        return readInput({ name, format: 'text', content, given: {} }).articles.map(({ article }) => article);
      });
      const tools = { archive, findQuotations: (body: string) => found(body), clock: () => new Date(0) };
      for (const article of order === 'first to last' ? articles : articles.reverse())
        await readArticle(article, tools);
    });
    afterAll(async () => {
      await archive.close();
      folder.remove();
    });

    const printed = async (words: string): Promise<Quotation[]> =>
      (await archive.search.nearestQuotations(words, NO_FILTERS, 60))
        .map(({ quotation }) => quotation)
        .filter((quotation) => quotation.kind !== 'indirect' && quotation.words.includes(words));
    const utterances = (quotations: readonly Quotation[]) => [
      ...new Set(quotations.map(({ utteranceId }) => utteranceId)),
    ];

    it('hold the two wordings of “sustained conversation” as one utterance', async () => {
      const both = await printed('sustained conversation');
      expect(both).toHaveLength(2);
      expect(utterances(both)).toHaveLength(1);
    });

    it('hold the wordings of “he didn’t say no” and “first remove the sanctions” as one utterance', async () => {
      const no = await printed('he didn’t say no');
      const sanctions = await printed('first remove the sanctions');
      expect([no.length, sanctions.length]).toEqual([2, 3]);
      expect(utterances([...no, ...sanctions])).toHaveLength(1);
      const joined = await archive.search.utterances(utterances(no));
      expect(joined).toHaveLength(4);
    });

    it('keep everything else that was said apart', async () => {
      const hits = await archive.search.quotationsBy(
        (await archive.directory.speakers()).map(({ id }) => id),
        null,
        NO_FILTERS,
        { from: 0, size: 500 },
      );
      const groups = new Map<string, string[]>();
      for (const { quotation } of hits)
        if (quotation.kind !== 'indirect')
          groups.set(quotation.utteranceId, [...(groups.get(quotation.utteranceId) ?? []), quotation.words]);
      const several = [...groups.values()].filter((group) => group.length > 1);
      // The third is an answer of Antony Blinken's, of which the same article quotes two bits above it.
      expect(several.map((group) => group.length).sort()).toEqual([2, 3, 4]);
      expect(several.find((group) => group.length === 3)).toEqual(
        expect.arrayContaining(['greater cooperation', 'It’s not about pointing fingers']),
      );
    });
  },
);
