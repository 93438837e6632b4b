import { describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { aReport, feedOf, pageOf } from '../builders/a-news-site.ts';

import { aFollowWorld, EDITOR, ferry, READER, wall } from './a-follow-world.ts';

const world = aFollowWorld();
const { open, later, asked, polls } = world;

describe('a feed that an editor adds', () => {
  it('is read in at once and followed: what it brings later answers “latest”', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const desk = await open();
    const added = await asked(desk, `add ${world.site.at}/feed`);
    expect(added.kind).toBe('found');
    expect(added.text).toContain('Followed: Harbor News');
    expect(added.text).toContain('1 article');
    expect((await asked(desk, 'latest', READER)).text).toContain('Council votes on the ferry');

    world.site.pages.set('/feed', feedOf(world.site.at, [wall, ferry]));
    later(10);
    await desk.poll();
    expect(polls('/feed')).toBe(1);
    later(15);
    await desk.poll();
    expect(polls('/feed')).toBe(2);
    expect((await asked(desk, 'latest', READER)).text).toContain('Council votes on the sea-wall');
    const shown = await asked(desk, 'sources', READER);
    expect(shown.text).toMatch(/1 Harbor News.*RSS feed · 2 articles · answered just now/s);
    expect(shown.text).toContain('asked again in 20 minutes');
  });

  it('is read page by page where it gives only beginnings, and the page dates and names the article', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [wall, ferry], false));
    world.site.pages.set('/ferry', pageOf(ferry));
    world.site.pages.set('/sea-wall', pageOf(wall));
    const desk = await open();
    expect((await asked(desk, `add ${world.site.at}/feed`)).text).toContain('2 articles');
    const { answer } = await desk.reply('latest');
    if (answer.kind !== 'found') throw new Error('nothing is held');
    expect(answer.evidence.articles.map(({ article }) => article)).toMatchObject([
      { outlet: 'Harbor News', publishedAt: expect.stringContaining('2024-05-05') },
      { body: expect.stringContaining('We will keep the ferry running through the winter') },
    ]);
    for (const { article } of answer.evidence.articles) expect(article.body).not.toContain('rights reserved');
  });

  it('is said to be followed already when it is added again, however it is typed', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${world.site.at}/feed`, EDITOR);
    for (const line of [
      `add ${world.site.at}/feed`,
      `add <${world.site.at}/feed/>`,
      `add ${world.site.at}/feed#top`,
    ])
      expect((await asked(desk, line)).text).toContain('Followed already: Harbor News');
    expect(await desk.sources()).toHaveLength(1);
    expect(polls('/feed')).toBe(1);
  });

  it('goes on after a restart: what was seen is not read again, what waited is', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [wall, ferry], false));
    world.site.pages.set('/ferry', pageOf(ferry));
    world.site.pages.set('/sea-wall', 503);
    const before = await open();
    expect((await asked(before, `add ${world.site.at}/feed`)).text).toContain(
      '1 entry, read in while the bot runs',
    );
    await before.close();
    world.forgetDesks();

    world.site.pages.set('/sea-wall', pageOf(wall));
    later(25);
    const after = await open();
    await after.poll();
    expect([polls('/feed'), polls('/ferry'), polls('/sea-wall')]).toEqual([2, 1, 2]);
    expect(await after.sources()).toMatchObject([{ articles: 2, waiting: 0, missed: null }]);
  });

  it('keeps the versions of an article that comes again with other words', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${world.site.at}/feed`, EDITOR);
    const reworded = aReport('/ferry', { paragraphs: ['“We will sell the ferry,” said Mayor Ines Okafor.'] });
    world.site.pages.set('/feed', feedOf(world.site.at, [reworded]));
    later(30);
    await desk.poll();
    expect(await desk.sources()).toMatchObject([{ articles: 1 }]);
    const archive = openSqliteArchive({ file: `${world.folder.path}/archive.sqlite` });
    const [held] = await archive.search.latestArticles(
      { by: null, in: null, since: null, until: null },
      { from: 0, size: 5 },
    );
    const versions = await archive.search.versions([held?.id ?? '']);
    await archive.close();
    expect(held?.body).toContain('We will sell the ferry');
    expect(versions.map(({ body }) => body)).toEqual([expect.stringContaining('keep the ferry running')]);
  });
});

describe('the topic of a desk', () => {
  const topic = ['ferries', 'sea wall'];

  it('is all that is taken from a feed, in any form of its words, unless everything is asked for', async () => {
    const choir = aReport('/choir', { title: 'Choir looks for basses', paragraphs: ['The choir sings.'] });
    const walls = aReport('/walls', { title: 'On the sea walls', paragraphs: ['They hold.'] });
    world.site.pages.set('/feed', feedOf(world.site.at, [choir, walls, ferry]));
    const desk = await open({ topic });
    const added = await asked(desk, `add ${world.site.at}/feed`);
    expect(added.text).toContain('2 articles, 1 left out, off the topic');
    expect(added.text).toContain('Only what touches the desk’s topic is taken: ferries, sea wall.');
    expect((await asked(desk, 'latest')).text).not.toContain('Choir');

    await desk.reply('remove 1', EDITOR);
    expect((await asked(desk, `add ${world.site.at}/feed all`)).text).toContain('1 article, 2 held already');
    expect((await asked(desk, 'latest')).text).toContain('Choir looks for basses');
    expect((await asked(desk, 'sources')).text).toContain('everything in it is taken');
  });

  it('does not stand in the way of a page that an editor hands in', async () => {
    const choir = aReport('/choir', { title: 'Choir looks for basses', paragraphs: ['The choir sings.'] });
    world.site.pages.set('/choir', pageOf(choir));
    const desk = await open({ topic });
    expect((await asked(desk, `add ${world.site.at}/choir`)).text).toContain('Choir looks for basses');
    expect((await asked(desk, 'latest')).text).toContain('Choir looks for basses');
  });
});

describe('a source that is removed', () => {
  it.each(['1', '#1', 'harbor news', 'Harbor', 'the address'])(
    'is known by %s, and its articles stay',
    async (by) => {
      world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
      const desk = await open();
      await desk.reply(`add ${world.site.at}/feed`, EDITOR);
      const removed = await asked(desk, `remove ${by === 'the address' ? `${world.site.at}/feed` : by}`);
      expect(removed.text).toContain('No longer read: Harbor News');
      expect(await desk.sources()).toEqual([]);
      expect((await asked(desk, 'latest')).text).toContain('Council votes on the ferry');
      later(60);
      await desk.poll();
      expect(polls('/feed')).toBe(1);
      expect((await asked(desk, `remove ${by === 'the address' ? '1' : by}`)).kind).toBe('shortfall');
    },
  );

  it('is asked for by number when a name fits several', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    world.site.pages.set('/other', feedOf(world.site.at, [wall]));
    const desk = await open();
    for (const path of ['/feed', '/other']) await desk.reply(`add ${world.site.at}${path}`, EDITOR);
    expect((await asked(desk, 'remove Harbor News')).text).toContain('1 (Harbor News), 2 (Harbor News)');
    expect(await desk.sources()).toHaveLength(2);
  });
});
