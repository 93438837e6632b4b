import { afterAll, afterEach, beforeEach } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import { openHtmlWorker } from '../../src/ingest/html/open-html-worker.ts';
import type { Asker } from '../../src/kernel/asker.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { HARBOUR } from '../builders/a-harbour-desk.ts';
import { aReport, type NewsSite, openNewsSite } from '../builders/a-news-site.ts';

export const EDITOR: Asker = {
  id: 'U1',
  name: 'Ada Moss',
  editor: true,
  editors: 'an admin of this workspace',
  zone: null,
  country: null,
  at: { platform: 'slack', channel: 'C1', direct: false, name: '#harbour' },
};
export const READER: Asker = { ...EDITOR, id: 'U2', name: 'Ben Ruiz', editor: false };

export const ferry = aReport('/ferry');
export const wall = aReport('/sea-wall');

/** A news site on the network, and desks over one archive file, new for each test of the file that calls this. */
export function aFollowWorld() {
  // One worker for all desks: starting it is what takes the time.
  const html = openHtmlWorker();
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

  return {
    get site() {
      return site;
    },
    get folder() {
      return folder;
    },
    get now() {
      return now;
    },
    /** What the desks have logged in this test. */
    get logged(): readonly string[] {
      return logged;
    },
    open,
    start,
    later,
    asked,
    polls,
    /** Leaves desks that the test has closed alone. */
    forgetDesks: () => {
      opened = [];
    },
  };
}
