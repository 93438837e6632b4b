import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asker, OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { openSampleDesk } from '../builders/a-desk.ts';
import { aReport, feedOf, type NewsSite, openNewsSite, pageOf } from '../builders/a-news-site.ts';

const READER: Asker = {
  ...OWNER,
  id: 'U2',
  name: 'Ben Ruiz',
  editor: false,
  editors: 'an admin of this workspace',
};

let site: NewsSite;
beforeAll(async () => {
  site = await openNewsSite();
});
afterAll(() => site.close());

it('an editor changes what the desk reads, as the golden transcript shows', async () => {
  let now = new Date('2026-03-11T16:00:00Z');
  const { desk, close } = await openSampleDesk({ net: site.net, clock: () => now });
  const chemicals = 'The port said on Monday that it opens every crate of precursor chemicals now.';
  const crates = aReport('/crates', {
    title: 'Port opens every crate',
    day: '2026-03-09',
    paragraphs: [chemicals],
  });
  const choir = aReport('/choir', { title: 'Choir looks for basses', day: '2026-03-10' });
  site.pages.set('/', pageOf(aReport('/front'), { feeds: ['/feed', '/comments/feed'], front: true }));
  site.pages.set('/feed', feedOf(site.at, [choir, crates]));
  site.pages.set('/news/how-the-choir-was-saved', pageOf(choir, { feeds: ['/feed'] }));
  site.pages.set('/broken', 403);
  const spoken: string[] = [];
  const say = async (line: string, asker: Asker = OWNER) => {
    const { card } = await desk.reply(line, asker);
    const text = plainText(card, { width: 100, colour: false }).trimEnd();
    const who = asker.editor ? '' : ' (a reader)';
    // The test's server has another port every time.
    spoken.push(
      `>${who} ${line}\n\n${text}\n`.replaceAll(/harbor-news\.example:\d+/gu, 'harbor-news.example'),
    );
  };
  try {
    await say('sources');
    await say(`add ${site.at}/`, READER);
    await say(`add ${site.at}/`);
    await say(`add ${site.at}/feed`);
    await say(`add ${site.at}/news/how-the-choir-was-saved`);
    await say(`add ${site.at}/broken`);
    await say('add http://169.254.169.254/latest/meta-data/');
    await say('add the choir');
    site.pages.set('/feed', 503);
    now = new Date('2026-03-11T16:30:00Z');
    await desk.poll();
    now = new Date('2026-03-11T18:00:00Z');
    await say('what do you read?', READER);
    await say('remove choir');
    await say('remove Harbor News');
    await say('remove Harbor News');
    await expect(spoken.join('\n')).toMatchFileSnapshot('sources.txt');
  } finally {
    await close();
  }
});
