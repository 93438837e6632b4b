import { describe, expect, test } from 'vitest';
import { aSchedule } from '../../../builders/a-schedule.ts';
import type { OpenedArchive } from '../opened-archive.ts';
import { at, due, NEXT, NOON, openOutbox } from './opened-outbox.ts';

export function describeSchedules(open: () => Promise<OpenedArchive>): void {
  describe('schedules', () => {
    const { opened } = openOutbox(open);
    test('gives back a schedule exactly as it was made, numbered, active and with nothing sent', async () => {
      const made = aSchedule({ quietWhenNothing: true, origin: 'desk 1', line: 'said “Ada Quay” 🛶' });
      const schedule = await opened.archive.schedules.add(made);
      expect(schedule).toEqual({
        ...made,
        id: 1,
        state: 'active',
        reason: null,
        decidedUntil: made.createdAt,
        lastSlot: null,
        lastSentUntil: null,
        skipped: 0,
        lastSkipped: null,
      });
      expect(await opened.archive.schedules.get(1)).toEqual(schedule);
      expect(await opened.archive.schedules.all()).toEqual([schedule]);
    });

    test('never gives a number twice', async () => {
      const { id } = await opened.archive.schedules.add(aSchedule());
      expect(await opened.archive.schedules.remove(id, at(0))).toBe(true);
      expect((await opened.archive.schedules.add(aSchedule())).id).toBe(id + 1);
      expect(await opened.archive.schedules.get(id)).toBeNull();
    });

    test('says which are due: active, with a slot that has come', async () => {
      await opened.archive.schedules.add(aSchedule());
      const paused = await opened.archive.schedules.add(aSchedule());
      await opened.archive.schedules.add(aSchedule({ nextSlot: null }));
      const change = { state: 'paused', reason: 'Paused by Ada.', nextSlot: null, at: at(-60) } as const;
      await opened.archive.schedules.setState(paused.id, change);
      expect((await opened.archive.schedules.due(at(-1))).map(({ id }) => id)).toEqual([]);
      expect((await opened.archive.schedules.due(at(0))).map(({ id }) => id)).toEqual([1]);
    });

    test('moves on and plans a delivery together, for the first who decides only', async () => {
      const read = await opened.archive.schedules.add(aSchedule());
      expect(await opened.archive.schedules.decide(read, due(read))).toBe(true);
      expect(await opened.archive.schedules.decide(read, due(read, { nextSlot: null }))).toBe(false);
      expect(await opened.archive.schedules.get(1)).toMatchObject({
        decidedUntil: NOON,
        lastSlot: NOON,
        nextSlot: NEXT,
      });
      expect(await opened.archive.deliveries.counts()).toEqual({ planned: 1 });
    });

    test('counts what was skipped', async () => {
      const read = await opened.archive.schedules.add(aSchedule());
      await opened.archive.schedules.decide(
        read,
        due(read, { delivery: null, skipped: 3, lastSkipped: NOON }),
      );
      const moved = await opened.archive.schedules.get(1);
      expect(moved).toMatchObject({ skipped: 3, lastSkipped: NOON, lastSlot: null });
      expect(await opened.archive.deliveries.counts()).toEqual({});
    });

    test('a paused schedule is not decided, and what was planned for it is skipped', async () => {
      const read = await opened.archive.schedules.add(aSchedule());
      await opened.archive.schedules.decide(read, due(read));
      const moved = (await opened.archive.schedules.get(1)) ?? read;
      const change = { state: 'paused', reason: 'Paused by Ada.', nextSlot: null, at: at(1) } as const;
      expect(await opened.archive.schedules.setState(1, change)).toBe(true);
      expect(await opened.archive.schedules.decide(moved, due(moved))).toBe(false);
      expect(await opened.archive.deliveries.latest(1)).toMatchObject({ state: 'skipped', schedule: 1 });
      expect(await opened.archive.schedules.setState(99, change)).toBe(false);
    });

    test('resumed, it has decided everything before', async () => {
      await opened.archive.schedules.add(aSchedule());
      const change = { state: 'active', reason: null, nextSlot: NEXT, at: at(90) } as const;
      await opened.archive.schedules.setState(1, change);
      expect(await opened.archive.schedules.get(1)).toMatchObject({
        decidedUntil: at(90).toISOString(),
        nextSlot: NEXT,
      });
    });
  });
}
