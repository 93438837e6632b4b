import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToHistory, HISTORY_SIZE, readHistory } from '../../adapters/console/keep-history.ts';
import { startConsole } from '../../adapters/console/start-console.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { openTerminal } from './open-terminal.ts';

const PIPE = { width: Number.POSITIVE_INFINITY, colour: false };

const PROMPT = 'fentanyl> ';

const KEY = { up: '\u001B[A', tab: '\t', ctrlC: '\u0003', ctrlD: '\u0004', enter: '\r' };

let open: OpenedDesk;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-console-'));
  open = await openSampleDesk();
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function answers(typed: string): Promise<string> {
  const pipe = openTerminal({ desk: open.desk, isTTY: false });
  pipe.paste(typed);
  pipe.end();
  await pipe.done;
  return pipe.raw();
}

describe('lines from a pipe', () => {
  it('answers every example of every command, each under its line and as the desk says it', async () => {
    // Watches are changed by being asked for twice; they have a test of their own.
    const lookups = open.desk.commands.filter(({ editors, name }) => !editors && !name.includes('watch'));
    const examples = lookups.flatMap((command) => command.examples);
    expect(examples.length).toBeGreaterThan(5);
    const parts: string[] = [];
    for (const example of examples) {
      const { answer, card } = await open.desk.reply(example);
      expect(answer.kind, example).toBe('found');
      const text = plainText(card, PIPE);
      if (answer.kind === 'found')
        for (const { quotation } of answer.evidence.utterances.flatMap(({ wordings }) =>
          wordings.slice(0, 1),
        ))
          expect(text).toContain(quotation.words);
      parts.push(`> ${example}\n\n${text}\n`);
    }
    expect(await answers(examples.join('\n'))).toBe(parts.join('\n'));
  });

  it('skips blank lines, and answers the last line though no line break ends it', async () => {
    const shown = await answers('\n  \r\nlatest\r\n\n\nhelp');
    expect(shown.match(/^> .*$/gmu)).toEqual(['> latest', '> help']);
  });

  it('uses no colour and no control character, whatever is typed', async () => {
    const shown = await answers('who said bargaining chip\n\u001B[31mred\u0007 \u202Eevil\n');
    expect(shown.replace(/\n/gu, '')).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
  });

  it('says how much of a very long line it does not repeat, and still answers it', async () => {
    const shown = await answers(`${'word '.repeat(2_000)}\nlatest\n`);
    expect(shown).toMatch(/^> word .*… and 9,?\d+ more characters$/mu);
    expect(shown).toContain('> latest');
  });

  it('leaves at quit and answers nothing after it', async () => {
    const shown = await answers('latest\nquit\nhelp\n');
    expect(shown.match(/^> .*$/gmu)).toEqual(['> latest']);
  });

  it('ends without a fault when nobody reads any more', async () => {
    const input = new PassThrough();
    let writes = 0;
    const output = new Writable({
      write(_chunk, _encoding, done) {
        writes += 1;
        done(writes > 1 ? Object.assign(new Error('closed'), { code: 'EPIPE' }) : null);
      },
    });
    const running = startConsole({ desk: open.desk, input, output, env: {}, historyFile: null });
    input.end('latest\n'.repeat(50));
    expect(await running.done).toBe(1);
  });

  it('fails with the stream’s own error when the answer cannot be written', async () => {
    const input = new PassThrough();
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    const running = startConsole({ desk: open.desk, input, output, env: {}, historyFile: null });
    input.end('latest\n');
    await expect(running.done).rejects.toMatchObject({ code: 'ENOSPC' });
  });

  it('fails plainly when the lines cannot be read', async () => {
    const input = new PassThrough();
    const running = startConsole({
      desk: open.desk,
      input,
      output: new PassThrough(),
      env: {},
      historyFile: null,
    });
    input.destroy(Object.assign(new Error('broken'), { code: 'EIO' }));
    await expect(running.done).rejects.toMatchObject({ code: 'input-unreadable' });
  });

  it('stops while its input is still open', async () => {
    const pipe = openTerminal({ desk: open.desk, isTTY: false });
    pipe.paste('latest\n');
    await pipe.until('> latest');
    pipe.stop();
    expect(await pipe.done).toBe(1);
  });
});

