import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/port.ts';
import type { AuditEntry, Source } from '../../../src/kernel/source.ts';
import { ADDED_AT, aNewSource, anEntry } from '../../builders/a-source.ts';
import { anArticle } from '../../builders/an-article.ts';
import type { OpenedArchive } from './opened-archive.ts';

const later = (minutes: number) => new Date(ADDED_AT.getTime() + minutes * 60_000);

/** What every archive must do for the sources a desk reads, and for the trail of what editors did. */
export function sourcesContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as the keeper of sources`, () => {
    let opened: OpenedArchive;
    let archive: Archive;
    beforeEach(async () => {
      opened = await open();
      archive = opened.archive;
    });
    afterEach(() => opened.discard());

    const added = async (url = 'https://news.example/feed'): Promise<Source> => {
      const source = await archive.sources.add(aNewSource({ url }));
      if (!source) throw new Error('it was held already');
      return source;
    };
    const visit = (number: number, owner = 'first') => ({ number, owner });
    const claim = (number: number, owner: string, minute = 0) =>
      archive.sources.claim(visit(number, owner), later(minute), later(minute + 2));

    test('gives back a source as it was added, with who added it', async () => {
      const given = aNewSource({ name: 'Harbor News', topic: false });
      const source = await archive.sources.add(given);
      expect(source).toEqual({ ...given, number: 1, articles: 0, waiting: 0, missed: null });
      expect(await archive.sources.list()).toEqual([source]);
    });

    test('holds an address once, also where another source has moved to it', async () => {
      const { number, state } = await added();
      expect(await archive.sources.add(aNewSource())).toBeNull();
      await claim(number, 'first');
      const moved = { ...state, url: 'https://news.example/new' };
      expect(await archive.sources.keepPoll(visit(number), moved, [], ADDED_AT)).toBe(true);
      expect(await archive.sources.add(aNewSource({ url: 'https://news.example/new' }))).toBeNull();
    });

    test('removes a source once and never gives its number to another', async () => {
      const first = await added();
      expect(await archive.sources.remove(first.number)).toBe(true);
      expect(await archive.sources.remove(first.number)).toBe(false);
      expect((await added()).number).toBe(first.number + 1);
    });

    test('gives the marks of what was seen to whoever visits, and to nobody else', async () => {
      const { number, state } = await added();
      await claim(number, 'first');
      await archive.sources.keepPoll(visit(number), { ...state, seen: ['i1', 'p1'] }, [], ADDED_AT);
      expect(await claim(number, 'first')).toMatchObject({ state: { url: state.url, seen: ['i1', 'p1'] } });
      expect(await archive.sources.list()).toMatchObject([{ state: { url: state.url, seen: [] } }]);
    });

    test('lets one process visit a source at a time, until it is done or its time is up', async () => {
      const { number } = await added();
      expect(await claim(number, 'first')).toMatchObject({ number });
      expect(await claim(number, 'second', 1)).toBeNull();
      expect(await claim(number, 'first', 1)).toMatchObject({ number });
      expect(await claim(number, 'second', 4)).toMatchObject({ number });
      await archive.sources.release(visit(number, 'first'));
      expect(await claim(number, 'first', 5)).toBeNull();
      await archive.sources.release(visit(number, 'second'));
      expect(await claim(number, 'first', 5)).toMatchObject({ number });
      expect(await claim(99, 'first')).toBeNull();
    });

    test('keeps what a poll brought only for whoever holds the visit', async () => {
      const { number, state } = await added();
      await claim(number, 'first');
      await claim(number, 'second', 3);
      const well = { ...state, state: 'well' as const };
      expect(await archive.sources.keepPoll(visit(number, 'first'), well, [anEntry()], ADDED_AT)).toBe(false);
      expect(await archive.sources.list()).toMatchObject([{ state: { state: 'new' }, waiting: 0 }]);
      expect(await archive.sources.keepPoll(visit(number, 'second'), well, [anEntry()], ADDED_AT)).toBe(true);
      expect(await archive.sources.list()).toMatchObject([{ state: { state: 'well' }, waiting: 1 }]);
    });

    test('keeps entries in their order until they are read, and counts each article once', async () => {
      const { number, state } = await added();
      await claim(number, 'first');
      const [one, two] = [anEntry(), anEntry({ identity: 'entry-2', title: 'Half a \uD800 pair' })];
      await archive.sources.keepPoll(visit(number), state, [one, two], ADDED_AT);
      expect(await archive.sources.withWaiting(ADDED_AT)).toEqual([number]);
      expect((await archive.sources.waiting(number, ADDED_AT, 9)).map(({ entry }) => entry.identity)).toEqual(
        ['entry-1', 'entry-2'],
      );
      await archive.sources.entryRead(number, 'entry-1', anArticle());
      await archive.sources.entryRead(number, 'entry-2', anArticle());
      expect(await archive.sources.withWaiting(ADDED_AT)).toEqual([]);
      expect(await archive.sources.list()).toMatchObject([{ articles: 1, waiting: 0, missed: null }]);
    });

    test('tries an entry that could not be read again when it is time, and tells of one it gave up', async () => {
      const { number, state } = await added();
      await claim(number, 'first');
      await archive.sources.keepPoll(visit(number), state, [anEntry()], ADDED_AT);
      await archive.sources.entryMissed(number, 'entry-1', 'The site took too long.', later(10));
      expect(await archive.sources.waiting(number, later(9), 9)).toEqual([]);
      expect(await archive.sources.waiting(number, later(10), 9)).toMatchObject([{ attempts: 1 }]);
      await archive.sources.entryMissed(number, 'entry-1', 'It is gone.', null);
      expect(await archive.sources.waiting(number, later(9_999), 9)).toEqual([]);
      expect(await archive.sources.list()).toMatchObject([
        { waiting: 0, missed: { entries: 1, reason: 'It is gone.' } },
      ]);
      await archive.sources.keepPoll(visit(number), state, [anEntry()], later(20));
      expect(await archive.sources.list()).toMatchObject([{ waiting: 1, missed: null }]);
    });

    test('fails at nothing when the source was removed meanwhile', async () => {
      const { number, state } = await added();
      await claim(number, 'first');
      await archive.sources.keepPoll(visit(number), state, [anEntry()], ADDED_AT);
      await archive.sources.remove(number);
      expect(await archive.sources.keepPoll(visit(number), state, [anEntry()], ADDED_AT)).toBe(false);
      await archive.sources.entryRead(number, 'entry-1', anArticle());
      await archive.sources.entryMissed(number, 'entry-1', 'It is gone.', null);
      await archive.sources.release(visit(number));
      expect(await archive.sources.withWaiting(later(1))).toEqual([]);
    });

    test('keeps the trail of what editors did, newest first', async () => {
      const entry = (line: string): AuditEntry => ({
        at: ADDED_AT.toISOString(),
        who: { id: 'U1', name: 'Ada Moss', platform: 'slack' },
        where: '#harbour',
        line,
        outcome: 'done',
        said: 'Followed.',
      });
      for (const line of ['add one', 'add two', 'remove 1']) await archive.audit.record(entry(line));
      expect(await archive.audit.latest(2)).toEqual([entry('remove 1'), entry('add two')]);
    });
  });
}
