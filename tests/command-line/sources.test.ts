import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aReport, feedOf, type NewsSite, openNewsSite, pageOf } from '../builders/a-news-site.ts';
import { aCommandFolder, expectOneLine } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, write, remove } = aCommandFolder();
let site: NewsSite;
let archive: string;
let archives = 0;

beforeAll(async () => {
  site = await openNewsSite();
  write('roster.yaml', '[]');
  write(
    'desk.yaml',
    '{ name: Harbour, command: harbour, summary: The harbour., zone: UTC, try: [latest], examples: {}, roster: roster.yaml, articles: [], archive: own.sqlite, topic: [ferry] }',
  );
});
afterAll(async () => {
  await site.close();
  remove();
});
beforeEach(() => {
  site.pages.clear();
  archives += 1;
  archive = join(folder, `${archives}.sqlite`);
});

const run = (...line: string[]) =>
  runHere([...line, '--archive', archive, '--desk', join(folder, 'desk.yaml')], { net: site.net });
const [ferry, wall] = [aReport('/ferry'), aReport('/sea-wall')];

describe('index with an address', () => {
  it('reads every article of a feed in once, with what was refused and why, and follows nothing', async () => {
    site.pages.set('/feed', feedOf(site.at, [aReport('/closed'), wall, ferry], false));
    site.pages.set('/ferry', pageOf(ferry));
    site.pages.set('/sea-wall', pageOf(wall));
    site.pages.set('/closed', 403);
    const ran = await run('index', `${site.at}/feed`);
    expect(ran).toEqual({
      code: 0,
      out: `2 added, 0 updated, 0 copies, 0 unchanged, 1 refused\n  refused ${site.at}/closed: The site turns automated readers away (403)\n`,
      err: '',
    });
    expect((await run('index', `${site.at}/feed`)).out).toContain(
      '0 added, 0 updated, 0 copies, 2 unchanged',
    );
    expect((await run('sources')).out).toContain('no feed is followed');
  });

  it('reads a page in as its article, with the outlet and day that were given', async () => {
    site.pages.set('/news/ferry-to-run-again', pageOf(ferry));
    const address = `${site.at}/news/ferry-to-run-again`;
    const ran = await run('index', address, '--outlet', 'Coast Daily', '--published', '2024-05-02');
    expect(ran.out).toBe('1 added, 0 updated, 0 copies, 0 unchanged, 0 refused\n');
    const { articles } = JSON.parse((await run('ask', 'latest', '--json')).out);
    expect(articles).toMatchObject([
      { headline: ferry.title, outlet: 'Coast Daily', publishedAt: '2024-05-02', url: address },
    ]);
  });

  it.each([
    ['http://169.254.169.254/', /cloud machines keep their metadata/u],
    ['http://127.0.0.1/', /this machine itself/u],
    ['http://nowhere.example/feed', /could not be looked up/u],
  ])('refuses %s with a plain reason', async (address, reason) => {
    const ran = await run('index', address);
    expect(ran.code).toBe(1);
    expectOneLine(ran);
    expect(ran.err).toMatch(reason);
  });

  it('stops at once when asked to, also while a site keeps it waiting', async () => {
    let stop: () => void = () => {};
    site.pages.set('/feed', feedOf(site.at, [wall, ferry], false));
    site.pages.set('/ferry', pageOf(ferry));
    site.pages.set('/sea-wall', () => stop());
    const ran = await runHere(
      ['index', `${site.at}/feed`, '--archive', archive, '--desk', join(folder, 'desk.yaml')],
      {
        net: site.net,
        onEnd: (listener) => {
          stop = listener;
          return () => {};
        },
      },
    );
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('1 added, 0 updated, 0 copies, 0 unchanged, 0 refused');
    expect(ran.err).toContain('Stopped before the end.');
  });

  it('notes what was left off an article that was read in, and refuses nothing', async () => {
    const page = write(
      'ferry.json',
      JSON.stringify({ headline: 'Ferry', url: 'ftp://x/', text: ferry.paragraphs.join('\n') }),
    );
    expect(await run('index', page)).toEqual({
      code: 0,
      out: '1 added, 0 updated, 0 copies, 0 unchanged, 0 refused\n  note ferry.json: kept without its link: “ftp://x/” is no http or https address\n',
      err: '',
    });
  });
});

describe('add, sources, remove and audit', () => {
  it('follow a feed, show it, let it go, and tell who did', async () => {
    site.pages.set('/feed', feedOf(site.at, [wall, ferry]));
    const added = await run('add', `${site.at}/feed`);
    expect(added.code).toBe(0);
    expect(added.out).toContain('1 article, 1 left out, off the topic');
    expect((await run('sources')).out).toMatch(/1 Harbor News\s+RSS feed · 1 article · answered just now/u);
    expect((await run('doctor')).out).toMatch(/ok {5}source 1: Harbor News: RSS feed/u);
    expect((await run('remove', '1')).out).toContain('No longer read: Harbor News');
    expect((await run('add', `${site.at}/feed`, 'all')).out).toContain('1 article, 1 held already');
    const refused = await run('add', 'http://10.1.2.3/feed');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expectOneLine(refused);
    const trail = await run('audit');
    expect(
      trail.out
        .trim()
        .split('\n')
        .map((line) => line.replace(/^\S+ /u, '')),
    ).toEqual([
      expect.stringMatching(
        /^refused the owner of this machine \(console owner, this terminal\): add http:\/\/10\.1\.2\.3\/feed → /u,
      ),
      expect.stringContaining('feed all → Followed: Harbor News'),
      expect.stringContaining('remove 1 → No longer read: Harbor News'),
      expect.stringMatching(/^done .*: add \S+\/feed → Followed: Harbor News$/u),
    ]);
  });
});
