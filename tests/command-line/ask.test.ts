import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aCommandFolder, expectOneLine, REPORT } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, archive, write, remove } = aCommandFolder();
afterAll(remove);

describe('ask', () => {
  it('makes a new archive from the desk’s articles, says so, and answers in words', async () => {
    const first = await runHere(['ask', 'who said sustained conversation', '--archive', archive]);
    expect(first.err).toContain('Made a new archive');
    expect(first.code).toBe(0);
    expect(first.out).toContain('Nicholas Burns');
    const second = await runHere(['ask', 'who', 'said', 'sustained', 'conversation', '--archive', archive]);
    expect(second).toEqual({ ...first, err: '' });
  });

  it('leaves no archive behind when the one it makes cannot be filled', async () => {
    const place = join(folder, 'half-way');
    mkdirSync(place);
    const desk = write(
      'half-way/desk.yaml',
      [
        ...[
          'name: Harbour',
          'command: harbour',
          'summary: The harbour.',
          'zone: Europe/London',
          'try: [latest]',
        ],
        ...['examples: {}', 'roster: roster.yaml', 'articles: [ferry.txt]', 'archive: no/such/folder.sqlite'],
      ].join('\n'),
    );
    write('half-way/roster.yaml', '[]');
    write('half-way/ferry.txt', REPORT);
    const own = await runHere(['ask', 'latest', '--desk', desk]);
    expect(own.code).toBe(3);
    expectOneLine(own);
    const named = await runHere(['ask', 'said Okafor', '--desk', desk, '--archive', join(place, 'a.sqlite')]);
    expect(named).toMatchObject({ code: 0, out: expect.stringContaining('boats run on time') });
    expect(readdirSync(place).filter((name) => name.includes('sqlite'))).toEqual(['a.sqlite']);
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

  it('gives the verdict on a quotation, and leaves with 1 when it is not found', async () => {
    const check = async (claim: string) => {
      const { code, out } = await runHere(['ask', `check ${claim}`, '--json', '--archive', archive]);
      return { code, ...JSON.parse(out) };
    };
    expect(await check('"have a sustained conversation with us" by Burns')).toMatchObject({
      code: 0,
      kind: 'found',
      verdict: 'exact',
    });
    expect(await check('"have a sustained quarrel with us" by Burns')).toMatchObject({
      code: 0,
      verdict: 'altered',
      diff: [
        { kind: 'same', text: 'have a sustained' },
        { kind: 'struck', text: 'quarrel' },
        { kind: 'added', text: 'conversation' },
        { kind: 'same', text: 'with us' },
      ],
    });
    expect(await check('"zeppelins over the harbour" by Burns')).toMatchObject({
      code: 1,
      kind: 'nothing',
      verdict: 'not found',
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

  it('explains a line as the typed line it is understood as, and changes nothing', async () => {
    const explain = (line: string) => runHere(['ask', line, '--explain', '--archive', archive]);
    expect(await explain('what did Burns say about precursors since October 2023?')).toEqual({
      code: 0,
      out: 'said Burns about precursors since:2023-10-01\n',
      err: '',
    });
    expect(await explain('schedule weekdays at 8am brief')).toMatchObject({
      code: 0,
      out: 'schedule weekdays at 08:00 brief\n',
    });
    expect((await runHere(['schedules', '--archive', archive])).out).toContain('Nothing is scheduled');
    const wrong = await explain('who said');
    expect(wrong).toEqual(await runHere(['ask', 'who said', '--archive', archive]));
    expect((await runHere(['ask', 'latest', '--explain', '--json', '--archive', archive])).code).toBe(2);
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
