import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANYBODY, OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { aReport, feedOf, pageOf } from '../builders/a-news-site.ts';

import { aFollowWorld, EDITOR, ferry, READER } from './a-follow-world.ts';

const world = aFollowWorld();
const { open, later, asked } = world;

describe('a page that an editor adds', () => {
  it('is read in as one article, and the feed of its site is offered', async () => {
    world.site.pages.set('/news/ferry-to-run-again', pageOf(ferry, { feeds: ['/feed'] }));
    const desk = await open();
    const added = await asked(desk, `add ${world.site.at}/news/ferry-to-run-again`);
    expect(added.text).toContain('Read in');
    expect(added.text).toContain(`add ${world.site.at}/feed`);
    expect(await desk.sources()).toMatchObject([
      { kind: 'page', articles: 1, addedBy: { name: 'Ada Moss' } },
    ]);
    later(60 * 24);
    await desk.poll();
    expect(world.site.server.seen).toHaveLength(1);
  });

  it('is told of by its headline; of many pages the newest are', async () => {
    const desk = await open();
    for (let n = 1; n <= 12; n += 1) {
      const words = Array.from({ length: 60 }, (_, at) => `word${n}x${at}`).join(' ');
      const report = { path: '/x', title: `Report number ${n}`, paragraphs: [`On Monday the ${words}.`] };
      world.site.pages.set(`/news/report-number-${n}-of-many`, pageOf(report));
      expect((await asked(desk, `add ${world.site.at}/news/report-number-${n}-of-many`)).kind).toBe('found');
    }
    const { text } = await asked(desk, 'sources');
    expect(text).toContain('12 Report number 12');
    expect(text).not.toContain('2 Report number 2\n');
    expect(text).toContain('2 pages read in before');
    expect((await asked(desk, 'remove Report number 7')).text).toContain('No longer read: Report number 7');
  });

  it('is read again when it is added again: other words take the place of the first, which are kept', async () => {
    const address = `${world.site.at}/news/ferry-to-run-again`;
    world.site.pages.set('/news/ferry-to-run-again', pageOf(ferry));
    const desk = await open();
    await desk.reply(`add ${address}`, EDITOR);
    expect((await asked(desk, `add ${address}`)).text).toContain('Held already, in the same words');
    world.site.pages.set(
      '/news/ferry-to-run-again',
      pageOf(aReport('/ferry', { paragraphs: ['“We will sell it,” said Okafor.'] })),
    );
    expect((await asked(desk, `add ${address}`)).text).toContain('the older version is kept');
    expect(await desk.sources()).toHaveLength(1);
  });

  it.each(['/', '/news/', '/index.html'])(
    'is followed by its feed when it is a front page: %s',
    async (path) => {
      world.site.pages.set(
        path,
        pageOf(aReport('/front'), { feeds: ['/comments/feed', '/feed'], front: true }),
      );
      world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
      const desk = await open();
      const added = await asked(desk, `add ${world.site.at}${path}`);
      expect(added.text).toContain('Followed: Harbor News');
      expect(added.text).toContain(`add ${world.site.at}/comments/feed`);
      expect(await desk.sources()).toMatchObject([{ kind: 'feed', url: `${world.site.at}/feed` }]);
      expect((await asked(desk, `add ${world.site.at}${path}`)).text).toContain('Followed already');
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
    expect(world.site.server.seen).toEqual([]);
    expect(await desk.sources()).toEqual([]);
    expect(JSON.stringify([await desk.audit(5), world.logged])).not.toContain('hunter2');
  });

  it('a name that leads to a private address, at once or by a redirect, is never reached', async () => {
    world.site.pages.set('/feed', (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
    );
    const desk = await open();
    expect((await asked(desk, `add ${world.site.at}/feed`)).text).toMatch(/redirects elsewhere.*link-local/u);
    expect(await desk.sources()).toEqual([]);
  });

  it('a page without article and feed, data, and a feed that is none say so', async () => {
    world.site.pages.set('/empty', '<!doctype html><html><body><p>Hi.</p></body></html>');
    world.site.pages.set('/data.json', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}'),
    );
    world.site.pages.set('/gone', 410);
    const desk = await open();
    expect((await asked(desk, `add ${world.site.at}/data.json`)).text).toContain(
      'This is JSON, but not a feed.',
    );
    expect((await asked(desk, `add ${world.site.at}/gone`)).text).toContain('taken down for good (410)');
    expect((await asked(desk, `add ${world.site.at}/nowhere`)).text).toContain(
      'no page at this address (404)',
    );
    expect(await desk.sources()).toEqual([]);
  });

  it('a reader may look, and not change anything', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const desk = await open();
    for (const asker of [READER, ANYBODY]) {
      const { kind, text } = await asked(desk, `add ${world.site.at}/feed`, asker);
      expect([kind, text]).toEqual(['shortfall', expect.stringContaining('Only editors may use “add”')]);
    }
    expect(world.site.server.seen).toEqual([]);
    expect((await asked(desk, 'sources', READER)).text).toContain('no feed is followed');
    await desk.reply(`add ${world.site.at}/feed`, OWNER);
    expect((await asked(desk, 'remove 1', READER)).kind).toBe('shortfall');
    expect(await desk.sources()).toHaveLength(1);
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
        world.site.pages.set(
          `/any-${number}`,
          `<?xml version="1.0"?><rss version="2.0"><channel><title>${inside(title)}</title><link>${inside(link)}</link><item><title>${inside(words)}</title><link>${inside(link)}</link><guid>${inside(title)}</guid><description>${inside(long)}</description></item></channel></rss>`,
        );
        const { answer, card } = await desk.reply(`add ${world.site.at}/any-${number}`, EDITOR);
        if (answer.kind === 'shortfall') expect(answer.code).toBe('refused');
        expect(plainText(card, { width: 100, colour: false })).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\u202e/u);
      }),
      { numRuns: 40 },
    );
    expect((await asked(desk, 'sources')).kind).toBe('found');
    expect(world.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

describe('the trail', () => {
  it('has every editors’ command that was carried out or refused, newest first, and the log has it too', async () => {
    world.site.pages.set('/feed', feedOf(world.site.at, [ferry]));
    const desk = await open();
    await desk.reply(`add ${world.site.at}/feed`, EDITOR);
    await desk.replyToValues('remove', { source: '1' }, READER);
    await desk.reply('sources', READER);
    await desk.reply('add http://10.0.0.1/', EDITOR);
    expect(await desk.audit(10)).toMatchObject([
      { line: 'add http://10.0.0.1/', outcome: 'refused', said: expect.stringContaining('private address') },
      { who: { id: 'U2', name: 'Ben Ruiz', platform: 'slack' }, line: 'remove 1', outcome: 'refused' },
      {
        at: world.now.toISOString(),
        who: { id: 'U1', name: 'Ada Moss', platform: 'slack' },
        where: '#harbour',
        outcome: 'done',
        said: 'Followed: Harbor News',
      },
    ]);
    expect(world.logged.filter((line) => line.includes('an editors’ command'))).toHaveLength(3);
  });
});
