import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aWebPage } from '../builders/a-web-page.ts';
import { aCommandFolder, expectOneLine, REPORT } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, remove } = aCommandFolder();
afterAll(remove);

describe('index', () => {
  it('reads files, folders and standard input, and says what became of each', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    writeFileSync(join(pages, 'ferry.txt'), REPORT);
    writeFileSync(join(pages, 'picture.png'), 'x');
    const own = join(folder, 'own.sqlite');
    const first = await runHere(['index', pages, '--outlet', 'Harbour Post', '--archive', own]);
    expect(first).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^1 added, 0 updated, 0 copies, 0 unchanged, 1 refused\n {2}refused picture\.png: .+\n$/u,
      ),
      err: '',
    });
    const again = await runHere(['index', join(pages, 'ferry.txt'), '-', '--archive', own], {
      input: REPORT.replace('boats', 'ships'),
    });
    expect(again.out).toBe('0 added, 0 updated, 1 copy, 1 unchanged, 0 refused\n');
    const said = await runHere(['ask', 'said Okafor', '--json', '--archive', own]);
    expect(JSON.parse(said.out).quotations[0]).toMatchObject({
      words: expect.stringContaining('We will keep talking until the'),
      speaker: { name: 'Ines Okafor' },
    });
  });

  it.each([
    ['a missing file', ['nowhere.txt'], 'no such file'],
    ['an address inside a network', ['http://10.0.0.1/a'], 'leads to a private address'],
  ])('leaves with 1 and one line when there is only %s', async (_name, paths, reason) => {
    const ran = await runHere(['index', ...paths, '--archive', join(folder, 'empty.sqlite')]);
    expect(ran.code).toBe(1);
    expectOneLine(ran);
    expect(ran.err).toContain(reason);
    expect(ran.out).toContain('0 added, 0 updated, 0 copies, 0 unchanged, 1 refused');
  });

  it('stops when asked to, with the article at hand read in, and goes on from there the next time', async () => {
    const many = join(folder, 'many.jsonl');
    const texts = ['ferry', 'crane', 'pilot', 'jetty'].map((word) =>
      REPORT.replaceAll(/\b\w{5,}\b/gu, `$&${word}`),
    );
    const line = (text: string, n: number) => JSON.stringify({ headline: `Report ${n}`, text });
    writeFileSync(many, texts.map(line).join('\n'));
    const own = join(folder, 'stopped.sqlite');
    const stopped = await runHere(['index', many, '--archive', own], {
      onEnd: (listener) => {
        setImmediate(() => setImmediate(listener));
        return () => {};
      },
    });
    expect(stopped.code).toBe(1);
    expect(stopped.err).toBe(
      'Stopped before the end. What was read in is kept: the same command again goes on where this one stopped.\n',
    );
    const [, read = ''] =
      /^(\d) added, 0 updated, 0 copies, 0 unchanged, 0 refused\n$/u.exec(stopped.out) ?? [];
    expect(['0', '1', '2', '3']).toContain(read);
    const again = await runHere(['index', many, '--archive', own]);
    expect(again).toMatchObject({
      code: 0,
      out: `${4 - Number(read)} added, 0 updated, 0 copies, ${read} unchanged, 0 refused\n`,
    });
  });

  it('reads a file of JSON lines larger than any text may be, a part at a time, and names a bad line by its number', async () => {
    const dump = join(folder, 'dump.jsonl');
    const filler = `{"filler":"${'x'.repeat(600_000)}"}\n`.repeat(40);
    writeFileSync(dump, `${filler}${JSON.stringify({ headline: 'Last', text: REPORT })}\n`);
    const ran = await runHere(['index', dump, '--archive', join(folder, 'dump.sqlite')]);
    expect(ran.out).toContain('1 added, 0 updated, 0 copies, 0 unchanged, 40 refused\n');
    expect(ran.out.match(/dump\.jsonl, line \d+/gu)).toEqual(
      Array.from({ length: 40 }, (_, at) => `dump.jsonl, line ${at + 1}`),
    );
  });

  it('takes an address for one file only: a second would take the place of the first', async () => {
    const ran = await runHere(['index', 'a.txt', 'b.txt', '--url', 'https://example.org/a']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectOneLine(ran);
  });
});

