import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/desk.ts';

import { aBriefDesk, at, blocksOf, filler } from './a-brief-desk.ts';

const opened = aBriefDesk();
const { report, brief } = opened;

describe('brief', () => {
  it('gives what was published since a day, or read in since where no day is stated', async () => {
    await report('Old', [filler(1)], { given: { publishedAt: '2024-04-30' } });
    await report('New', [filler(2)]);
    await report('Undated and new', [filler(3)], { given: { publishedAt: null } });
    await report('Undated and old', [filler(4)], {
      given: { publishedAt: null },
      readIn: new Date('2024-04-29T12:00:00Z'),
    });
    const { text } = await brief();
    expect(text).toContain('Harbour desk: 2 new stories since 1 May 2024');
    expect(text).toContain('2 articles from 1 outlet: 1 dated 2 May 2024 and 1 without a stated date.');
    expect(text).not.toMatch(/Old|and old/);
  });

  it('gives, for a stretch of reading in, exactly what was read in then, whatever its day', async () => {
    await report('Before', [filler(1)], { readIn: at('2T08:00:00') });
    await report('Within', [filler(2)], { readIn: at('2T09:00:00'), given: { publishedAt: '2023-01-01' } });
    await report('After', [filler(3)], { readIn: at('2T09:00:01') });
    const { text, card } = await brief('brief since:2024-05-02T08:00:00Z until:2024-05-02T09:00:00Z');
    expect(text).toContain('Harbour desk: 1 new story since 2 May 2024, 09:00');
    expect(text).toContain('Within');
    expect(text).not.toMatch(/Before|After/);
    expect(card.line).toBe('brief since:2024-05-02T08:00:00.000Z until:2024-05-02T09:00:00.000Z');
  });

  it('tells a story once, however many print it, and leads with what most outlets carry', async () => {
    await report('Lonely', [filler(1)], {
      told: [{ words: 'The tide is a patient creditor, whatever we build.', by: 'Tom Sandoval' }],
    });
    for (const outlet of ['Coast Daily', 'Harbour Post', 'Island Times'])
      await report(`Crane falls, says ${outlet}`, [filler(2), filler(3)], { given: { outlet } });
    const reply = await brief();
    const stories = blocksOf(reply, 'story');
    expect(stories.map(({ source }) => source.headline)).toEqual(['Crane falls, says Coast Daily', 'Lonely']);
    expect(stories[0]?.also.map(({ outlet }) => outlet)).toEqual(['Harbour Post', 'Island Times']);
    expect(reply.text).toContain('4 articles from 3 outlets, dated 2 May 2024.');
  });

  it('does not tell again what was held before: late copies and changed articles are named apart', async () => {
    await report('Crane falls', [filler(1), filler(2)], { readIn: at('1T08:00:00') });
    await report('The crane, once more', [filler(1), filler(2)], { given: { outlet: 'Island Times' } });
    await report('Boats', [filler(5)], { readIn: at('1T08:00:00') });
    await report('Boats', [filler(5), 'A line was added later, and it is a long one.']);
    await report('Fog', [filler(9)]);
    const reply = await brief('brief since:2024-05-02T00:00:00Z until:2024-05-03T00:00:00Z');
    expect(blocksOf(reply, 'story').map(({ source }) => source.headline)).toEqual(['Fog']);
    expect(reply.text).toContain(
      'Stories told before now stand in 1 more place: “The crane, once more” (Island Times).',
    );
    expect(reply.text).toContain('Changed since they were read: “Boats” (Coast Daily).');
  });

  it('says so when more came in than it looks through, and not when it is all', async () => {
    const noteOf = async () =>
      JSON.stringify((await opened.desk.reply('brief since 2024-05-01')).card.blocks).match(
        /More than [^"]+/,
      )?.[0];
    for (let n = 0; n < 1_000; n += 1) await report(`Report ${n}`, [`Mast ${n} was painted.`]);
    expect(await noteOf()).toBeUndefined();
    await report('One more', ['The last mast was painted.']);
    expect(await noteOf()).toBe(
      'More than 1,000 articles came in: this looked through the newest of them, and not through the rest. Narrow it with in:, by: or since:, or ask “latest”.',
    );
  });

  it('fits two hundred stories on one screen and says what it left out; the rest is on pages, each story once', async () => {
    for (let n = 1; n <= 200; n += 1)
      await report(`Story ${n}`, [filler(n)], {
        told: [{ words: `Quay ${n} is number ${n} and will be for ${n} years to come.`, by: `Speaker ${n}` }],
        given: { outlet: `Outlet ${n % 7}`, publishedAt: n % 2 ? '2024-05-02' : '2024-05-01' },
      });
    const first = await brief();
    expect(first.text).toContain('200 new stories');
    expect(blocksOf(first, 'story')).toHaveLength(5);
    expect(blocksOf(first, 'quotation')).toHaveLength(5);
    expect(blocksOf(first, 'picture')).toHaveLength(1);
    expect(first.text).toContain('And 195 more stories, from ');
    expect(first.text.split('\n').length).toBeLessThan(90);
    const seen = new Set<string>();
    let line: string | null = 'brief since 2024-05-01';
    let pages = 0;
    while (line !== null) {
      const page: Reply = await opened.desk.reply(line);
      for (const { source } of blocksOf(page, 'story')) {
        expect(seen).not.toContain(source.headline);
        seen.add(source.headline);
      }
      line = page.card.more;
      pages += 1;
    }
    expect([seen.size, pages]).toEqual([200, 21]);
  });

  it('says in one line that there is nothing new, and what does find something', async () => {
    await report('Old', [filler(1)], { given: { publishedAt: '2024-04-12' }, readIn: at('1T08:00:00') });
    const { answer } = await brief('brief since 2024-05-01');
    expect(answer).toMatchObject({
      kind: 'nothing',
      asked: 'Nothing new since 1 May 2024. The newest article is of 12 Apr 2024',
      suggestions: ['brief since:2024-04-12'],
    });
  });

  it('means yesterday when no day is given, takes days in words, and refuses other words', async () => {
    await report('New', [filler(2)]);
    expect((await brief('brief')).text).toContain('since 2 May 2024');
    expect((await brief('brief since Wednesday')).text).toContain('since 1 May 2024');
    expect((await brief('brief last Wednesday')).text).toContain('since 1 May 2024');
    expect((await brief('brief ferry')).answer).toMatchObject({ kind: 'shortfall', code: 'usage' });
    expect((await brief('brief since whenever')).answer).toMatchObject({ kind: 'shortfall', code: 'usage' });
  });
});
