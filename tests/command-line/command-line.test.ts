import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkNode } from '../../adapters/command-line/doctor.ts';
import { logTo, readLocalConfig } from '../../adapters/start.ts';
import { type Ran, runHere } from './run-here.ts';

let folder: string;
let archive: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-command-'));
  archive = join(folder, 'archive.sqlite');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REPORT = [
  'Ferry to run again by summer',
  '',
  'Port Ellis, May 2, 2024',
  '',
  'The harbour council agreed on Thursday to buy a second ferry after a winter of cancelled crossings and long queues.',
  '',
  '“We will keep talking until the boats run on time,” said Mayor Ines Okafor, who chairs the council.',
  '',
  'Nobody on the quay believed it, and the vote was close: five members for it, four against it, one away.',
].join('\n');

/** One plain line on standard error, nothing else: no trace, no path of this code. */
function expectOneLine({ err }: Ran): void {
  expect(err).toMatch(/^[^\n]+[.!”)]\n$/u);
  expect(err).not.toMatch(/\bat \S+ \(|\.ts:|\.js:|node:|Error:/u);
}

describe('ask', () => {
  it('makes a new archive from the desk’s articles, says so, and answers in words', async () => {
    const first = await runHere(['ask', 'who said sustained conversation', '--archive', archive]);
    expect(first.err).toContain('Made a new archive');
    expect(first.code).toBe(0);
    expect(first.out).toContain('Nicholas Burns');
    const second = await runHere(['ask', 'who', 'said', 'sustained', 'conversation', '--archive', archive]);
    expect(second).toEqual({ ...first, err: '' });
  });

  it('prints exactly the contract’s JSON when it finds something', async () => {
    const { code, out, err } = await runHere([
      'ask',
      'who said sustained conversation',
      '--json',
      '--archive',
      archive,
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['kind', 'title', 'quotations', 'articles', 'more']);
    expect(answer.kind).toBe('found');
    const [first] = answer.quotations;
    expect(Object.keys(first)).toEqual(['words', 'speaker', 'confidence', 'kind', 'variants']);
    expect(first.speaker).toEqual({ name: 'Nicholas Burns', role: expect.any(String) });
    expect(first.variants.length).toBeGreaterThan(1);
    for (const variant of first.variants)
      expect(Object.keys(variant)).toEqual([
        'words',
        'outlet',
        'publishedAt',
        'headline',
        'url',
        'articleId',
      ]);
    const articles = JSON.parse(
      (await runHere(['ask', 'latest', '--json', '--archive', archive])).out,
    ).articles;
    expect(Object.keys(articles[0])).toEqual(['headline', 'outlet', 'publishedAt', 'url', 'extract']);
  });

  it('leaves with 1 when nothing is found, and says what was searched and what comes nearest', async () => {
    const { code, out } = await runHere(['ask', 'who said zyzzyva qwxk', '--json', '--archive', archive]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      kind: 'nothing',
      title: expect.any(String),
      quotations: [],
      articles: [],
      more: null,
      searched: expect.stringContaining('articles'),
      suggestions: expect.any(Array),
    });
  });

  it('leaves with 2 when the line is off: as JSON on standard output, in words on standard error', async () => {
    const json = await runHere(['ask', 'who said', '--json', '--archive', archive]);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({
      kind: 'shortfall',
      code: 'usage',
      quotations: [],
      more: null,
    });
    expect(Object.keys(JSON.parse(json.out))).toEqual([
      ...['kind', 'title', 'quotations', 'articles', 'more'],
      ...['code', 'say', 'example'],
    ]);
    const words = await runHere(['ask', 'who said', '--archive', archive]);
    expect({ code: words.code, out: words.out }).toEqual({ code: 2, out: '' });
    expect(words.err).toMatch(/^[^\n]+\n$/u);
  });

  it('answers the tokens of no platform: half a token in the settings does not stop it', async () => {
    const env = { SLACK_APP_TOKEN: 'nonsense', VERBATIM_ARCHIVE: archive };
    expect((await runHere(['ask', 'latest'], { env })).code).toBe(0);
  });

  it('reads the archive’s place from .env in the folder it runs in; what is set in the environment wins', async () => {
    const place = join(folder, 'with-settings');
    mkdirSync(place);
    writeFileSync(join(place, '.env'), `VERBATIM_ARCHIVE=${archive}\nVERBATIM_DESK=/nowhere.yaml\n`);
    const env = { VERBATIM_DESK: '' };
    expect(await runHere(['ask', 'latest'], { env, folder: place })).toMatchObject({ code: 0, err: '' });
    const other = await runHere(['ask', 'latest'], { folder: place });
    expect(other.code).toBe(3);
    expectOneLine(other);
  });
});

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
        /^1 added, 0 updated, 0 unchanged, 1 refused\n {2}refused picture\.png: .+\n$/u,
      ),
      err: '',
    });
    const again = await runHere(['index', join(pages, 'ferry.txt'), '-', '--archive', own], {
      input: REPORT.replace('boats', 'ships'),
    });
    expect(again.out).toBe('1 added, 0 updated, 1 unchanged, 0 refused\n');
    const said = await runHere(['ask', 'said Okafor', '--json', '--archive', own]);
    expect(JSON.parse(said.out).quotations[0]).toMatchObject({
      words: expect.stringContaining('We will keep talking until the'),
      speaker: { name: 'Ines Okafor' },
    });
  });

  it.each([
    ['a missing file', ['nowhere.txt'], 'no such file'],
    ['a web address', ['https://example.org/a'], 'not yet'],
  ])('leaves with 1 and one line when there is only %s', async (_name, paths, reason) => {
    const ran = await runHere(['index', ...paths, '--archive', join(folder, 'empty.sqlite')]);
    expect(ran.code).toBe(1);
    expectOneLine(ran);
    expect(ran.err).toContain(reason);
    expect(ran.out).toContain('0 added, 0 updated, 0 unchanged, 1 refused');
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
      'headline outlet byline publishedAt publishedHow url body lines'.split(' '),
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
  });

  it('answers every JSON line that has an id, in order, and names the ones it cannot read', async () => {
    const lines = [
      { id: 7, text: REPORT, url: 'https://harbour.example/7' },
      { id: 'page', html: '<p>later</p>' },
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
      { id: 'page', articles: [] },
    ]);
    expect(err).toBe('line 3: it is not JSON.\nline 4: not yet: html is not read, only text.\n');
  });

  it.each(['html', 'feed'])('refuses %s plainly', async (type) => {
    const ran = await runHere(['clean', '-', '--type', type], { input: '<p>x</p>' });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expectOneLine(ran);
    expect(ran.err).toContain('not yet');
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
    const [quote] = first.quotes;
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
      quotes: [{ speaker: { name: 'Ines Okafor' } }],
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

describe('manifest', () => {
  it('prints what Slack and Discord are told of the desk', async () => {
    const slack = await runHere(['manifest', 'slack']);
    expect(JSON.parse(slack.out).features.slash_commands[0].command).toBe('/fentanyl');
    const discord = await runHere(['manifest', 'discord']);
    expect(JSON.parse(discord.out)[0].name).toBe('fentanyl');
  });
});

describe('wrong usage', () => {
  it.each([
    [['frobnicate']],
    [['ask']],
    [['ask', 'latest', '--frobnicate']],
    [['index']],
    [['clean']],
    [['clean', 'a', 'b']],
    [['clean', '-', '--json', '--jsonl']],
    [['clean', '-', '--type', 'pdf']],
    [['quotes']],
    [['manifest']],
    [['manifest', 'teams']],
    [['index', 'a', '--published', '2023-02-31']],
    [['index', 'a', '--url', 'javascript:alert(1)']],
  ])('%j leaves with 2 and one plain line', async (argv) => {
    const ran = await runHere(argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectOneLine(ran);
  });

  it('shows the help, on standard output only when it was asked for', async () => {
    expect(await runHere(['help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('verbatim'),
      err: '',
    });
    expect(await runHere(['ask', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--json'),
    });
    expect(await runHere([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage') });
  });
});

describe('faults', () => {
  it.each([
    [
      'a damaged archive',
      () => write('damaged.sqlite', 'no archive at all, but long enough to look at. '.repeat(50)),
    ],
    ['a folder in place of the archive', () => folder],
    ['an archive in no folder', () => join(folder, 'no', 'such', 'folder.sqlite')],
  ])('%s: one plain line, exit code 3', async (_name, file) => {
    for (const argv of [['ask', 'latest'], ['index', '-'], ['start']]) {
      const ran = await runHere([...argv, '--archive', file()], { input: REPORT });
      expect(ran.code).toBe(3);
      expectOneLine(ran);
    }
  });

  it.each([
    ['missing', () => join(folder, 'no-desk.yaml')],
    ['no YAML', () => write('broken.yaml', '{{{')],
    ['without its keys', () => write('poor.yaml', 'name: Harbour\n')],
  ])('a desk file that is %s: one plain line, exit code 3', async (_name, file) => {
    const ran = await runHere(['ask', 'latest', '--desk', file(), '--archive', archive]);
    expect(ran.code).toBe(3);
    expectOneLine(ran);
  });

  it('a file that may not be read is refused by name', async () => {
    const secret = write('secret.txt', REPORT);
    chmodSync(secret, 0o000);
    const ran = await runHere(['clean', secret]);
    // Root reads everything.
    if (process.getuid?.() !== 0) {
      expect(ran.code).toBe(1);
      expectOneLine(ran);
    } else expect(ran.code).toBe(0);
  });

  it('half a token: start says which setting, and no value of it', async () => {
    const env = { SLACK_BOT_TOKEN: 'xapp-1-very-secret-value', DISCORD_GUILD_ID: 'no-id' };
    const ran = await runHere(['start'], { env });
    expect(ran.code).toBe(3);
    expectOneLine(ran);
    expect(ran.err).toContain('SLACK_BOT_TOKEN');
    expect(ran.err).not.toContain('very-secret');
  });
});

describe('the log', () => {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough() };
  const around = (env: Record<string, string>, shown: string[]) => ({
    ...streams,
    folder,
    env,
    stderr: new PassThrough().on('data', (chunk) => shown.push(String(chunk))),
    clock: () => new Date('2026-03-11T16:00:00Z'),
    random: () => 0.5,
    onEnd: () => () => {},
  });

  it('of a command notes what went wrong in a file of the user’s own, where a reference can be looked up', () => {
    const shown: string[] = [];
    const here = around({ XDG_STATE_HOME: folder }, shown);
    const log = logTo(here, readLocalConfig(here), false);
    log.info('started');
    log.error({ ref: 'ABC234' }, 'a question could not be answered');
    const file = join(folder, 'verbatim', 'log');
    expect(readFileSync(file, 'utf8')).toMatch(/^\{[^\n]*"ref":"ABC234"[^\n]*\}\n$/u);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(shown).toEqual([]);
  });

  it('goes to standard error where VERBATIM_LOG asks for it', () => {
    const shown: string[] = [];
    const here = around({ VERBATIM_LOG: 'info' }, shown);
    logTo(here, readLocalConfig(here), false).info('started');
    expect(shown.join('')).toContain('"msg":"started"');
  });
});

describe('tokens that platforms refuse', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const discord = request.url?.includes('/v10/');
      response.writeHead(discord ? 401 : 200, { 'content-type': 'application/json' });
      const slack = request.url?.startsWith('/good/')
        ? { ok: true, team: 'Harbour', user: 'verbatim', user_id: 'U1', bot_id: 'B1' }
        : { ok: false, error: 'invalid_auth' };
      response.end(JSON.stringify(discord ? { message: '401: Unauthorized', code: 0 } : slack));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.closeIdleConnections());
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const tokens = () => ({
    VERBATIM_ARCHIVE: archive,
    VERBATIM_LOG: 'silent',
    SLACK_BOT_TOKEN: 'xoxb-1-very-secret-value',
    SLACK_SIGNING_SECRET: 'very-secret-too',
    SLACK_PORT: '0',
    SLACK_API_URL: `${base}/api/`,
    DISCORD_TOKEN: 'very.secret.three',
    DISCORD_API_URL: `${base}/api`,
  });

  it('start names each on a line of its own with what to do, and leaves with 3', async () => {
    const ran = await runHere(['start'], { env: tokens() });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(/^[^\n]*SLACK_BOT_TOKEN[^\n]*\n[^\n]*DISCORD_TOKEN[^\n]*\n$/u);
    expect(ran.err).not.toContain('secret-value');
    expect(ran.err).not.toContain('secret.three');
  });

  it('start leaves a platform that did start when the other refuses', async () => {
    const env = { ...tokens(), SLACK_API_URL: `${base}/good/` };
    const ran = await runHere(['start'], { env });
    expect(ran.code).toBe(3);
    expectOneLine(ran);
    expect(ran.err).toContain('DISCORD_TOKEN');
  });

  it('start says where it runs, and closes everything when it is asked to end', async () => {
    const { DISCORD_TOKEN: _, ...env } = { ...tokens(), SLACK_API_URL: `${base}/good/` };
    let end = () => {};
    const ran = await runHere(['start'], {
      env,
      onEnd: (listener) => {
        end = listener;
        return () => {};
      },
      onErr: () => end(),
    });
    expect(ran).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Slack: @verbatim in Harbour, [^\n]+\n$/u),
    });
  });

  it('doctor tries them, says what to do for each, and leaves with 1', async () => {
    const ran = await runHere(['doctor'], { env: tokens() });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}Slack: .*SLACK_BOT_TOKEN/mu);
    expect(ran.out).toMatch(/^WRONG {2}Discord: .*Reset Token/mu);
    expect(ran.out).toMatch(/^ok {5}archive: /mu);
    expect(ran.out + ran.err).not.toMatch(/secret-value|secret-too|secret\.three/u);
  });
});

describe('doctor', () => {
  it('finds all well on a sound archive', async () => {
    const ran = await runHere(['doctor', '--archive', archive]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe('All is well.');
  });

  it('names what is wrong with the settings, the desk and the archive, all in one go', async () => {
    const before = readdirSync(folder).length;
    const ran = await runHere(['doctor', '--archive', join(folder, 'nothing-there.sqlite')], {
      env: { DISCORD_GUILD_ID: 'no-id' },
    });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}settings: .*DISCORD_GUILD_ID/mu);
    expect(ran.out).toMatch(/^WRONG {2}archive: .*verbatim index/mu);
    expect(readdirSync(folder)).toHaveLength(before);
  });

  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['26.1.0', true],
  ])('takes Node.js %s as new enough: %s', (version, well) => {
    expect(checkNode(version)).toMatchObject({ well });
  });

  it('names a damaged archive', async () => {
    const file = write('rotten.sqlite', readFileSync(archive).subarray(0, 20_000));
    const ran = await runHere(['doctor', '--archive', file]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^WRONG {2}archive: /mu);
  });
});

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