describe('clean', () => {
  it('gives each article with its lines and what each was taken for, and stores nothing', async () => {
    const { code, out } = await runHere(['clean', '-', '--json', '--url', 'https://harbour.example/ferry'], {
      input: REPORT,
    });
    expect(code).toBe(0);
    const [article, ...others] = JSON.parse(out).articles;
    expect(others).toEqual([]);
    expect(Object.keys(article)).toEqual(
      'headline outlet byline publishedAt publishedHow url language body lines'.split(' '),
    );
    expect(article).toMatchObject({
      headline: 'Ferry to run again by summer',
      url: 'https://harbour.example/ferry',
    });
    expect(article.lines[0]).toEqual({ line: 'Ferry to run again by summer', label: 'headline' });
  });

  it('shows an article to a reader when no JSON is asked for', async () => {
    const { out } = await runHere(['clean', '-'], { input: REPORT });
    expect(out).toMatch(/^Ferry to run again by summer\noutlet not stated · /u);
    expect(out).toContain('“We will keep talking until the boats run on time,”');
    const undated = await runHere(['clean', '-'], {
      input: REPORT.replace('Port Ellis, May 2, 2024\n\n', ''),
    });
    expect(undated.out.split('\n')[1]).toMatch(/^outlet not stated · date not stated(?:;|$)/u);
  });

  it('answers every JSON line that has an id, in order, and names the ones it cannot read', async () => {
    const lines = [
      { id: 7, text: REPORT, url: 'https://harbour.example/7' },
      { id: 'page', html: aWebPage({ headline: 'A second ferry' }), url: 'https://harbour.example/page' },
    ].map((entry) => JSON.stringify(entry));
    const { code, out, err } = await runHere(['clean', '-', '--jsonl'], {
      input: [lines[0], '', '{"id":', lines[1]].join('\n'),
    });
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 7, articles: [{ url: 'https://harbour.example/7' }] },
      {
        id: 'page',
        articles: [{ headline: 'A second ferry', language: 'en', url: 'https://harbour.example/page' }],
      },
    ]);
    expect(err).toBe('line 3: not valid JSON.\n');
  });

  it('reads a web page by its name, or when told to', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, aWebPage({ headline: 'A second ferry' }));
    const named = await runHere(['clean', file, '--json']);
    const told = await runHere(['clean', '-', '--type', 'html', '--json'], { input: readFileSync(file) });
    const [first, second] = [named, told].map(({ out }) => JSON.parse(out).articles[0]);
    expect(first).toMatchObject({
      headline: 'A second ferry',
      byline: 'Jon Aske',
      outlet: 'The Skarvik Herald',
    });
    expect(second).toEqual(first);
  });

  it('reads every entry of a feed as the feed gives it', async () => {
    const feed = `<rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link>
      <item><title>Crane moved</title><link>https://harbour.example/crane</link>
      <pubDate>Thu, 02 May 2024 09:00:00 +0200</pubDate><description>&lt;p&gt;The crane stands on the east quay.&lt;/p&gt;</description></item>
      <item><title>Pilots meet</title><link>https://harbour.example/pilots</link></item></channel></rss>`;
    const { code, out } = await runHere(['clean', '-', '--type', 'feed', '--json'], { input: feed });
    expect(code).toBe(0);
    expect(JSON.parse(out).articles).toMatchObject([
      {
        headline: 'Crane moved',
        outlet: 'Harbour News',
        publishedAt: expect.stringMatching(/^2024-05-02/u),
        url: 'https://harbour.example/crane',
        body: 'The crane stands on the east quay.',
      },
      { headline: 'Pilots meet', publishedAt: null, body: '' },
    ]);
  });

  it.each([
    ['html', '   ', 'it is empty'],
    ['html', '<p>x</p>', 'no article in it'],
    ['feed', '<p>x</p>', ''],
  ])('refuses what is no %s in one line', async (type, input, reason) => {
    const ran = await runHere(['clean', '-', '--type', type], { input });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expectOneLine(ran);
    expect(ran.err).toContain(`standard input: ${reason}`);
  });
});

describe('quotes', () => {
  it('takes raw text as it is: every offset cuts its words out of the input', async () => {
    const texts = [
      { id: 'a', text: `   ${REPORT}` },
      { id: 12, text: 'No quotation here.' },
    ];
    const { code, out, err } = await runHere(['quotes', '-', '--jsonl', '--raw'], {
      input: texts.map((entry) => JSON.stringify(entry)).join('\n'),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(['id', 'quotes']);
    const quote = first.quotes.find(({ kind }: { kind: string }) => kind === 'direct');
    expect(Object.keys(quote)).toEqual(['start', 'end', 'text', 'kind', 'speaker']);
    expect(texts[0]?.text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(texts[0]?.text.slice(quote.speaker.start, quote.speaker.end)).toBe(quote.speaker.text);
    expect(quote).toMatchObject({
      text: expect.stringContaining('keep talking'),
      speaker: { name: 'Ines Okafor' },
    });
    expect(second).toEqual({ id: 12, quotes: [] });
  });

  it('cleans a file first unless told not to, one line an article', async () => {
    const file = join(folder, 'ferry-report.txt');
    writeFileSync(file, `Advertisement\n\n${REPORT}\n`);
    const { out } = await runHere(['quotes', file]);
    expect(out.match(/\n/gu)).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      id: 'ferry-report.txt',
      quotes: expect.arrayContaining([
        expect.objectContaining({
          kind: 'direct',
          speaker: expect.objectContaining({ name: 'Ines Okafor' }),
        }),
      ]),
    });
  });

  it('names a line without an id or a text and goes on', async () => {
    const { code, out, err } = await runHere(['quotes', '-', '--jsonl', '--raw'], {
      input: '[]\n{"id":"x"}\n',
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('line 1: it is not a JSON object.\nline 2: it needs an id and a text.\n');
  });
});
