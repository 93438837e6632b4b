import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { openDesk } from '../../../src/desk/open-desk.ts';
import { loadEngine } from '../../../src/desk/read/load-engine.ts';
import { OWNER } from '../../../src/kernel/asker.ts';
import type { Card } from '../../../src/kernel/card.ts';
import { openLog } from '../../../src/kernel/log.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { HARBOUR } from '../../builders/a-harbour-desk.ts';
import { anArticle } from '../../builders/an-article.ts';
import { heldClock } from '../../deliver/a-house.ts';

const NOUNS =
  'ferry lantern quay ropes gulls tide barrel anchor cargo mast harbour pilot signal engine buoy canvas'.split(
    ' ',
  );
const VERBS =
  'mend paint sell count close open measure carry burn trade lift sink move name store heat'.split(' ');
const ODD = 'herring amber cobalt maple walnut copper velvet granite saffron linen pepper cedar'.split(' ');

/** The words of a statement like no other; `n` below 192. */
const wordsOf = (n: number) =>
  `We will ${VERBS[n % 16]} every ${ODD[Math.floor(n / 16)]} ${NOUNS[n % 16]} before the ${ODD[(n + 5) % 12]} ${NOUNS[(n * 7 + 3) % 16]} is gone`;
const paragraph = (...ns: number[]) =>
  ns.map((n) => `“${wordsOf(n)},” said Mayor Ines Okafor at the ${ODD[n % 12]} pier.`).join('\n\n');

