import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { OWNER } from '../../src/kernel/asker.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { openSampleDesk } from '../builders/a-desk.ts';
import { aReport, feedOf, type NewsSite, openNewsSite, pageOf } from '../builders/a-news-site.ts';

const FIRST =
  '“We will paint every lighthouse on this coast yellow before the herring come,” said Mayor Ines Okafor.';
const THEN =
  '“We will paint one lighthouse on this coast white before the herring come,” said Mayor Ines Okafor.';

let site: NewsSite;
let now = new Date('2024-05-06T07:00:00Z');

beforeAll(async () => {
  site = await openNewsSite();
});
afterAll(() => site.close());

/** A report as it was first, read in, and as it was corrected two days later. */
const WAYS: readonly (readonly [string, (desk: Desk, words: string) => Promise<void>])[] = [
  [
    'a page that was added again',
    async (desk, words) => {
      site.pages.set(
        '/news/paint-for-lighthouses-agreed',
        pageOf(aReport('/paint', { paragraphs: [words] })),
      );
      await desk.reply(`add ${site.at}/news/paint-for-lighthouses-agreed`, OWNER);
    },
  ],
  [
    'a feed that gives whole texts',
    async (desk, words) => {
      site.pages.set('/feed', feedOf(site.at, [aReport('/paint', { paragraphs: [words] })]));
      if (!(await desk.sources()).length) await desk.reply(`add ${site.at}/feed all`, OWNER);
      else await desk.poll();
    },
  ],
];

describe.each(WAYS)('a correction, by %s', (_, read) => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeAll(async () => {
    now = new Date('2024-05-06T07:00:00Z');
    const opened = await openSampleDesk({ net: site.net, clock: () => now });
    desk = opened.desk;
    close = opened.close;
    await read(desk, FIRST);
    now = new Date('2024-05-08T07:00:00Z');
    await read(desk, THEN);
  });
  afterAll(() => close());

  const asked = async (line: string) =>
    plainText((await desk.reply(line)).card, { width: 200, colour: false });

  it('is shown in its new words, and the answer says that they were others before', async () => {
    const text = await asked('who said lighthouse white before the herring');
    expect(text).toContain('We will paint one lighthouse on this coast white before the herring come');
    expect(text).toContain('this article was changed on 2024-05-08; an earlier version read otherwise');
  });

  it('leaves the earlier words to be found, as an earlier version’s', async () => {
    const { answer, card } = await desk.reply(
      'check "We will paint every lighthouse on this coast yellow before the herring come" by Okafor',
    );
    const text = plainText(card, { width: 200, colour: false });
    expect(answer).toMatchObject({ kind: 'found', verdict: 'exact' });
    expect(text).toContain('Exact: Ines Okafor is quoted in these words, in an earlier version');
    expect(text).toContain('in an earlier version (until 8 May 2024)');
    expect(text).toContain('The nearest that is printed today:');
    expect(text).toContain('We will paint one lighthouse on this coast white');
  });

  it('knows a claim that fits neither for altered', async () => {
    const { answer } = await desk.reply(
      'check "We will paint every lighthouse on this coast purple before the herring come" by Okafor',
    );
    expect(answer).toMatchObject({ kind: 'found', verdict: 'altered' });
  });

  it('lets a check of the new words pass as exact, and says that they were changed', async () => {
    const { answer, card } = await desk.reply(
      'check "We will paint one lighthouse on this coast white before the herring come" by Okafor',
    );
    expect(answer).toMatchObject({ kind: 'found', verdict: 'exact' });
    expect(plainText(card, { width: 200, colour: false })).toContain('an earlier version read otherwise');
  });
});
