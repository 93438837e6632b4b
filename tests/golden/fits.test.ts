import { expect, it } from 'vitest';
import { renderParts } from '../../adapters/discord/draw/render-card.ts';
import { renderPictures } from '../../adapters/discord/draw/render-pictures.ts';
import { renderCard } from '../../adapters/slack/draw/render-card.ts';
import type { Block } from '../../src/kernel/card.ts';
import { storeButtonLines } from '../../src/render/lines-of-card.ts';
import { aHarbourDesk } from '../builders/a-harbour-desk.ts';
import { aQuotation, aSpeaker } from '../builders/a-quotation.ts';
import { anArticle } from '../builders/an-article.ts';
import { judgeMessage } from '../discord/peer/judge-payload.ts';
import { judgePayload } from '../slack/peer/judge-payload.ts';

/** A briefing of two hundred stories, with everything in them that has ever broken a message. */
async function aLongBriefing() {
  const { desk, archive } = await aHarbourDesk();
  for (let n = 1; n <= 200; n += 1) {
    const words = `Quay ${n} *will* hold <!channel> @everyone [for](https://evil.example) ${n} years ${'and more '.repeat(n)}.`;
    const headline = `Story ${n} <@U1> ${'long '.repeat(n % 40)}`;
    const body = `Report ${n} on quay ${n}: crews ${n} and ${n + 1} met.\n\n“${words}” Speaker ${n} said.`;
    const article = anArticle({
      headline,
      body,
      outlet: `Outlet ${n % 9} ${'&'.repeat(n % 60)}`,
      url: n % 3 ? `https://quay.example/${n}` : null,
      publishedAt: `2024-05-0${1 + (n % 3)}`,
    });
    await archive.writer.store(
      article,
      [aQuotation(body, words, { speaker: aSpeaker(`Speaker ${n} ${'of'.repeat(n)}`) })],
      new Date('2024-05-01T09:00:00Z'),
    );
  }
  const { card } = await desk.reply('brief since 2024-05-01');
  await desk.close();
  return card;
}

it('a briefing of two hundred stories passes both platforms’ judges, fits two messages of each, and says what it left out', async () => {
  const card = await aLongBriefing();
  expect(card.blocks.some((block) => block.kind === 'picture')).toBe(true);
  const tokens = await storeButtonLines(card, async (line) => `t${line.length}`);
  const pictures = new Map<Block, string>(card.blocks.map((block) => [block, 'F0PICTURE']));
  const slack = renderCard(card, { showing: { kind: 'direct' }, tokens, thread: null, pictures });
  for (const message of slack) expect(judgePayload(message, { surface: 'message' })).toEqual([]);
  const look = { share: 'none', above: null, tokenOf: () => 'token' } as const;
  const discord = renderParts(card, { ...look, pictures: await renderPictures(card) }, 5);
  for (const components of discord)
    expect(judgeMessage({ flags: 1 << 15, allowed_mentions: { parse: [] }, components })).toEqual([]);
  expect(slack.length).toBeLessThanOrEqual(2);
  expect(discord.length).toBeLessThanOrEqual(4);
  for (const drawn of [slack, discord]) expect(JSON.stringify(drawn)).toContain('more stories');
});