describe('a scheduled lookup', () => {
  const clock = heldClock('2026-03-11T06:00:00Z');
  let desk: Desk;
  let sent: Card[];
  beforeEach(async () => {
    clock.set('2026-03-11T06:00:00Z');
    sent = [];
    const { findQuotations } = loadEngine(HARBOUR.roster);
    desk = await openDesk({
      config: HARBOUR,
      archive: openSqliteArchive({ file: ':memory:' }),
      findQuotations,
      clock: clock.now,
      random: () => 0.5,
      log: openLog('silent', [], () => {}),
    });
  });
  afterEach(() => desk.close());

  const arrive = (name: string, body: string, publishedAt = '2026-03-10') =>
    desk.read(
      anArticle({
        headline: `Of ${name}`,
        url: `https://a.example/${name}`,
        outlet: name,
        body,
        publishedAt,
      }),
    );
  /** What the next slot sends, as text. */
  const next = async (): Promise<string> => {
    const delivering = desk.deliver({
      couriers: [
        {
          platform: 'console',
          pace: { channelMs: 0, platformMs: 0 },
          send: async (_address, card) => {
            sent.push(card);
            return { kind: 'sent', ref: 'm' };
          },
          find: async () => ({ kind: 'absent' }),
        },
      ],
      sleep: async (ms) => clock.move(ms / 60_000),
      owner: 'here:1:a',
      mayLive: () => true,
    });
    const before = sent.length;
    clock.move(60 - (clock.now().getUTCMinutes() % 60));
    await delivering.tick();
    await delivering.close();
    const card = sent[before];
    return card ? plainText(card, { width: 400, colour: false }) : '';
  };
  const schedule = async (lookup: string) => {
    const { answer } = await desk.reply(`schedule every hour ${lookup}`, OWNER);
    expect(answer.kind).toBe('found');
    return next();
  };
  const statementsIn = (text: string) => [...Array(192).keys()].filter((n) => text.includes(wordsOf(n)));

  it('tells of old words that came in late, though newer ones fill its first page', async () => {
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) await arrive(`A${n}`, paragraph(n));
    await schedule('said Ines Okafor');
    clock.move(1);
    await arrive('Late', paragraph(20), '2019-01-02');
    const told = await next();
    expect(told).toMatch(/^What Ines Okafor said: new since Wed 11 Mar 07:00\n/);
    expect(statementsIn(told)).toEqual([20]);
    expect(await next()).toMatch(/^What Ines Okafor said: nothing new since Wed 11 Mar 08:00/);
  });

  it('tells each of many new words once, however many articles printed them', async () => {
    await arrive('First', '“Nobody sleeps on the boats in winter,” said Mayor Ines Okafor.');
    await schedule('said Ines Okafor');
    const all = [...Array(30).keys()];
    clock.move(1);
    // Thirty articles all have the first words, and each a statement of its own.
    for (const n of all) await arrive(`B${n}`, paragraph(0, n));
    const told = [await next()];
    expect(statementsIn(told[0] ?? '').length).toBeGreaterThanOrEqual(20);
    for (let more = sent.at(-1)?.more ?? null; more; ) {
      const { card } = await desk.reply(more);
      told.push(plainText(card, { width: 400, colour: false }));
      more = card.more;
    }
    const each = told.flatMap(statementsIn);
    expect([...new Set(each)].sort((a, b) => a - b)).toEqual(all);
    expect(each).toHaveLength(all.length);
  });

  it('does not tell again what another outlet prints later, nor what a changed article said before', async () => {
    await arrive('Post', paragraph(0, 1));
    await schedule('said Ines Okafor');
    clock.move(1);
    await arrive('Daily', `Nothing else is known of the pier this week.\n\n${paragraph(0)}`);
    expect(await next()).toContain('nothing new since');
    clock.move(1);
    await arrive('Post', paragraph(0, 1, 2));
    expect(statementsIn(await next())).toEqual([2]);
  });

  it('finds articles by words that were put in later, and tells no story twice', async () => {
    const body = paragraph(0, 1, 2, 3, 4);
    await arrive('Post', body);
    await arrive('Other', `The dredger stayed in port.\n\n${paragraph(30)}`);
    await schedule('find dredger');
    await desk.reply('unschedule 1', OWNER);
    await schedule('latest');
    clock.move(1);
    await arrive('Copy', `${body}\n\nA copy of it.`);
    expect(await next()).toContain('nothing new since');
    await desk.reply('unschedule 2', OWNER);
    await schedule('find dredger');
    clock.move(1);
    await arrive('Post', `${body}\n\nA dredger is on its way to the cobalt pier.`);
    const told = await next();
    expect(told).toContain('A dredger is on its way');
    expect(told).not.toContain('stayed in port');
    expect(await next()).toContain('nothing new since');
  });

  it('tells figures that were not reported before', async () => {
    await arrive('Post', 'The port counted 450 cancelled crossings in the winter, the harbour board said.');
    await schedule('figures');
    clock.move(1);
    await arrive('Daily', 'The port lost 72 wooden boats in the storm, the harbour board said on Monday.');
    const told = await next();
    expect(told).toContain('72');
    expect(told).not.toContain('450');
    expect(await next()).toContain('nothing new since');
  });

  it.each([
    ['who is Ines Okafor', 'Ines Okafor\n', paragraph(2), wordsOf(2)],
    [`check "${wordsOf(1)}"`, 'Exact: ', paragraph(1), 'Of Daily'],
  ])('answers “%s” whole when something new touches it, and only then', async (lookup, title, said, part) => {
    await arrive('Post', paragraph(0, 1));
    await schedule(lookup);
    clock.move(1);
    await arrive('Away', '“The whales have come back,” said Tom Sandoval on the maple pier.');
    expect(await next()).toContain('nothing new since');
    clock.move(1);
    await arrive('Daily', `It was said on the pier this week as well.\n\n${said}`);
    const told = await next();
    expect(told.startsWith(title)).toBe(true);
    expect(told).toContain(part);
    expect(told).toContain('Of Post');
    expect(await next()).toContain('nothing new since');
  });

  it('sends nothing where quiet was asked for and only old things came in again', async () => {
    await arrive('Post', paragraph(0));
    await schedule('quiet said Ines Okafor');
    clock.move(1);
    await arrive('Daily', paragraph(0));
    expect(await next()).toBe('');
  });
});
