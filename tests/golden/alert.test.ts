import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeAlert } from '../../src/answer/watches/compose-alert.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { planAlerts } from '../../src/deliver/plan-alerts.ts';
import { fillDesk } from '../../src/desk/fill-desk.ts';
import { knownPeople } from '../../src/desk/read/known-people.ts';
import type { Card } from '../../src/kernel/card.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { openSampleDesk } from '../builders/a-desk.ts';
import { anAddress } from '../builders/a-watch.ts';
import { showDiscord } from './show-discord.ts';
import { showSlack } from './show-slack.ts';

const NOW = new Date('2026-03-11T16:00:00Z');
const EDITOR = {
  id: 'U0EDITOR',
  name: 'Ana',
  editor: true,
  editors: 'Ana',
  zone: null,
  country: null,
  at: anAddress(),
};
const WATCHES = ['watch by:Burns about narcotics', 'watch "bargaining chip"', 'watch Todd Robinson'];

const folder = temporaryFolder();
let card: Card;
/** The sample desk is watched before it is filled, so that all of its articles arrive. */
beforeAll(async () => {
  const archiveFile = join(folder.path, 'archive.sqlite');
  const { desk, close } = await openSampleDesk({ archiveFile });
  for (const line of WATCHES) await desk.reply(line, EDITOR);
  await fillDesk(desk);
  const archive = openSqliteArchive({ file: archiveFile });
  const people = knownPeople(await archive.directory.speakers(), desk.config.roster);
  const planned = await planAlerts({ archive, people, now: NOW });
  const claimed = await archive.deliveries.claim({
    owner: 'test',
    platforms: ['slack'],
    now: NOW,
    leaseUntil: new Date(NOW.getTime() + 60_000),
    busy: [],
    limit: 9,
  });
  const [delivery] = claimed;
  const composed =
    delivery?.payload.kind === 'alert'
      ? await composeAlert(delivery.payload, { archive, people, now: NOW })
      : null;
  await archive.close();
  await close();
  if (!composed || planned !== 1) throw new Error(`${planned} alerts were planned`);
  card = composed;
});
afterAll(() => folder.remove());

it('an alert reads as the golden text shows', async () => {
  await expect(`${plainText(card, { width: 100, colour: false })}\n`).toMatchFileSnapshot('alert.txt');
});

it('an alert reads in Slack as the golden text shows', async () => {
  await expect(`${await showSlack(card)}\n`).toMatchFileSnapshot('alert.slack.txt');
});

it('an alert reads in Discord as the golden text shows', async () => {
  await expect(`${await showDiscord(card)}\n`).toMatchFileSnapshot('alert.discord.txt');
});
