import { describe, expect, it } from 'vitest';
import { aCourier, later, refusedBecause, TAKEN } from '../builders/a-courier.ts';
import { aDelivery, aSchedule, CHANNEL } from '../builders/a-schedule.ts';
import { cardCalled, heldClock, openHouse } from './a-house.ts';
import { FIRST, KEY } from './daily-slots.ts';

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
});
