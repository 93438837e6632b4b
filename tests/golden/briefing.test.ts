import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Card } from '../../src/kernel/card.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { showDiscord } from './show-discord.ts';
import { showSlack } from './show-slack.ts';

let opened: OpenedDesk;
let card: Card;
beforeAll(async () => {
  opened = await openSampleDesk();
  card = (await opened.desk.reply('brief since 2023-10-01')).card;
});
afterAll(() => opened.close());

it('a briefing reads as the golden text shows', async () => {
  await expect(`${plainText(card, { width: 100, colour: false })}\n`).toMatchFileSnapshot('briefing.txt');
});

it('a briefing reads in Slack as the golden text shows', async () => {
  await expect(`${await showSlack(card)}\n`).toMatchFileSnapshot('briefing.slack.txt');
});

it('a briefing reads in Discord as the golden text shows', async () => {
  await expect(`${await showDiscord(card)}\n`).toMatchFileSnapshot('briefing.discord.txt');
});
