import { describe, expect, it } from 'vitest';
import { aCourier, later, TAKEN, uncertain } from '../builders/a-courier.ts';
import { aDelivery, aSchedule, CHANNEL } from '../builders/a-schedule.ts';
import { heldClock, openHouse } from './a-house.ts';
import { FIRST, KEY, SECOND_KEY } from './daily-slots.ts';

describe('delivering', () => {
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
    const skipped = events.filter(({ kind }) => kind === 'skipped');
    expect(skipped).toMatchObject([{ delivery: { key: KEY }, reason: 'The platform is busy.' }]);
    expect(await archive.deliveries.counts()).toEqual({ skipped: 1, planned: 1 });
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
    const { archive, delivery, events } = openHouse(clock, { courier });
    await archive.schedules.add(aSchedule());
    for (let hour = 0; hour < 40; hour += 1) {
      await delivery.tick();
      clock.set(new Date(Date.parse(FIRST) + (hour + 1) * 3_600_000).toISOString());
    }
    expect(courier.handed).toEqual([KEY, SECOND_KEY].slice(0, 1));
    expect(events.filter(({ kind }) => kind === 'failed')).toMatchObject([{ delivery: { key: KEY } }]);
    expect(await archive.deliveries.counts()).toMatchObject({ failed: 1 });
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
});
