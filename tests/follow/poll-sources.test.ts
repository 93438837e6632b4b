import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aReport, feedOf, pageOf } from '../builders/a-news-site.ts';

import { aFollowWorld, ferry, READER, wall } from './a-follow-world.ts';

const world = aFollowWorld();
const { open, start, later, asked, polls } = world;

describe('the poller', () => {
  it('follows the feeds of the desk’s configuration from the first start on, each once', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const sources = [{ url: `${world.site.at}/feed`, name: 'Port Ellis paper', topic: true }];
    const desk = await start({ sources });
    expect((await asked(desk, 'sources')).text).toMatch(/1 Port Ellis paper.*1 article/su);
    expect((await asked(desk, 'remove 1')).text).toContain('comes back at the next start');
    const again = await open({ sources });
    expect(await again.sources()).toEqual([]);
    await start({ sources });
    expect(await again.sources()).toMatchObject([{ number: 2 }]);
    await start({ sources });
    expect(await again.sources()).toHaveLength(1);
  });

  it('of two desks on one archive asks for a source once', async () => {
    let arrived: () => void = () => {};
    const first = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let answer: () => void = () => {};
    world.site.pages.set('/feed', (_request, response) => {
      answer = () =>
        response
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(feedOf(world.site.at, [ferry]));
      arrived();
    });
    const sources = [{ url: `${world.site.at}/feed`, name: null, topic: true }];
    const [one, two] = [await open({ sources }), await open({ sources })];
    const polling = one.follow().begun;
    await first;
    await two.poll();
    answer();
    await polling;
    await two.poll();
    await one.poll();
    expect(polls('/feed')).toBe(1);
    expect(await two.sources()).toMatchObject([{ articles: 1, state: { state: 'well' } }]);
  });

  it('lets a source that hangs delay neither the others nor a question', async () => {
    let arrived: () => void = () => {};
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    world.site.pages.set('/hangs', () => arrived());
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const slow = world.site.at.replace('harbor-news', 'slow');
    const sources = [`${slow}/hangs`, `${world.site.at}/feed`].map((url) => ({
      url,
      name: null,
      topic: true,
    }));
    const desk = await open({ sources });
    const polling = desk.follow().begun;
    await hanging;
    while ((await desk.sources())[1]?.articles !== 1) await setImmediate();
    expect((await asked(desk, 'latest', READER)).text).toContain('Council votes on the ferry');
    expect((await desk.sources())[0]).toMatchObject({ state: { state: 'new' } });
    await desk.close();
    world.forgetDesks();
    await polling;
  });

  it('ends at once when the desk closes in the middle, and loses nothing', async () => {
    let arrived: () => void = () => {};
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    world.site.pages.set('/feed', feedOf(world.site.at, [wall, ferry], false));
    world.site.pages.set('/ferry', () => arrived());
    world.site.pages.set('/sea-wall', pageOf(wall));
    const sources = [{ url: `${world.site.at}/feed`, name: null, topic: true }];
    const desk = await open({ sources });
    const polling = desk.follow().begun;
    await hanging;
    await desk.close();
    world.forgetDesks();
    await polling;
    world.site.pages.set('/ferry', pageOf(ferry));
    const again = await open({ sources });
    expect(await again.sources()).toMatchObject([{ waiting: 2, missed: null, articles: 0 }]);
    await again.poll();
    expect(await again.sources()).toMatchObject([{ waiting: 0, articles: 2 }]);
  });

  it('tells the cause of a failure in plain words, and when it asks again', async () => {
    world.site.pages.set('/feed', 403);
    const sources = [{ url: `${world.site.at}/feed`, name: null, topic: true }];
    const desk = await start({ sources });
    later(5);
    const { text } = await asked(desk, 'sources', READER);
    expect(text).toContain('1 of 1 cannot be read now.');
    expect(text).toContain('The site turns automated readers away (403)');
    expect(text).toContain('asked again in 15 minutes');
    world.site.pages.set('/feed', 410);
    later(30);
    await desk.poll();
    expect((await asked(desk, 'sources')).text).toMatch(/given up.*taken down for good.*not asked again/su);
  });

  it('keeps what the feed says of an article whose page is closed to it', async () => {
    const closed = aReport('/closed');
    const summary = closed.paragraphs.join(' ').slice(0, 300);
    world.site.pages.set(
      '/feed',
      feedOf(world.site.at, [closed], false).replace(
        /<description>.*?<\/description>/su,
        `<description>${summary}</description>`,
      ),
    );
    world.site.pages.set('/closed', 403);
    const desk = await open();
    expect((await asked(desk, `add ${world.site.at}/feed`)).text).toContain('1 article');
    expect((await asked(desk, 'latest')).text).toContain('Council votes on the closed');
  });

  it('tells of entries that could not be read, and tries again those that might be another time', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [wall, ferry], false));
    world.site.pages.set('/ferry', 404);
    world.site.pages.set('/sea-wall', 500);
    const desk = await open();
    const { text } = await asked(desk, `add ${world.site.at}/feed`);
    expect(text).toContain('no page at this address (404)');
    expect(await desk.sources()).toMatchObject([{ waiting: 1, missed: { entries: 2 } }]);
    for (const minutes of [11, 61, 361, 1_441]) {
      later(minutes);
      await desk.poll();
    }
    expect(polls('/sea-wall')).toBe(5);
    expect(await desk.sources()).toMatchObject([{ waiting: 0, missed: { entries: 2 } }]);
    later(5_000);
    await desk.poll();
    expect(polls('/sea-wall')).toBe(5);
  });
});
