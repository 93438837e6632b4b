import { describe, expect, it } from 'vitest';
import { aCourier, later, TAKEN } from '../builders/a-courier.ts';
import { aDelivery, aSchedule, CHANNEL } from '../builders/a-schedule.ts';
import { heldClock, openHouse } from './a-house.ts';
import { FIRST, KEY } from './daily-slots.ts';

describe('delivering', () => {
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
      // The clock does not move: only a signal ends a sleep in this test.
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
});
