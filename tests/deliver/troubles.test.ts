import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import { temporaryFolder } from '../archive/temporary-folder.ts';
import { aCourier, TAKEN } from '../builders/a-courier.ts';
import { aSchedule } from '../builders/a-schedule.ts';
import { heldClock, openHouse } from './a-house.ts';

const FIRST = '2026-03-11T12:00:00.000Z';
const HOURLY = { kind: 'hours', every: 1, from: FIRST } as const;
const keyAt = (time: string) => `1@2026-03-11T${time}Z`;

describe('delivering while the clock is wrong', () => {
  it('an hour forward: the slots it jumped over come once, the last of them', async () => {
    const clock = heldClock('2026-03-11T11:59:00Z');
    const { archive, courier, delivery } = openHouse(clock);
    await archive.schedules.add(
      aSchedule({
        cadence: { kind: 'cron', expression: '*/20 * * * *' },
        createdAt: '2026-03-11T11:50:00.000Z',
        nextSlot: FIRST,
      }),
    );
    await delivery.tick();
    clock.move(60);
    await delivery.tick();
    expect(courier.arrived.map(({ key }) => key)).toEqual([keyAt('12:40')]);
    expect(await archive.schedules.get(1)).toMatchObject({ skipped: 2 });
  });

  it('an hour back: no slot comes again, and the next comes at its time', async () => {
    const clock = heldClock(FIRST);
    const { archive, courier, delivery } = openHouse(clock);
    await archive.schedules.add(aSchedule({ cadence: HOURLY, nextSlot: FIRST }));
    await delivery.tick();
    clock.move(-60);
    for (let minute = 0; minute <= 120; minute += 1) {
      await delivery.tick();
      clock.move(1);
    }
    expect(courier.arrived.map(({ key }) => key)).toEqual([keyAt('12:00'), keyAt('13:00')]);
  });

  it('a year ahead and back again: schedules go on from now, and nothing is sent again', async () => {
    const clock = heldClock(FIRST);
    const { archive, courier, delivery, kinds } = openHouse(clock);
    await archive.schedules.add(aSchedule({ cadence: HOURLY, nextSlot: FIRST }));
    await delivery.tick();
    clock.set('2027-03-11T12:00:00Z');
    await delivery.tick();
    clock.set('2026-03-11T12:10:00Z');
    await delivery.tick();
    clock.set('2026-03-11T13:00:00Z');
    await delivery.tick();
    expect(kinds()).toContain('rewound');
    expect(courier.arrived.map(({ key }) => key)).toEqual([
      keyAt('12:00'),
      '1@2027-03-11T12:00Z',
      keyAt('13:00'),
    ]);
  });
});

describe('delivering while the archive is in trouble', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('a database that another program locks: the slot comes once it lets go', async () => {
    const file = join(folder.path, 'archive.sqlite');
    const archive = openSqliteArchive({ file, busyTimeoutMs: 20 });
    await archive.schedules.add(aSchedule());
    const clock = heldClock(FIRST);
    const { courier, delivery, kinds } = openHouse(clock, { archive });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await delivery.tick();
    expect(courier.handed).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    clock.move(1);
    await delivery.tick();
    expect(courier.arrived.map(({ key }) => key)).toEqual([keyAt('12:00')]);
    expect(kinds()).toEqual(['fault', 'planned', 'sent']);
    await archive.close();
  });

  it('a database that is locked just after sending: what was sent is recorded later and never sent again', async () => {
    const file = join(folder.path, 'archive.sqlite');
    const archive = openSqliteArchive({ file, busyTimeoutMs: 20 });
    await archive.schedules.add(aSchedule());
    const clock = heldClock(FIRST);
    const other = new Database(file);
    const courier = aCourier({
      clock: clock.now,
      handle: () => {
        other.exec('BEGIN IMMEDIATE');
        return TAKEN;
      },
    });
    const { delivery, kinds } = openHouse(clock, { archive, courier });
    await delivery.tick();
    other.exec('ROLLBACK');
    other.close();
    clock.move(1);
    await delivery.tick();
    expect(courier.handed).toEqual([keyAt('12:00')]);
    expect(kinds()).toEqual(['planned', 'unrecorded', 'sent']);
    expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'sent', ref: 'm1' });
    await archive.close();
  });

  it('a full disk: nothing is sent that could not be noted, and the slot comes late once there is room', async () => {
    const file = join(folder.path, 'archive.sqlite');
    const archive = openSqliteArchive({ file });
    for (let n = 0; n < 200; n += 1)
      await archive.schedules.add(aSchedule({ line: `find ${'x'.repeat(3_000)}` }));
    await archive.close();
    const full = openSqliteArchive({ file, maxPages: 1 });
    const clock = heldClock(FIRST);
    const before = openHouse(clock, { archive: full });
    await before.delivery.tick();
    expect(before.kinds()).toContain('fault');
    await full.close();
    clock.move(10);
    const room = openSqliteArchive({ file });
    const after = openHouse(clock, { archive: room });
    // One channel takes one message a second.
    for (let minute = 0; minute < 5; minute += 1) {
      await after.delivery.tick();
      clock.move(1);
    }
    const sent = [...before.courier.arrived, ...after.courier.arrived].map(({ key }) => key);
    expect(sent.length).toBe(200);
    expect(new Set(sent).size).toBe(200);
    expect(await room.deliveries.counts()).toEqual({ sent: 200 });
    await room.close();
  });
});
