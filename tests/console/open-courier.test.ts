import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCourier } from '../../adapters/console/open-courier.ts';
import { type ProcessDeps, readLocalConfig } from '../../adapters/process-deps.ts';
import { startBot } from '../../adapters/start.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { OWNER } from '../../src/kernel/asker.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { aCard } from '../builders/a-card.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { openTerminal, type Terminal } from './open-terminal.ts';

const PROMPT = 'fentanyl> ';
const WORDS = 'We will keep talking until the boats run on time';
const KEY = '7@2026-03-11T08:00Z';
const since = new Date(0);

let open: OpenedDesk;
beforeAll(async () => {
  open = await openSampleDesk();
});
afterAll(() => open.close());

function courierOf({ print, output }: Terminal): Courier {
  if (!print) throw new Error('a terminal can be printed to');
  return openCourier({ print, output, env: { NO_COLOR: '1' } });
}

/** What a screen of so many columns shows of a terminal's output: the control sequences node:readline writes, carried out. */
function screenOf(raw: string, columns: number): string[] {
  const rows: string[] = [''];
  let [y, x] = [0, 0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told
  for (const [part] of raw.matchAll(/\u001B\[(\d*)([A-Za-z])|[^\u001B]|\u001B/gu)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told
    const [, n = '', what] = /^\u001B\[(\d*)([A-Za-z])$/u.exec(part) ?? [];
    const row = () => (rows[y] ?? '').padEnd(x);
    if (what === 'A') y = Math.max(0, y - Number(n || 1));
    else if (what === 'B') y += Number(n || 1);
    else if (what === 'G') x = Number(n || 1) - 1;
    else if (what === 'C') x += Number(n || 1);
    else if (what === 'D') x = Math.max(0, x - Number(n || 1));
    else if (what === 'J') rows.splice(y, rows.length, row().slice(0, x));
    else if (what === 'K') rows[y] = row().slice(0, x);
    else if (what !== undefined) continue;
    else if (part === '\n') [y, x] = [y + 1, 0];
    else if (part === '\r') x = 0;
    else {
      if (x === columns) [y, x] = [y + 1, 0];
      rows[y] = row().slice(0, x) + part + (rows[y] ?? '').slice(x + 1);
      x += 1;
    }
    while (rows.length <= y) rows.push('');
  }
  return rows.map((row) => row.trimEnd());
}

describe('a delivery to the terminal', () => {
  it('comes above what is being typed, which stays and can be sent off', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.type('who is Has');
    const courier = courierOf(terminal);
    expect(await courier.find(OWNER.at, KEY, since)).toEqual({ kind: 'absent' });
    expect(await courier.send(OWNER.at, aCard({ title: 'Harbour briefing' }), KEY)).toEqual({
      kind: 'sent',
      ref: KEY,
    });
    expect(await courier.find(OWNER.at, KEY, since)).toEqual({ kind: 'found', ref: KEY });
    const screen = screenOf(terminal.raw(), 80);
    expect(screen.filter((row) => row.startsWith(PROMPT))).toEqual([`${PROMPT}who is Has`]);
    expect(screen.findIndex((row) => row.includes(WORDS))).toBeGreaterThan(0);
    expect(screen.at(-1)).toBe(`${PROMPT}who is Has`);
    terminal.type('san\r');
    await terminal.until('Maggie Hassan');
    terminal.end();
    expect(await terminal.done).toBe(1);
  });

  it('leaves all of itself on the screen where what is typed fills several rows', async () => {
    const terminal = openTerminal({ desk: open.desk, columns: 40 });
    await terminal.until(PROMPT);
    const typed = `who said ${'sustained conversation '.repeat(5)}x`;
    terminal.type(typed);
    await terminal.until(`x`);
    await courierOf(terminal).send(OWNER.at, aCard({ title: 'Harbour briefing' }), KEY);
    const screen = screenOf(terminal.raw(), 40);
    const text = screen.join('\n');
    expect(text.replace(/\s+/gu, ' ')).toContain(WORDS);
    expect(screen.slice(-4).join('').replaceAll(' ', '')).toBe(`${PROMPT}${typed}`.replaceAll(' ', ''));
    expect(screen.filter((row) => row.startsWith(PROMPT))).toHaveLength(1);
    terminal.stop();
    await terminal.done;
  });

  it('waits for the answer that is being written, and does not stand in it', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    terminal.type('who said pointing fingers\r');
    await terminal.until('pointing fingers\r\n');
    await courierOf(terminal).send(OWNER.at, aCard({ title: 'Harbour briefing' }), KEY);
    const shown = stripVTControlCharacters(terminal.raw());
    expect(shown.indexOf('Harbour briefing')).toBeGreaterThan(shown.indexOf('Around it: context'));
    terminal.end();
    expect(await terminal.done).toBe(1);
  });

  it('is kept for later once the terminal is closed or cannot be written to', async () => {
    const terminal = openTerminal({ desk: open.desk });
    await terminal.until(PROMPT);
    const courier = courierOf(terminal);
    terminal.end();
    await terminal.done;
    const reason = 'The terminal is closed.';
    expect(await courier.send(OWNER.at, aCard(), KEY)).toEqual({ kind: 'later', afterMs: null, reason });
    expect(await courier.find(OWNER.at, KEY, since)).toEqual({ kind: 'absent' });
    const full = openCourier({
      print: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      output: terminal.output,
      env: {},
    });
    expect((await full.send(OWNER.at, aCard(), KEY)).kind).toBe('later');
  });
});

describe('a session without a terminal', () => {
  /** The bot over the archive of the desk at hand, with a briefing due at its terminal, and one typed line. */
  async function session(watched: boolean) {
    const opened = await openSampleDesk({ clock: () => new Date('2026-03-11T07:30:00Z') });
    await opened.desk.reply('schedule daily at 08:00 UTC latest', OWNER);
    const texts = { out: '', err: '' };
    const stream = (to: 'out' | 'err', isTTY: boolean) =>
      Object.assign(
        new Writable({
          decodeStrings: false,
          write: (chunk, _encoding, done) => {
            texts[to] += String(chunk);
            // The line is typed once what is due has been printed.
            if (to === 'err') stdin.end('who is Hassan\n');
            done();
          },
        }),
        { isTTY },
      );
    const stdin = new PassThrough();
    const around: ProcessDeps = {
      folder: opened.archiveFile,
      env: { VERBATIM_ARCHIVE: opened.archiveFile, NO_COLOR: '1', HOME: opened.archiveFile },
      stdin,
      stdout: stream('out', false),
      stderr: stream('err', watched),
      clock: () => new Date('2026-03-11T08:00:30Z'),
      random: () => 0.5,
      onEnd: () => () => {},
    };
    expect(readLocalConfig(around).platforms).toMatchObject([{ platform: { kind: 'local' } }]);
    if (!watched) stdin.end('who is Hassan\n');
    await startBot(around, {});
    const archive = openSqliteArchive({ file: opened.archiveFile });
    const delivery = await archive.deliveries.latest(1);
    await archive.close();
    await opened.close();
    return { ...texts, delivery };
  }

  it('answers on standard output alone, and shows deliveries to whoever watches standard error', async () => {
    const { out, err, delivery } = await session(true);
    expect(out).toMatch(/^> who is Hassan\n\nMaggie Hassan\n/);
    expect(out).not.toContain('Latest articles');
    expect(err).toContain('Latest articles');
    expect(delivery).toMatchObject({ state: 'sent' });
  });

  it('leaves deliveries for a terminal where nobody watches', async () => {
    const { out, err, delivery } = await session(false);
    expect(out).toMatch(/^> who is Hassan\n/);
    expect(err).toBe('');
    expect(delivery).toBeNull();
  });
});
