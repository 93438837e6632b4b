import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { logTo, readLocalConfig } from '../../adapters/process-deps.ts';
import { aCommandFolder, expectOneLine, REPORT } from './a-command-folder.ts';
import { runHere } from './run-here.ts';

const { folder, archive, write, remove } = aCommandFolder();
afterAll(remove);

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
