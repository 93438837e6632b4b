import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { openHtmlReader } from '../../src/ingest/html/open-html-reader.ts';
import { ANYBODY, type Asker, OWNER } from '../../src/kernel/asker.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { HARBOUR } from '../builders/a-harbour-desk.ts';
import { aReport, feedOf, type NewsSite, openNewsSite, pageOf } from '../builders/a-news-site.ts';

const EDITOR: Asker = {
  id: 'U1',
  name: 'Ada Moss',
  editor: true,
  editors: 'an admin of this workspace',
  zone: null,
  at: { platform: 'slack', channel: 'C1', direct: false, name: '#harbour' },
};
const READER: Asker = { ...EDITOR, id: 'U2', name: 'Ben Ruiz', editor: false };

// One worker for all desks: starting it is what takes the time.
const html = openHtmlReader();
afterAll(() => html.close());

let site: NewsSite;
let folder: ReturnType<typeof temporaryFolder>;
let now: Date;
let opened: Desk[] = [];
let logged: string[] = [];

beforeEach(async () => {
  site = await openNewsSite(['harbor-news.example', 'coast-daily.example', 'slow.example']);
  folder = temporaryFolder();
  now = new Date('2024-05-06T07:00:00Z');
  logged = [];
});
afterEach(async () => {
  await Promise.all(opened.map((desk) => desk.close()));
  opened = [];
  await site.close();
  folder.remove();
});

async function open(config: Partial<DeskConfig> = {}): Promise<Desk> {
  const desk = await openDesk({
    config: { ...HARBOUR, ...config },
    archive: openSqliteArchive({ file: `${folder.path}/archive.sqlite` }),
    findQuotations: () => [],
    clock: () => now,
    random: () => 0,
    log: openLog('info', [], (line) => logged.push(line)),
    net: site.net,
    sourceLimits: { pageGapMs: 0, stretchMs: 60_000, addStretchMs: 60_000 },
    html,
  });
  opened.push(desk);
  return desk;
}

/** As the bot starts one: its first round is over. */
async function start(config: Partial<DeskConfig> = {}): Promise<Desk> {
  const desk = await open(config);
  const following = desk.follow();
  await following.begun;
  following.stop();
  return desk;
}

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const asked = async (desk: Desk, line: string, asker: Asker = EDITOR) => {
  const { answer, card } = await desk.reply(line, asker);
  return { kind: answer.kind, text: plainText(card, { width: 200, colour: false }) };
};
const polls = (path: string) => site.server.seen.filter((line) => line === `GET ${path}`).length;
const ferry = aReport('/ferry');
const wall = aReport('/sea-wall');

