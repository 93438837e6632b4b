import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/port.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { openDesk } from '../../src/desk/open-desk.ts';
import type { Asker } from '../../src/kernel/asker.ts';
import type { Card } from '../../src/kernel/card.ts';
import type { Courier } from '../../src/kernel/delivery.ts';
import { openLog } from '../../src/kernel/log.ts';
import type { DeskConfig } from '../../src/kernel/settings/desk-config.ts';
import { HARBOUR } from '../builders/a-harbour-desk.ts';
import { CHANNEL } from '../builders/a-schedule.ts';
import { anArticle } from '../builders/an-article.ts';
import { type HeldClock, heldClock } from './a-house.ts';

const EDITOR: Asker = {
  id: 'U1',
  name: 'Ada Quay',
  editor: true,
  editors: 'an admin',
  zone: 'Europe/London',
  country: 'GB',
  at: CHANNEL,
};

const textOf = (card: Card | undefined) =>
  (card?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

describe('what a desk delivers', () => {
  let clock: HeldClock;
  let archive: Archive;
  let desk: Desk;
  let sent: Card[];
  let logged: string[];
  let refuse: string | null;
  const open = (config: DeskConfig = HARBOUR) =>
    openDesk({
      config,
      archive,
      findQuotations: () => [],
      clock: clock.now,
      random: () => 0.5,
      log: openLog('info', [], (line) => logged.push(line)),
    });
  const courier: Courier = {
    platform: 'slack',
    pace: { channelMs: 1_000, platformMs: 200 },
    send: async (_address, card) => {
      if (refuse) return { kind: 'refused', reason: refuse };
      sent.push(card);
      return { kind: 'sent', ref: `m${sent.length}` };
    },
    find: async () => ({ kind: 'absent' }),
  };
  const deliver = (from: Desk = desk) =>
    from.deliver({
      couriers: [courier],
      sleep: async (ms) => clock.move(ms / 60_000),
      owner: 'here:1:a',
      mayLive: () => true,
    });
  const arrive = (headline: string) =>
    desk.read(
      anArticle({ headline, url: `https://a.example/${headline}`, body: `${headline} was reported.` }),
    );

  beforeEach(async () => {
    clock = heldClock('2026-03-11T06:00:00Z');
    archive = openSqliteArchive({ file: ':memory:' });
    sent = [];
    logged = [];
    refuse = null;
    desk = await open();
    await arrive('Ferry agreed');
  });
  afterEach(() => desk.close());

  it('sends of a lookup what is new since it was last sent, and one line when nothing is', async () => {
    await desk.reply('schedule daily at 8 latest', EDITOR);
    const delivering = deliver();
    for (const [day, headline] of [
      ['11', null],
      ['12', 'Wall breached'],
      ['13', null],
    ]) {
      clock.set(`2026-03-${day}T07:00:00Z`);
      if (headline) await arrive(headline);
      clock.set(`2026-03-${day}T08:00:00Z`);
      await delivering.tick();
    }
    expect(sent.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['Latest articles', 1],
      ['Latest articles: new since Wed 11 Mar 08:00', 1],
      ['Latest articles: nothing new since Thu 12 Mar 08:00', 0],
    ]);
    expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'sent' });
  });

  it('sends nothing while nothing is new where quiet was asked for, and tells of it all afterwards', async () => {
    await desk.reply('schedule daily at 8 quiet brief', EDITOR);
    const delivering = deliver();
    for (const [day, headline] of [
      ['11', null],
      ['12', null],
      ['13', 'Wall breached'],
    ]) {
      clock.set(`2026-03-${day}T07:00:00Z`);
      if (headline) await arrive(headline);
      clock.set(`2026-03-${day}T08:00:00Z`);
      await delivering.tick();
    }
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('Wall breached');
    expect(JSON.stringify(sent)).not.toContain('Ferry agreed');
    expect(await archive.deliveries.counts()).toEqual({ silent: 2, sent: 1 });
  });

  it('says of a late one when it was due and when it was sent', async () => {
    await desk.reply('schedule daily at 8 latest', EDITOR);
    clock.set('2026-03-11T11:30:00Z');
    await deliver().tick();
    expect(textOf(sent[0])).toEqual([
      'Late: this was due Wed 11 Mar 08:00 (Europe/London) and was sent Wed 11 Mar 11:30.',
    ]);
    expect(logged.map((line) => JSON.parse(line).msg)).toContain('delivery sent late');
  });

  it('says in “schedules” why one was stopped, and goes on when it is resumed', async () => {
    await desk.reply('schedule daily at 8 latest', EDITOR);
    refuse = 'The bot was removed from the channel.';
    clock.set('2026-03-11T08:00:00Z');
    const delivering = deliver();
    await delivering.tick();
    const { card } = await desk.reply('schedules', EDITOR);
    expect(JSON.stringify(card)).toContain('stopped: The bot was removed from the channel.');
    refuse = null;
    await desk.reply('resume 1', EDITOR);
    clock.set('2026-03-12T08:00:00Z');
    await delivering.tick();
    expect(sent.map(({ title }) => title)).toContain('Latest articles');
  });

  it('sends at once what an editor wants now, and at its time as well', async () => {
    await desk.reply('schedule daily at 8 latest', EDITOR);
    await desk.reply('send now 1', EDITOR);
    const delivering = deliver();
    await delivering.tick();
    clock.set('2026-03-11T08:00:00Z');
    await delivering.tick();
    expect(sent.map(({ title }) => title)).toEqual([
      'Latest articles',
      'Latest articles: nothing new since Wed 11 Mar 06:00',
    ]);
  });

  it('keeps what stands in the desk’s file: made once, left as editors held it, ended when it is taken out', async () => {
    const entry = { when: 'weekdays at 8', line: 'latest', zone: null, quiet: false, to: CHANNEL };
    const config = { ...HARBOUR, schedules: [entry, { ...entry, when: 'every 2 hours', zone: 'UTC' }] };
    await open(config);
    await desk.reply('pause 1', EDITOR);
    clock.move(60);
    await open(config);
    expect((await archive.schedules.all()).map(({ id, state, zone }) => [id, state, zone])).toEqual([
      [1, 'paused', 'Europe/London'],
      [2, 'active', 'UTC'],
    ]);
    await desk.reply('schedule daily at 8 brief', EDITOR);
    await open({ ...HARBOUR, schedules: [entry] });
    expect((await archive.schedules.all()).map(({ id }) => id)).toEqual([1, 3]);
    const wrong = {
      ...HARBOUR,
      schedules: [
        { ...entry, line: 'pause 1' },
        { ...entry, line: 'said' },
      ],
    };
    await expect(open(wrong)).rejects.toMatchObject({
      code: 'desk-invalid',
      message: expect.stringMatching(/schedules\.0.*schedules\.1/),
    });
  });
});
