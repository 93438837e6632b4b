import { describe, expect, it } from 'vitest';
import { aCourier, later, refusedBecause, TAKEN, uncertain } from '../builders/a-courier.ts';
import { aDelivery, aSchedule, CHANNEL } from '../builders/a-schedule.ts';
import { cardCalled, heldClock, openHouse } from './a-house.ts';

const FIRST = '2026-03-11T12:00:00.000Z';
const KEY = '1@2026-03-11T12:00Z';
const SECOND_KEY = '1@2026-03-12T12:00Z';

describe('delivering', () => {
  it('sends a slot once, however often it ticks', async () => {
    const clock = heldClock('2026-03-11T11:59:00Z');
    const { archive, courier, delivery } = openHouse(clock);
    await archive.schedules.add(aSchedule());
    for (let minute = 0; minute < 10; minute += 1) {
      await delivery.tick();
      clock.move(1);
    }
    expect(courier.arrived).toEqual([
      { key: KEY, channel: 'C1', title: KEY, at: new Date('2026-03-11T12:00:00Z') },
    ]);
    expect(await archive.schedules.get(1)).toMatchObject({
      lastSlot: FIRST,
      lastSentUntil: FIRST,
      nextSlot: '2026-03-12T12:00:00.000Z',
    });
  });

  it('sends a slot that was missed by hours once, marked late, and says so', async () => {
    const clock = heldClock('2026-03-11T18:30:00Z');
    const covered: unknown[] = [];
    const { archive, courier, delivery, events } = openHouse(clock, {
      compose: async ({ key }, coverage) => {
        covered.push(coverage);
        return { kind: 'card', card: cardCalled(key) };
      },
    });
    await archive.schedules.add(aSchedule());
    await delivery.tick();
    await delivery.tick();
    expect(courier.arrived.map(({ key }) => key)).toEqual([KEY]);
    expect(covered).toEqual([{ after: null, until: '2026-03-11T18:30:00.000Z', late: true }]);
    expect(events).toMatchObject([
      { kind: 'planned', late: true },
      { kind: 'sent', late: true },
    ]);
    expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'sent', late: true });
  });

  it('after a week’s downtime sends the last slot of each schedule inside its grace, and says what was skipped', async () => {
    const clock = heldClock('2026-03-18T13:00:00Z');
    const { archive, courier, delivery, events } = openHouse(clock);
    await archive.schedules.add(aSchedule());
    await archive.schedules.add(
      aSchedule({
        cadence: { kind: 'days', days: [2], times: ['08:00'] },
        nextSlot: '2026-03-17T12:00:00.000Z',
      }),
    );
    await delivery.tick();
    expect(courier.arrived.map(({ key }) => key)).toEqual(['1@2026-03-18T12:00Z']);
    expect(await archive.schedules.get(1)).toMatchObject({
      skipped: 5,
      lastSkipped: '2026-03-17T12:00:00.000Z',
    });
    expect(await archive.schedules.get(2)).toMatchObject({ skipped: 1, lastSlot: null });
    expect(events.filter(({ kind }) => kind === 'missed')).toMatchObject([{ missed: 5 }, { missed: 1 }]);
  });

  it('covers what is new since the last one that was sent, not the last that was due', async () => {
    const clock = heldClock(FIRST);
    const afters: (string | null)[] = [];
    const courier = aCourier({
      clock: clock.now,
      handle: (_, nth) => (nth === 1 ? TAKEN : later(3_600_000)),
    });
    const { archive, delivery } = openHouse(clock, {
      courier,
      compose: async ({ key }, { after }) => {
        afters.push(after);
        return { kind: 'card', card: cardCalled(key) };
      },
    });
    await archive.schedules.add(aSchedule());
    for (const day of ['11', '12', '13']) {
      clock.set(`2026-03-${day}T12:00:00.000Z`);
      await delivery.tick();
    }
    expect(afters).toEqual([null, FIRST, FIRST]);
  });

  it('sends nothing where nothing is new and quiet was asked for, and remembers how far that went', async () => {
    const clock = heldClock(FIRST);
    const { archive, courier, delivery } = openHouse(clock, { compose: async () => ({ kind: 'silent' }) });
    await archive.schedules.add(aSchedule({ quietWhenNothing: true }));
    await delivery.tick();
    expect(courier.handed).toEqual([]);
    expect((await archive.schedules.get(1))?.lastSentUntil).toBe(FIRST);
  });

  it('tries again as soon as the platform allows, not before', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now, handle: (_, nth) => (nth === 1 ? later(30_000) : TAKEN) });
    const { archive, delivery } = openHouse(clock, { courier });
    await archive.schedules.add(aSchedule());
    await delivery.tick();
    expect(courier.arrived).toMatchObject([{ key: KEY, at: new Date('2026-03-11T12:00:30Z') }]);
  });

  it('waits longer after each failure, and skips what could not be sent until the next slot', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now, handle: () => later() });
    const { archive, delivery, events } = openHouse(clock, { courier });
    await archive.schedules.add(
      aSchedule({ cadence: { kind: 'hours', every: 1, from: FIRST }, nextSlot: FIRST }),
    );
    for (let minute = 0; minute < 61; minute += 1) {
      clock.set(new Date(Date.parse(FIRST) + minute * 60_000).toISOString());
      await delivery.tick();
    }
    const waits = events.flatMap((event) =>
      event.kind === 'again' && event.delivery.key === KEY ? [event.inMs] : [],
    );
    expect(waits.slice(0, 4)).toEqual([1_500, 3_000, 6_000, 12_000]);
    expect(Math.max(...waits)).toBe(225_000);
    expect(await archive.deliveries.byKey(KEY)).toMatchObject({
      state: 'skipped',
      reason: 'The platform is busy.',
    });
  });

  it.each([
    ['had arrived', true, 1],
    ['had not arrived', false, 2],
  ])(
    'looks for a message whose sending broke off before it sends again: it %s',
    async (_, arrives, handed) => {
      const clock = heldClock(FIRST);
      const courier = aCourier({
        clock: clock.now,
        handle: (_key, nth) => (nth === 1 ? uncertain(arrives) : TAKEN),
      });
      const { archive, delivery } = openHouse(clock, { courier });
      await archive.schedules.add(aSchedule());
      await delivery.tick();
      expect(courier.asked).toEqual([KEY]);
      expect(courier.handed).toHaveLength(handed);
      expect(courier.arrived).toHaveLength(1);
      expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'sent', ref: 'm1', late: false });
    },
  );

  it('never sends again while it cannot find out whether the first arrived', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now, handle: () => uncertain(true), sees: () => false });
    const { archive, delivery } = openHouse(clock, { courier });
    await archive.schedules.add(aSchedule());
    for (let hour = 0; hour < 40; hour += 1) {
      await delivery.tick();
      clock.set(new Date(Date.parse(FIRST) + (hour + 1) * 3_600_000).toISOString());
    }
    expect(courier.handed).toEqual([KEY, SECOND_KEY].slice(0, 1));
    expect(await archive.deliveries.byKey(KEY)).toMatchObject({ state: 'failed' });
  });

  it('takes over at once what a killed process had begun, and finds what had arrived', async () => {
    const clock = heldClock(FIRST);
    const crash = new Promise<never>(() => {});
    const courier = aCourier({ clock: clock.now, handle: () => TAKEN });
    const dying = {
      ...courier,
      send: async (...given: Parameters<typeof courier.send>) => {
        await courier.send(...given);
        return crash;
      },
    };
    const first = openHouse(clock, { courier: dying });
    await first.archive.schedules.add(aSchedule());
    void first.delivery.tick();
    await expect.poll(() => courier.arrived.length).toBe(1);
    const second = openHouse(clock, {
      archive: first.archive,
      courier,
      owner: 'here:2:b',
      mayLive: (owner) => owner === 'here:2:b',
    });
    await second.delivery.tick();
    expect(courier.handed).toEqual([KEY]);
    expect(second.kinds()).toEqual(['released', 'sent']);
    expect(second.events[1]).toMatchObject({ found: true, ref: 'm1' });
  });

  it('two processes on one archive never both send', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now });
    const one = openHouse(clock, { courier });
    const two = openHouse(clock, { courier, archive: one.archive, owner: 'here:2:b' });
    for (let n = 0; n < 30; n += 1)
      await one.archive.schedules.add(aSchedule({ destination: { ...CHANNEL, channel: `C${n}` } }));
    await Promise.all([one.delivery.tick(), two.delivery.tick()]);
    expect(courier.arrived.map(({ channel }) => channel).sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `C${n}`).sort(),
    );
  });

  it('whoever was held up for longer than its lease does not send', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now });
    const other = openHouse(clock, { courier, owner: 'here:2:b' });
    const blocked = openHouse(clock, {
      courier,
      archive: other.archive,
      compose: async ({ key }) => {
        clock.move(4);
        await other.delivery.tick();
        return { kind: 'card', card: cardCalled(key) };
      },
    });
    await other.archive.schedules.add(aSchedule());
    await blocked.delivery.tick();
    expect(courier.arrived).toHaveLength(1);
    expect(blocked.kinds()).toContain('lost');
  });

  it('stops a schedule whose channel refuses, tells its maker once, and goes on with the others', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({
      clock: clock.now,
      handle: (key) => (key === KEY ? refusedBecause('The channel is archived.') : TAKEN),
    });
    const { archive, delivery } = openHouse(clock, { courier });
    await archive.schedules.add(aSchedule());
    await archive.schedules.add(aSchedule({ destination: { ...CHANNEL, channel: 'C2' } }));
    await delivery.tick();
    clock.move(1_440);
    await delivery.tick();
    expect(await archive.schedules.get(1)).toMatchObject({
      state: 'stopped',
      reason: 'The channel is archived.',
    });
    expect(courier.arrived.map(({ key, channel }) => [key, channel])).toEqual([
      ['2@2026-03-11T12:00Z', 'C2'],
      [`stopped-${KEY}`, 'U1'],
      ['2@2026-03-12T12:00Z', 'C2'],
    ]);
  });

  it('keeps what is planned for a platform that is not running, and sends it late when it comes', async () => {
    const clock = heldClock(FIRST);
    const first = openHouse(clock, { courier: aCourier({ platform: 'discord', clock: clock.now }) });
    await first.archive.schedules.add(aSchedule());
    await first.delivery.tick();
    clock.move(60);
    const second = openHouse(clock, { archive: first.archive });
    await second.delivery.tick();
    expect(second.courier.arrived.map(({ key }) => key)).toEqual([KEY]);
    expect(second.events).toMatchObject([{ kind: 'sent', late: true }]);
  });

  it('sends one message a second to a channel, others meanwhile', async () => {
    const clock = heldClock(FIRST);
    const { archive, courier, delivery } = openHouse(clock);
    for (let n = 0; n < 9; n += 1)
      await archive.deliveries.add(aDelivery(`d${n}`, { destination: { ...CHANNEL, channel: `C${n % 3}` } }));
    await delivery.tick();
    expect(courier.arrived).toHaveLength(9);
    for (const channel of ['C0', 'C1', 'C2']) {
      const times = courier.arrived.filter((each) => each.channel === channel).map(({ at }) => at.getTime());
      expect(times.slice(1).map((time, n) => time - (times[n] ?? 0) >= 1_000)).toEqual([true, true]);
    }
    const first = courier.arrived.slice(0, 3).map(({ channel }) => channel);
    expect(first).toEqual(['C0', 'C1', 'C2']);
  });

  it('finishes what it is sending when it is closed, and starts nothing new', async () => {
    const clock = heldClock(FIRST);
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const courier = aCourier({ clock: clock.now, handle: () => held.then(() => TAKEN) });
    const { archive, delivery } = openHouse(clock, { courier });
    await archive.deliveries.add(aDelivery('a'));
    await archive.deliveries.add(aDelivery('b'));
    const tick = delivery.tick();
    await expect.poll(() => courier.handed.length).toBe(1);
    const closed = delivery.close();
    arrive();
    await Promise.all([tick, closed]);
    await delivery.tick();
    expect(courier.handed).toEqual(['a']);
    expect(await archive.deliveries.counts()).toEqual({ sent: 1, planned: 1 });
  });

  it('lets nothing that is due wait for another delivery’s next attempt', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({ clock: clock.now, handle: (key) => (key === 'a' ? later(30_000) : TAKEN) });
    let asleep = 0;
    const { archive, delivery } = openHouse(clock, {
      courier,
      // Real time stands still: only a signal ends a sleep of this test.
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (ms < 1_000) return resolve();
          asleep += 1;
          signal.addEventListener('abort', () => resolve());
        }),
    });
    await archive.deliveries.add(aDelivery('a'));
    const first = delivery.tick();
    await expect.poll(() => asleep).toBe(1);
    await archive.deliveries.add(aDelivery('b', { destination: { ...CHANNEL, channel: 'C2' } }));
    const second = delivery.tick();
    await expect.poll(() => courier.arrived.map(({ key }) => key)).toEqual(['b']);
    await delivery.close();
    await Promise.all([first, second]);
  });

  it('goes on with others while one send hangs', async () => {
    const clock = heldClock(FIRST);
    const courier = aCourier({
      clock: clock.now,
      handle: (key) => (key === 'a' ? hung.then(() => TAKEN) : TAKEN),
    });
    let end = () => {};
    const hung = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { archive, delivery } = openHouse(clock, { courier });
    await archive.deliveries.add(aDelivery('a'));
    const first = delivery.tick();
    await expect.poll(() => courier.handed).toEqual(['a']);
    await archive.deliveries.add(aDelivery('b', { destination: { ...CHANNEL, channel: 'C2' } }));
    const second = delivery.tick();
    await expect.poll(() => courier.arrived.map(({ key }) => key)).toEqual(['b']);
    end();
    await Promise.all([first, second]);
    expect(courier.arrived.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('tries again what could not be composed now', async () => {
    const clock = heldClock(FIRST);
    let n = 0;
    const { archive, courier, delivery } = openHouse(clock, {
      compose: async () => {
        n += 1;
        if (n === 1) throw new Error('The archive is busy.');
        return n === 2 ? { kind: 'later', reason: 'Not yet.' } : { kind: 'card', card: cardCalled('x') };
      },
    });
    await archive.schedules.add(aSchedule());
    await delivery.tick();
    expect(courier.arrived).toHaveLength(1);
    expect(courier.asked).toEqual([]);
  });
});