describe('a feed that an editor adds', () => {
  it('is read in at once and followed: what it brings later answers “latest”', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const desk = await open();
    const added = await asked(desk, `add ${site.at}/feed`);
    expect(added.kind).toBe('found');
    expect(added.text).toContain('Followed: Harbor News');
    expect(added.text).toContain('1 article');
    expect((await asked(desk, 'latest', READER)).text).toContain('Council votes on the ferry');

    site.pages.set('/feed', feedOf(site.at, [wall, ferry]));
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
    site.pages.set('/feed', feedOf(site.at, [wall, ferry], false));
    site.pages.set('/ferry', pageOf(ferry));
    site.pages.set('/sea-wall', pageOf(wall));
    const desk = await open();
    expect((await asked(desk, `add ${site.at}/feed`)).text).toContain('2 articles');
    const { answer } = await desk.reply('latest');
    if (answer.kind !== 'found') throw new Error('nothing is held');
    expect(answer.evidence.articles.map(({ article }) => article)).toMatchObject([
      { outlet: 'Harbor News', publishedAt: expect.stringContaining('2024-05-05') },
      { body: expect.stringContaining('We will keep the ferry running through the winter') },
    ]);
    for (const { article } of answer.evidence.articles) expect(article.body).not.toContain('rights reserved');
  });

  it('is said to be followed already when it is added again, however it is typed', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${site.at}/feed`, EDITOR);
    for (const line of [`add ${site.at}/feed`, `add <${site.at}/feed/>`, `add ${site.at}/feed#top`])
      expect((await asked(desk, line)).text).toContain('Followed already: Harbor News');
    expect(await desk.sources()).toHaveLength(1);
    expect(polls('/feed')).toBe(1);
  });

  it('goes on after a restart: what was seen is not read again, what waited is', async () => {
    site.pages.set('/feed', feedOf(site.at, [wall, ferry], false));
    site.pages.set('/ferry', pageOf(ferry));
    site.pages.set('/sea-wall', 503);
    const before = await open();
    expect((await asked(before, `add ${site.at}/feed`)).text).toContain(
      '1 entry, read in while the bot runs',
    );
    await before.close();
    opened = [];

    site.pages.set('/sea-wall', pageOf(wall));
    later(25);
    const after = await open();
    await after.poll();
    expect([polls('/feed'), polls('/ferry'), polls('/sea-wall')]).toEqual([2, 1, 2]);
    expect(await after.sources()).toMatchObject([{ articles: 2, waiting: 0, missed: null }]);
  });

  it('keeps the versions of an article that comes again with other words', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${site.at}/feed`, EDITOR);
    const reworded = aReport('/ferry', { paragraphs: ['“We will sell the ferry,” said Mayor Ines Okafor.'] });
    site.pages.set('/feed', feedOf(site.at, [reworded]));
    later(30);
    await desk.poll();
    expect(await desk.sources()).toMatchObject([{ articles: 1 }]);
    const archive = openSqliteArchive({ file: `${folder.path}/archive.sqlite` });
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
    site.pages.set('/feed', feedOf(site.at, [choir, walls, ferry]));
    const desk = await open({ topic });
    const added = await asked(desk, `add ${site.at}/feed`);
    expect(added.text).toContain('2 articles, 1 left out, off the topic');
    expect(added.text).toContain('Only what touches the desk’s topic is taken: ferries, sea wall.');
    expect((await asked(desk, 'latest')).text).not.toContain('Choir');

    await desk.reply('remove 1', EDITOR);
    expect((await asked(desk, `add ${site.at}/feed all`)).text).toContain('1 article, 2 held already');
    expect((await asked(desk, 'latest')).text).toContain('Choir looks for basses');
    expect((await asked(desk, 'sources')).text).toContain('everything in it is taken');
  });

  it('does not stand in the way of a page that an editor hands in', async () => {
    const choir = aReport('/choir', { title: 'Choir looks for basses', paragraphs: ['The choir sings.'] });
    site.pages.set('/choir', pageOf(choir));
    const desk = await open({ topic });
    expect((await asked(desk, `add ${site.at}/choir`)).text).toContain('Choir looks for basses');
    expect((await asked(desk, 'latest')).text).toContain('Choir looks for basses');
  });
});

describe('a page that an editor adds', () => {
  it('is read in as one article, and the feed of its site is offered', async () => {
    site.pages.set('/news/ferry-to-run-again', pageOf(ferry, { feeds: ['/feed'] }));
    const desk = await open();
    const added = await asked(desk, `add ${site.at}/news/ferry-to-run-again`);
    expect(added.text).toContain('Read in');
    expect(added.text).toContain(`add ${site.at}/feed`);
    expect(await desk.sources()).toMatchObject([
      { kind: 'page', articles: 1, addedBy: { name: 'Ada Moss' } },
    ]);
    later(60 * 24);
    await desk.poll();
    expect(site.server.seen).toHaveLength(1);
  });

  it('is told of by its headline; of many pages the newest are', async () => {
    const desk = await open();
    for (let n = 1; n <= 12; n += 1) {
      const words = Array.from({ length: 60 }, (_, at) => `word${n}x${at}`).join(' ');
      const report = { path: '/x', title: `Report number ${n}`, paragraphs: [`On Monday the ${words}.`] };
      site.pages.set(`/news/report-number-${n}-of-many`, pageOf(report));
      expect((await asked(desk, `add ${site.at}/news/report-number-${n}-of-many`)).kind).toBe('found');
    }
    const { text } = await asked(desk, 'sources');
    expect(text).toContain('12 Report number 12');
    expect(text).not.toContain('2 Report number 2\n');
    expect(text).toContain('2 pages read in before');
    expect((await asked(desk, 'remove Report number 7')).text).toContain('No longer read: Report number 7');
  });

  it('is read again when it is added again: other words take the place of the first, which are kept', async () => {
    const address = `${site.at}/news/ferry-to-run-again`;
    site.pages.set('/news/ferry-to-run-again', pageOf(ferry));
    const desk = await open();
    await desk.reply(`add ${address}`, EDITOR);
    expect((await asked(desk, `add ${address}`)).text).toContain('Held already, in the same words');
    site.pages.set(
      '/news/ferry-to-run-again',
      pageOf(aReport('/ferry', { paragraphs: ['“We will sell it,” said Okafor.'] })),
    );
    expect((await asked(desk, `add ${address}`)).text).toContain('the older version is kept');
    expect(await desk.sources()).toHaveLength(1);
  });

  it.each(['/', '/news/', '/index.html'])(
    'is followed by its feed when it is a front page: %s',
    async (path) => {
      site.pages.set(path, pageOf(aReport('/front'), { feeds: ['/comments/feed', '/feed'], front: true }));
      site.pages.set('/feed', feedOf(site.at, [ferry]));
      const desk = await open();
      const added = await asked(desk, `add ${site.at}${path}`);
      expect(added.text).toContain('Followed: Harbor News');
      expect(added.text).toContain(`add ${site.at}/comments/feed`);
      expect(await desk.sources()).toMatchObject([{ kind: 'feed', url: `${site.at}/feed` }]);
      expect((await asked(desk, `add ${site.at}${path}`)).text).toContain('Followed already');
    },
  );
});

describe('what is refused', () => {
  it.each([
    [
      'http://169.254.169.254/latest/meta-data/',
      /link-local address, where cloud machines keep their metadata/u,
    ],
    ['http://2852039166/', /link-local/u],
    ['http://[::ffff:169.254.169.254]/', /link-local/u],
    ['http://metadata.google.internal/', /name inside a network/u],
    ['http://localhost:8080/', /not read|inside a network/u],
    ['http://127.0.0.1/', /this machine itself/u],
    ['http://reader:hunter2@harbor-news.example/feed', /user name or password/u],
    ['file:///etc/passwd', /Only http and https/u],
    ['nothing like an address', /not a web address/u],
  ])('%s: a plain reason, nothing fetched, nothing stored', async (address, reason) => {
    const desk = await open();
    const { kind, text } = await asked(desk, `add ${address}`);
    expect(kind).toBe('shortfall');
    expect(text).toMatch(reason);
    expect(site.server.seen).toEqual([]);
    expect(await desk.sources()).toEqual([]);
    expect(JSON.stringify([await desk.audit(5), logged])).not.toContain('hunter2');
  });

  it('a name that leads to a private address, at once or by a redirect, is never reached', async () => {
    site.pages.set('/feed', (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
    );
    const desk = await open();
    expect((await asked(desk, `add ${site.at}/feed`)).text).toMatch(/redirects elsewhere.*link-local/u);
    expect(await desk.sources()).toEqual([]);
  });

  it('a page without article and feed, data, and a feed that is none say so', async () => {
    site.pages.set('/empty', '<!doctype html><html><body><p>Hi.</p></body></html>');
    site.pages.set('/data.json', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}'),
    );
    site.pages.set('/gone', 410);
    const desk = await open();
    expect((await asked(desk, `add ${site.at}/data.json`)).text).toContain('This is JSON, but not a feed.');
    expect((await asked(desk, `add ${site.at}/gone`)).text).toContain('taken down for good (410)');
    expect((await asked(desk, `add ${site.at}/nowhere`)).text).toContain('no page at this address (404)');
    expect(await desk.sources()).toEqual([]);
  });

  it('a reader may look, and not change anything', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const desk = await open();
    for (const asker of [READER, ANYBODY]) {
      const { kind, text } = await asked(desk, `add ${site.at}/feed`, asker);
      expect([kind, text]).toEqual(['shortfall', expect.stringContaining('Only editors may use “add”')]);
    }
    expect(site.server.seen).toEqual([]);
    expect((await asked(desk, 'sources', READER)).text).toContain('no feed is followed');
    await desk.reply(`add ${site.at}/feed`, OWNER);
    expect((await asked(desk, 'remove 1', READER)).kind).toBe('shortfall');
    expect(await desk.sources()).toHaveLength(1);
  });
});

describe('a source that is removed', () => {
  it.each(['1', '#1', 'harbor news', 'Harbor', 'the address'])(
    'is known by %s, and its articles stay',
    async (by) => {
      site.pages.set('/feed', feedOf(site.at, [ferry]));
      const desk = await open();
      await desk.reply(`add ${site.at}/feed`, EDITOR);
      const removed = await asked(desk, `remove ${by === 'the address' ? `${site.at}/feed` : by}`);
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
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    site.pages.set('/other', feedOf(site.at, [wall]));
    const desk = await open();
    for (const path of ['/feed', '/other']) await desk.reply(`add ${site.at}${path}`, EDITOR);
    expect((await asked(desk, 'remove Harbor News')).text).toContain('1 (Harbor News), 2 (Harbor News)');
    expect(await desk.sources()).toHaveLength(2);
  });
});

describe('the poller', () => {
  it('follows the feeds of the desk’s configuration from the first start on, each once', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const sources = [{ url: `${site.at}/feed`, name: 'Port Ellis paper', topic: true }];
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
    site.pages.set('/feed', (_request, response) => {
      answer = () =>
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(site.at, [ferry]));
      arrived();
    });
    const sources = [{ url: `${site.at}/feed`, name: null, topic: true }];
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
    site.pages.set('/hangs', () => arrived());
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const slow = site.at.replace('harbor-news', 'slow');
    const sources = [`${slow}/hangs`, `${site.at}/feed`].map((url) => ({ url, name: null, topic: true }));
    const desk = await open({ sources });
    const polling = desk.follow().begun;
    await hanging;
    while ((await desk.sources())[1]?.articles !== 1) await setImmediate();
    expect((await asked(desk, 'latest', READER)).text).toContain('Council votes on the ferry');
    expect((await desk.sources())[0]).toMatchObject({ state: { state: 'new' } });
    await desk.close();
    opened = [];
    await polling;
  });

  it('ends at once when the desk closes in the middle, and loses nothing', async () => {
    let arrived: () => void = () => {};
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    site.pages.set('/feed', feedOf(site.at, [wall, ferry], false));
    site.pages.set('/ferry', () => arrived());
    site.pages.set('/sea-wall', pageOf(wall));
    const sources = [{ url: `${site.at}/feed`, name: null, topic: true }];
    const desk = await open({ sources });
    const polling = desk.follow().begun;
    await hanging;
    await desk.close();
    opened = [];
    await polling;
    site.pages.set('/ferry', pageOf(ferry));
    const again = await open({ sources });
    expect(await again.sources()).toMatchObject([{ waiting: 2, missed: null, articles: 0 }]);
    await again.poll();
    expect(await again.sources()).toMatchObject([{ waiting: 0, articles: 2 }]);
  });

  it('tells the cause of a failure in plain words, and when it asks again', async () => {
    site.pages.set('/feed', 403);
    const sources = [{ url: `${site.at}/feed`, name: null, topic: true }];
    const desk = await start({ sources });
    later(5);
    const { text } = await asked(desk, 'sources', READER);
    expect(text).toContain('1 of 1 cannot be read now.');
    expect(text).toContain('The site turns automated readers away (403)');
    expect(text).toContain('asked again in 15 minutes');
    site.pages.set('/feed', 410);
    later(30);
    await desk.poll();
    expect((await asked(desk, 'sources')).text).toMatch(/given up.*taken down for good.*not asked again/su);
  });

  it('keeps what the feed says of an article whose page is closed to it', async () => {
    const closed = aReport('/closed');
    const summary = closed.paragraphs.join(' ').slice(0, 300);
    site.pages.set(
      '/feed',
      feedOf(site.at, [closed], false).replace(
        /<description>.*?<\/description>/su,
        `<description>${summary}</description>`,
      ),
    );
    site.pages.set('/closed', 403);
    const desk = await open();
    expect((await asked(desk, `add ${site.at}/feed`)).text).toContain('1 article');
    expect((await asked(desk, 'latest')).text).toContain('Council votes on the closed');
  });

  it('tells of entries that could not be read, and tries again those that might be another time', async () => {
    site.pages.set('/feed', feedOf(site.at, [wall, ferry], false));
    site.pages.set('/ferry', 404);
    site.pages.set('/sea-wall', 500);
    const desk = await open();
    const { text } = await asked(desk, `add ${site.at}/feed`);
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

describe('a feed that anybody may have written', () => {
  it('is read in or refused without a fault, whatever it says, and shows no unsafe character', async () => {
    const desk = await open();
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...HOSTILE),
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, words, link) => {
        number += 1;
        const inside = (value: string) => `<![CDATA[${value.replaceAll(']]>', '')}]]>`;
        const long = `${words} `.repeat(20).slice(0, 4_000);
        site.pages.set(
          `/any-${number}`,
          `<?xml version="1.0"?><rss version="2.0"><channel><title>${inside(title)}</title><link>${inside(link)}</link><item><title>${inside(words)}</title><link>${inside(link)}</link><guid>${inside(title)}</guid><description>${inside(long)}</description></item></channel></rss>`,
        );
        const { answer, card } = await desk.reply(`add ${site.at}/any-${number}`, EDITOR);
        if (answer.kind === 'shortfall') expect(answer.code).toBe('refused');
        expect(plainText(card, { width: 100, colour: false })).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\u202e/u);
      }),
      { numRuns: 40 },
    );
    expect((await asked(desk, 'sources')).kind).toBe('found');
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

const HOSTILE = [
  '@everyone <!channel> <@U123>',
  '](https://evil.example) [x',
  '"; DROP TABLE sources; --',
  '<script>alert(1)</script><img src=x onerror=y>',
  'http://169.254.169.254/latest/',
  'javascript:alert(1)',
  '\u202Egnp.exe\u0007\u001b[31m',
  'remove 1\nadd http://10.0.0.1/ all',
  'x'.repeat(5_000),
  '{{7*7}} %s \\',
];

describe('the trail', () => {
  it('has every editors’ command that was carried out or refused, newest first, and the log has it too', async () => {
    site.pages.set('/feed', feedOf(site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${site.at}/feed`, EDITOR);
    await desk.replyToValues('remove', { source: '1' }, READER);
    await desk.reply('sources', READER);
    await desk.reply('add http://10.0.0.1/', EDITOR);
    expect(await desk.audit(10)).toMatchObject([
      { line: 'add http://10.0.0.1/', outcome: 'refused', said: expect.stringContaining('private address') },
      { who: { id: 'U2', name: 'Ben Ruiz', platform: 'slack' }, line: 'remove 1', outcome: 'refused' },
      {
        at: now.toISOString(),
        who: { id: 'U1', name: 'Ada Moss', platform: 'slack' },
        where: '#harbour',
        outcome: 'done',
        said: 'Followed: Harbor News',
      },
    ]);
    expect(logged.filter((line) => line.includes('an editors’ command'))).toHaveLength(3);
  });
});
