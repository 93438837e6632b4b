import { describe, expect, test } from 'vitest';
import type { CleanArticle } from '../../../src/kernel/article.ts';
import { NO_FILTERS } from '../../../src/kernel/ask.ts';
import { anArticle } from '../../builders/an-article.ts';
import { AT, FIRST_PAGE, type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeStories(open: () => Promise<OpenedArchive>): void {
  describe('stories', () => {
    const opened = openForEach(open);
    const words = (n: number, of: string) => Array.from({ length: n }, (_, at) => `${of}${at}`).join(' ');
    const [harbour, bridge] = [words(80, 'harbour'), words(80, 'bridge')];
    const store = (name: string, body: string, given: Partial<CleanArticle> = {}, at = AT) =>
      opened.archive.writer.store(
        anArticle({ headline: name, url: `https://o.example/${name}`, body, ...given }),
        [],
        at,
      );
    const held = async (name: string) => {
      const all = await opened.archive.search.latestArticles(NO_FILTERS, FIRST_PAGE);
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
      const story = await opened.archive.search.stories([await storyOf('late')]);
      expect(story.map(({ headline }) => headline)).toEqual(['early', 'half', 'late']);
      expect(await opened.archive.search.stories(['none'])).toEqual([]);
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
      expect(await opened.archive.check()).toEqual([]);
    });
  });
}
