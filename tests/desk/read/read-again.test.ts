import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/port.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import { type ReadAgain, readAllAgain } from '../../../src/desk/read/read-again.ts';
import { readArticle } from '../../../src/desk/read/read-article.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import type { FoundQuotation } from '../../../src/kernel/quotation.ts';
import { temporaryFolder } from '../../archive/temporary-folder.ts';
import { aSpeaker } from '../../builders/a-quotation.ts';
import { anArticle } from '../../builders/an-article.ts';
import { found } from '../../quotes/find/the-model.ts';

const NOW = new Date('2024-05-01T09:00:00Z');
const EVERYTHING = { from: 0, size: 99 };

const REPORTS = [
  '“We will keep talking until the boats run on time,” Mayor Ines Okafor said on the quay.',
  'Mayor Ines Okafor spoke first. “We will keep talking until all the boats run on time,” she said.',
  'Pilot Tomas Rey spoke last. “The bar cannot be dredged before the herring leave the bay,” Rey said.',
  '“The bar cannot be dredged before the herring leave,” Tomas Rey, a pilot, said of the bay.',
].map((body, n) => anArticle({ url: `https://outlet.example/${n}`, publishedAt: `2024-04-2${n}`, body }));

type Find = (body: string) => FoundQuotation[];

/** An engine that takes every speaker for one and the same. */
const confused: Find = (body) =>
  found(body).map((quotation) => ({ ...quotation, speaker: aSpeaker('Ines Okafor') }));

async function withArchive<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  const archive = openSqliteArchive({ file: join(folder.path, 'archive.sqlite') });
  try {
    return await work(archive);
  } finally {
    expect(await archive.check()).toEqual([]);
    await archive.close();
    folder.remove();
  }
}

async function read(
  archive: Archive,
  articles: readonly CleanArticle[],
  findQuotations: Find,
  engine: string,
) {
  for (const article of articles)
    await readArticle(article, { archive, findQuotations, engine, clock: () => NOW });
}

async function readAgain(archive: Archive, findQuotations: Find, engine: string): Promise<ReadAgain[]> {
  const steps: ReadAgain[] = [];
  for await (const step of readAllAgain({ archive, findQuotations, engine })) steps.push(step);
  return steps;
}

/** Everything said, each utterance's wordings together, in words and names only. */
async function utterancesOf({ search }: Archive): Promise<string[]> {
  const hits = await search.quotationsBy(['ines-okafor', 'tomas-rey'], null, NO_FILTERS, EVERYTHING);
  const ids = [...new Set(hits.map(({ quotation }) => quotation.utteranceId))];
  const wordings = ids.map(async (id) =>
    (await search.utterances([id]))
      .map(({ quotation }) => `${quotation.speaker?.name}: ${quotation.words}`)
      .join(' | '),
  );
  return (await Promise.all(wordings)).sort();
}

describe('reading again', () => {
  it('comes to what reading everything into a new archive would: the same quotations, speakers and utterances', () =>
    withArchive(async (archive) => {
      await read(archive, REPORTS, confused, 'confused');
      const steps = await readAgain(archive, found, 'sober');
      expect(steps.map(({ kind, before, after }) => [kind, before, after])).toEqual(
        REPORTS.map(() => ['article', 1, 1]),
      );
      expect(steps.map(({ speakersChanged }) => speakersChanged)).toEqual([0, 0, 1, 1]);
      const again = await utterancesOf(archive);
      expect(again).toHaveLength(2);
      await withArchive(async (fresh) => {
        await read(fresh, REPORTS, found, 'sober');
        expect(again).toEqual(await utterancesOf(fresh));
      });
    }));

  it('parts utterances that only a mistaken speaker had joined, whichever article is read first', () =>
    withArchive(async (archive) => {
      const same = '“We will keep talking until the boats run on time,”';
      const mayor = anArticle({ url: 'https://a.example', body: `${same} Mayor Ines Okafor said.` });
      const pilot = anArticle({ url: 'https://b.example', body: `${same} said Tomas Rey, a pilot.` });
      await read(archive, [pilot, mayor], confused, 'confused');
      expect(await utterancesOf(archive)).toHaveLength(1);
      await readAgain(archive, found, 'sober');
      expect(await utterancesOf(archive)).toHaveLength(2);
    }));

  it('leaves alone what this engine has read, and finds nothing to do the second time', () =>
    withArchive(async (archive) => {
      await read(archive, REPORTS.slice(0, 2), confused, 'confused');
      await read(archive, REPORTS.slice(2), found, 'sober');
      expect(await readAgain(archive, found, 'sober')).toHaveLength(2);
      expect(await readAgain(archive, found, 'sober')).toEqual([]);
    }));

  it('goes on where a run was left', () =>
    withArchive(async (archive) => {
      await read(archive, REPORTS, confused, 'confused');
      for await (const _ of readAllAgain({ archive, findQuotations: found, engine: 'sober' })) break;
      expect(await archive.readings.countOthers('sober')).toEqual({ articles: 3, versions: 0 });
      expect(await readAgain(archive, found, 'sober')).toHaveLength(3);
    }));

  it('reads older versions as well as what stands', () =>
    withArchive(async (archive) => {
      const [first] = REPORTS;
      const edited = { ...(first ?? anArticle()), body: 'Withdrawn.' };
      await read(archive, [first ?? anArticle()], () => [], 'blind');
      await read(archive, [edited], found, 'sober');
      expect(await archive.search.earlierQuotations('boats', NO_FILTERS, 5)).toEqual([]);
      expect(await readAgain(archive, found, 'sober')).toMatchObject([
        { kind: 'version', before: 0, after: 1 },
      ]);
      const [hit] = await archive.search.earlierQuotations('boats', NO_FILTERS, 5);
      expect(hit?.quotation).toMatchObject({
        words: 'We will keep talking until the boats run on time,',
        speaker: { name: 'Ines Okafor' },
      });
    }));
});