describe('a conversation at a terminal', () => {
  it('greets with what the desk holds and its three lines to try, then asks', async () => {
    const terminal = openTerminal({ desk: open.desk });
    const shown = await terminal.until(PROMPT);
    for (const line of open.desk.config.tryLines) expect(shown).toContain(`  ${line}\n`);
    terminal.end();
    expect(await terminal.done).toBe(0);
  });

  it('answers in colour, wrapped to the window as it is now', async () => {
    const terminal = openTerminal({ desk: open.desk, columns: 60 });
    await terminal.until(PROMPT);
    terminal.resize(40);
    terminal.type(`who said bargaining chip${KEY.enter}`);
    await terminal.until('Around it');
    expect(terminal.raw()).toContain('\u001B[1mWho said');
    const answer = terminal.shown().split('Who said “bargaining chip”')[1] ?? '';
    for (const line of answer.split('\n').filter((each) => !each.includes('context ')))
      expect(line.trimEnd().length).toBeLessThanOrEqual(40);
    terminal.type(KEY.ctrlD);
    expect(await terminal.done).toBe(1);
  });

  it('has no colour where NO_COLOR asks for none', async () => {
    const terminal = openTerminal({ desk: open.desk, env: { NO_COLOR: '1' } });
    terminal.type(`latest${KEY.enter}${KEY.ctrlD}`);
    await terminal.done;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such sequences
    expect(terminal.raw()).not.toMatch(/\u001B\[\d*m/u);
  });

  it('answers lines pasted together in their order, then asks once more', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.paste('who is Hassan\rwho said pointing fingers\rlatest\rquit\r');
    expect(await terminal.done).toBe(3);
    const shown = terminal.shown();
    const places = ['Maggie Hassan\n', 'Who said “pointing fingers”', 'atest articles'].map((text) =>
      shown.indexOf(text),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('completes commands, people and filters at Tab', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.type(`sai${KEY.tab}`);
    await terminal.until(`${PROMPT}said `);
    terminal.type(`Schu${KEY.tab}`);
    await terminal.until(`${PROMPT}said Chuck Schumer`);
    terminal.type(KEY.enter);
    await terminal.until('Chuck Schumer, ');
    terminal.end();
    expect(await terminal.done).toBe(1);
  });

  it('clears the line at Ctrl-C, and leaves at the second Ctrl-C on an empty line', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.type('who said nonsense');
    await terminal.until('nonsense');
    terminal.type(KEY.ctrlC);
    await terminal.until(PROMPT, 2);
    terminal.type(`help${KEY.enter}`);
    await terminal.until('help');
    terminal.type(KEY.ctrlC);
    await terminal.until('once more');
    terminal.type(KEY.ctrlC);
    expect(await terminal.done).toBe(1);
    expect(terminal.shown()).not.toContain('nonsensehelp');
  });

  it('ends when the process is asked to', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.stop();
    expect(await terminal.done).toBe(0);
  });
});

describe('what was typed before', () => {
  it('comes back with the arrow key in the next conversation, from a file only its owner reads', async () => {
    const historyFile = join(folder, 'state', 'verbatim', 'history');
    const before = openTerminal({ desk: open.desk, historyFile });
    before.type(`who is Hassan${KEY.enter}latest${KEY.enter}${KEY.ctrlD}`);
    await before.done;
    expect(readFileSync(historyFile, 'utf8')).toBe('who is Hassan\nlatest\n');
    expect(statSync(historyFile).mode & 0o077).toBe(0);
    const after = openTerminal({ desk: open.desk, historyFile });
    await after.until(PROMPT);
    after.type(KEY.up + KEY.up);
    await after.until(`${PROMPT}who is Hassan`);
    after.type(KEY.enter);
    await after.until('Maggie Hassan');
    after.end();
    expect(await after.done).toBe(1);
  });

  it('does not matter when it can be neither read nor written', async () => {
    const terminal = openTerminal({ desk: open.desk, historyFile: join(open.archiveFile, 'no', 'folder') });
    terminal.type(`latest${KEY.enter}${KEY.ctrlD}`);
    expect(await terminal.done).toBe(1);
  });

  it('is each line once, the newest first, and the file does not grow for ever', async () => {
    const file = join(folder, 'long-history');
    writeFileSync(file, 'old\n'.repeat(3 * HISTORY_SIZE));
    await addToHistory(file, 'new');
    await addToHistory(file, 'old');
    expect(await readHistory(file)).toEqual(['old', 'new']);
    expect(readFileSync(file, 'utf8')).toBe('new\nold\n');
  });
});
