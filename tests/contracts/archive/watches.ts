import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/port.ts';
import type { NewWatchHit } from '../../../src/archive/watch-port.ts';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import type { NewDelivery } from '../../../src/kernel/delivery.ts';
import { aQuotation, aSpeaker } from '../../builders/a-quotation.ts';
import { anAddress, aWatch } from '../../builders/a-watch.ts';
import { anArticle } from '../../builders/an-article.ts';
import type { OpenedArchive } from './opened-archive.ts';

const AT = new Date('2024-05-01T09:00:00Z');
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const FIRST_PAGE = { from: 0, size: 20 };
const PROMISE = 'We will keep talking until the boats run on time,';

function aDelivery(key: string): NewDelivery {
  return {
    key,
    destination: anAddress(),
    payload: { kind: 'alert', watches: [1], articleIds: [] },
    schedule: null,
    plannedAt: AT.toISOString(),
    dueAt: AT.toISOString(),
    notAfter: later(60).toISOString(),
  };
}

/** What every archive must do for briefings and watches: record what arrived when, and report each article once. */
export function watchesContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as a place where watches stand`, () => {
    let opened: OpenedArchive;
    let archive: Archive;
    beforeEach(async () => {
      opened = await open();
      archive = opened.archive;
    });
    afterEach(() => opened.discard());

    /** Stores a report that quotes the mayor’s promise as one utterance, and gives its id. */
    const put = async (given: Partial<CleanArticle>, at = AT): Promise<string> => {
      const article = anArticle(given);
      const quotation = aQuotation(article.body, PROMISE, {
        speaker: aSpeaker('Ines Okafor'),
        utteranceId: 'u-boats',
      });
      await archive.writer.store(article, [quotation], at);
      const all = await archive.search.latestArticles(
        { by: null, in: null, since: null, until: null },
        FIRST_PAGE,
      );
      const held = all.find(({ url, headline }) => url === article.url && headline === article.headline);
      if (!held) throw new Error('an article that was stored is held');
      return held.id;
    };
    /** Whether the outbox holds a delivery of this key already; plans one where it does not. */
    const isPlanned = async (key: string) => !(await archive.deliveries.add(aDelivery(key)));
    const another = (n: number, given: Partial<CleanArticle> = {}) => ({
      url: `https://coast.example/${n}`,
      headline: `Report ${n}`,
      body: `Report number ${n} of the coast tells a story of its own in words that no other has, ${'abcdefghij'.slice(0, n + 1)}.\n\n“${PROMISE}” she said.`,
      ...given,
    });
    /** Records that a watch found every waiting article, by the given utterances. */
    const noteAll = async (watch: number, utteranceIds: readonly string[] = []) => {
      const arrivals = await archive.watches.arrivals(50);
      const hits = arrivals.map(
        ({ number, article }): NewWatchHit => ({
          watch,
          articleId: article.id,
          utteranceIds,
          arrival: number,
        }),
      );
      return archive.watches.note(
        arrivals.map(({ number }) => number),
        hits,
      );
    };

    test('lists what was read in after one instant and until another, in that order', async () => {
      const second = await put(another(2), later(2));
      const first = await put(another(1), later(1));
      const third = await put(another(3), later(3));
      const ids = async (after: number, until: number, page = FIRST_PAGE) =>
        (await archive.search.articlesIngested(later(after), later(until), page)).map(({ id }) => id);
      expect(await ids(0, 9)).toEqual([first, second, third]);
      expect(await ids(1, 3)).toEqual([second, third]);
      expect(await ids(0, 9, { from: 1, size: 1 })).toEqual([second]);
      expect((await archive.search.articles([third, 'none', first])).map(({ id }) => id)).toEqual([
        third,
        first,
      ]);
      const quoted = await archive.search.quotationsIn([third, first]);
      expect(quoted.map(({ article }) => article.id)).toEqual([third, first]);
    });

    test('counts what each outlet published on each day', async () => {
      await put(another(1, { publishedAt: '2024-04-26', outlet: 'Post' }));
      await put(another(2, { publishedAt: '2024-04-26T18:00:00Z', outlet: 'Post' }));
      await put(another(3, { publishedAt: '2024-04-27', outlet: null }));
      await put(another(4, { publishedAt: null, outlet: 'Post' }));
      expect(await archive.directory.coverage('2024-04-26', '2024-04-27')).toEqual([
        { day: '2024-04-26', outlet: 'Post', articles: 2 },
        { day: '2024-04-27', outlet: null, articles: 1 },
      ]);
      expect(await archive.directory.coverage('2024-04-27', '2024-04-27')).toHaveLength(1);
    });

    test('gives a watch back as it was made, under a number that is never used again', async () => {
      const made = aWatch({ quiet: { from: '22:00', to: '07:00', zone: 'Europe/London' } });
      const watch = await archive.watches.add(made);
      expect(await archive.watches.all()).toEqual([
        { ...made, number: watch.number, stopped: null, resumedAt: null },
      ]);
      expect(await archive.watches.remove(watch.number)).toBe(true);
      expect(await archive.watches.remove(watch.number)).toBe(false);
      expect((await archive.watches.add(made)).number).toBeGreaterThan(watch.number);
    });

    test('hands out each article once it is stored, again when its words change, and not when nothing does', async () => {
      await put(another(1));
      await put(another(1), later(1));
      expect(await archive.watches.arrivals(9)).toHaveLength(1);
      await noteAll(0);
      expect(await archive.watches.arrivals(9)).toEqual([]);
      const changed = another(1);
      const id = await put({ ...changed, body: `${changed.body}\n\nA line was added.` }, later(2));
      const [arrival, ...others] = await archive.watches.arrivals(9);
      expect(others).toEqual([]);
      expect(arrival?.article.id).toBe(id);
      expect(arrival?.quotations.map(({ words }) => words)).toEqual([PROMISE]);
    });

    test('does not tell of what was stored before the watch was made', async () => {
      await put(another(1));
      const { number } = await archive.watches.add(aWatch());
      const fresh = await put(another(2));
      await noteAll(number);
      expect(await archive.watches.untold()).toEqual([{ watch: number, articleId: fresh }]);
    });

    test('tells of a story once, and of a copy only when it holds words not told yet', async () => {
      const { number } = await archive.watches.add(aWatch());
      const first = await put(another(1));
      await noteAll(number);
      await put(another(1, { url: 'https://copy.example/1' }));
      await noteAll(number);
      expect(await archive.watches.untold()).toEqual([{ watch: number, articleId: first }]);
      // Another story with the same utterance: told already. With an utterance of its own: not.
      await put(another(2));
      await noteAll(number, ['u-boats']);
      expect(await archive.watches.untold()).toHaveLength(1);
      const other = await put(another(3));
      await noteAll(number, ['u-boats', 'u-new']);
      expect((await archive.watches.untold()).map(({ articleId }) => articleId).sort()).toEqual(
        [first, other].sort(),
      );
    });

    test('puts arrivals away once, whoever looks at them', async () => {
      const { number } = await archive.watches.add(aWatch());
      await put(another(1));
      const [arrival] = await archive.watches.arrivals(9);
      if (!arrival) throw new Error('an article that was stored arrived');
      const hit = { watch: number, articleId: arrival.article.id, utteranceIds: [], arrival: arrival.number };
      expect(await archive.watches.note([arrival.number], [hit])).toBe(true);
      expect(await archive.watches.note([arrival.number], [hit])).toBe(false);
      expect(await archive.watches.untold()).toHaveLength(1);
    });

    test('plans an alert and puts away what it tells of, both or neither', async () => {
      const { number } = await archive.watches.add(aWatch());
      await put(another(1));
      await noteAll(number);
      const hits = await archive.watches.untold();
      expect(await archive.watches.tell(aDelivery('alert-a'), hits)).toBe(true);
      expect(await archive.watches.untold()).toEqual([]);
      expect(await archive.watches.tell(aDelivery('alert-b'), hits)).toBe(false);
      expect(await isPlanned('alert-a')).toBe(true);
      expect(await isPlanned('alert-b')).toBe(false);
    });

    test('stops the watches of an alert that is refused, keeps what they found, and tells their makers once', async () => {
      const { number } = await archive.watches.add(aWatch());
      const { number: other } = await archive.watches.add(aWatch());
      await put(another(1));
      await noteAll(number);
      const hits = await archive.watches.untold();
      const refuse = async (key: string, notice: string) => {
        const payload = { kind: 'alert', watches: [number], articleIds: [] } as const;
        await archive.watches.tell({ ...aDelivery(key), payload }, hits);
        const [claimed] = await archive.deliveries.claim({
          owner: 'one',
          platforms: ['slack'],
          now: AT,
          leaseUntil: later(3),
          busy: [],
          limit: 9,
        });
        if (!claimed) throw new Error('an alert that was planned can be claimed');
        const notices = [{ ...aDelivery(notice), plannedAt: later(9).toISOString() }];
        await archive.deliveries.settle(claimed, 'one', {
          kind: 'refused',
          at: AT,
          reason: 'Gone.',
          notices,
        });
      };
      await refuse('alert-a', 'notice-a');
      await refuse('alert-b', 'notice-b');
      expect(await archive.watches.untold()).toEqual(hits);
      expect((await archive.watches.all()).map((watch) => [watch.number, watch.stopped])).toEqual([
        [number, 'Gone.'],
        [other, null],
      ]);
      expect(await isPlanned('notice-a')).toBe(true);
      expect(await isPlanned('notice-b')).toBe(false);
      expect(await archive.watches.resume(number, later(5))).toBe(true);
      expect(await archive.watches.resume(number, later(6))).toBe(false);
      expect((await archive.watches.all())[0]).toMatchObject({
        stopped: null,
        resumedAt: later(5).toISOString(),
      });
    });
  });
}
