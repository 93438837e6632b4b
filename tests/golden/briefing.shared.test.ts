import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/desk/desk.ts';
import { readPages } from '../../src/ingest/read-pages.ts';
import type { Block } from '../../src/kernel/card.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { type OpenedDesk, openSampleDesk } from '../builders/a-desk.ts';
import { showDiscord } from './show-discord.ts';
import { showSlack } from './show-slack.ts';

// The clippings are not part of this project: they stand beside it where it is developed.
const FOLDER = fileURLToPath(new URL('../../../shared/clippings/', import.meta.url));
const present = existsSync(FOLDER);
if (!present) process.stderr.write('Skipped: there is no ../shared/clippings beside this clone.\n');

/** Who said what a briefing on the clippings may quote. */
const SAID: readonly (readonly [words: string, speaker: string])[] = [
  ['first remove the sanctions', 'Chuck Schumer'],
  ['sustained conversation', 'Nicholas Burns'],
  ['pointing fingers', 'Antony Blinken'],
  ['reductions in seizures', 'senior administration officials'],
  ['tangible results', 'Jake Sullivan'],
];

describe.skipIf(!present)('a briefing on the clippings', () => {
  const folder = temporaryFolder();
  let opened: OpenedDesk;
  let reply: Reply;
  const bodies: string[] = [];
  beforeAll(async () => {
    opened = await openSampleDesk({ archiveFile: join(folder.path, 'archive.sqlite') });
    for await (const page of readPages([FOLDER])) {
      if (page.kind !== 'article') continue;
      bodies.push(page.cleaned.article.body);
      await opened.desk.read(page.cleaned.article);
    }
    reply = await opened.desk.reply('brief since 2023-10-01');
  });
  afterAll(async () => {
    await opened.close();
    folder.remove();
  });
  const blocks = <K extends Block['kind']>(kind: K) =>
    reply.card.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

  it('tells of all six articles and dates only the one that states its day', () => {
    expect(reply.card.title).toMatch(/: 6 new stories since 1 Oct 2023$/);
    const cited = [
      ...blocks('story').map(({ source }) => source),
      ...blocks('quotation').flatMap(({ wordings }) => wordings.flatMap(({ printed }) => printed)),
    ];
    expect(blocks('story')).toHaveLength(5);
    const days = cited.map(({ headline, publishedAt }) => [
      headline.startsWith('US Senators See a Glimmer'),
      publishedAt,
    ]);
    expect(days.filter(([isDated, day]) => day !== (isDated ? '2023-10-10' : null))).toEqual([]);
  });

  it('quotes five people, each as the articles have it', () => {
    const quoted = blocks('quotation').map(({ speaker, wordings }) => ({
      speaker: speaker?.name,
      words: wordings[0].words,
    }));
    expect(quoted).toHaveLength(SAID.length);
    for (const [words, speaker] of SAID)
      expect(quoted.find((each) => each.words.includes(words))?.speaker, words).toBe(speaker);
    expect(quoted.filter(({ words }) => !bodies.some((body) => body.includes(words)))).toEqual([]);
  });

  it('gives the one figure on which two reports differ', () => {
    const rows = blocks('facts').flatMap((block) => block.rows);
    expect(rows.map(({ label, value }) => [label, value.match(/^\d+(?= \()/gmu)])).toEqual([
      ['individuals and entities', ['25', '28']],
    ]);
  });

  it.each([
    ['text', async () => plainText(reply.card, { width: Number.POSITIVE_INFINITY, colour: false })],
    ['Slack', () => showSlack(reply.card)],
    ['Discord', async () => (await showDiscord(reply.card)).replace(/\\(.)/gu, '$1')],
  ])('says nothing twice, as %s', async (_, show) => {
    const text = await show();
    const headlines = blocks('story').map(({ source }) => source.headline);
    const sentences = headlines
      .reduce((rest, headline) => rest.replaceAll(headline, ''), text)
      .split(/[.?!]["”]?\s|\n/u)
      .map((sentence) => sentence.replace(/[^\p{L}\p{N} ]/gu, '').trim())
      .filter((sentence) => sentence.split(' ').length > 6 && !/^outlet not stated/u.test(sentence));
    expect(sentences.length).toBeGreaterThan(15);
    expect(
      sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i && !/continued$/.test(sentence)),
    ).toEqual([]);
  });

  it('is one message and a thread at most in Slack', async () => {
    expect((await showSlack(reply.card)).match(/^── /gm)?.length).toBeLessThanOrEqual(2);
  });
});
