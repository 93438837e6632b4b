import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlotDecision } from '../../../src/archive/delivery-port.ts';
import type { Archive } from '../../../src/archive/port.ts';
import type { Delivery, NewDelivery } from '../../../src/kernel/delivery.ts';
import type { Schedule } from '../../../src/kernel/schedule.ts';
import { aDelivery, aSchedule, CHANNEL } from '../../builders/a-schedule.ts';
import type { OpenedArchive } from './archive.ts';

const NOON = '2026-03-11T12:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000);
const NEXT = '2026-03-12T12:00:00.000Z';
const channel = (id: string) => ({ ...CHANNEL, channel: id });

/** The decision that the slot of a schedule is due. */
function due(schedule: Schedule, over: Partial<SlotDecision> = {}): SlotDecision {
  const key = `${schedule.id}@${NOON}`;
  return {
    decidedUntil: NOON,
    nextSlot: NEXT,
    delivery: aDelivery(key, { schedule: schedule.id }),
    skipped: 0,
    lastSkipped: null,
    ...over,
  };
}

/** What every archive must do with schedules and the outbox. */
export function deliveriesContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as an outbox`, () => {
    let opened: OpenedArchive;
    let archive: Archive;
    beforeEach(async () => {
      opened = await open();
      archive = opened.archive;
    });
    afterEach(() => opened.discard());

    const claim = (owner = 'one', minutes = 0, over = {}) =>
      archive.deliveries.claim({
        owner,
        platforms: ['slack'],
        now: at(minutes),
        leaseUntil: at(minutes + 3),
        busy: [],
        limit: 10,
        ...over,
      });
    const claimOne = async (owner?: string, minutes?: number): Promise<Delivery> => {
      const [first, ...others] = await claim(owner, minutes);
      if (!first || others.length) throw new Error(`expected one delivery, not ${others.length + 1}`);
      return first;
    };
    const add = (key: string, over: Partial<NewDelivery> = {}) =>
      archive.deliveries.add(aDelivery(key, over));
    const keys = (deliveries: readonly Delivery[]) => deliveries.map(({ key }) => key);

    describe('schedules', () => {
      test('gives back a schedule exactly as it was made, numbered, active and with nothing sent', async () => {
        const made = aSchedule({ quietWhenNothing: true, origin: 'desk 1', line: 'said “Ada Quay” 🛶' });
        const schedule = await archive.schedules.add(made);
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
        expect(await archive.schedules.get(1)).toEqual(schedule);
        expect(await archive.schedules.all()).toEqual([schedule]);
      });

      test('never gives a number twice', async () => {
        const { id } = await archive.schedules.add(aSchedule());
        expect(await archive.schedules.remove(id, at(0))).toBe(true);
        expect((await archive.schedules.add(aSchedule())).id).toBe(id + 1);
        expect(await archive.schedules.get(id)).toBeNull();
      });

      test('says which are due: active, with a slot that has come', async () => {
        await archive.schedules.add(aSchedule());
        const paused = await archive.schedules.add(aSchedule());
        await archive.schedules.add(aSchedule({ nextSlot: null }));
        const change = { state: 'paused', reason: 'Paused by Ada.', nextSlot: null, at: at(-60) } as const;
        await archive.schedules.setState(paused.id, change);
        expect((await archive.schedules.due(at(-1))).map(({ id }) => id)).toEqual([]);
        expect((await archive.schedules.due(at(0))).map(({ id }) => id)).toEqual([1]);
      });

      test('moves on and plans a delivery together, for the first who decides only', async () => {
        const read = await archive.schedules.add(aSchedule());
        expect(await archive.schedules.decide(read, due(read))).toBe(true);
        expect(await archive.schedules.decide(read, due(read, { nextSlot: null }))).toBe(false);
        expect(await archive.schedules.get(1)).toMatchObject({
          decidedUntil: NOON,
          lastSlot: NOON,
          nextSlot: NEXT,
        });
        expect(await archive.deliveries.counts()).toEqual({ planned: 1 });
      });

      test('counts what was skipped', async () => {
        const read = await archive.schedules.add(aSchedule());
        await archive.schedules.decide(read, due(read, { delivery: null, skipped: 3, lastSkipped: NOON }));
        const moved = await archive.schedules.get(1);
        expect(moved).toMatchObject({ skipped: 3, lastSkipped: NOON, lastSlot: null });
        expect(await archive.deliveries.counts()).toEqual({});
      });

      test('a paused schedule is not decided, and what was planned for it is skipped', async () => {
        const read = await archive.schedules.add(aSchedule());
        await archive.schedules.decide(read, due(read));
        const moved = (await archive.schedules.get(1)) ?? read;
        const change = { state: 'paused', reason: 'Paused by Ada.', nextSlot: null, at: at(1) } as const;
        expect(await archive.schedules.setState(1, change)).toBe(true);
        expect(await archive.schedules.decide(moved, due(moved))).toBe(false);
        expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'skipped', schedule: 1 });
        expect(await archive.schedules.setState(99, change)).toBe(false);
      });

      test('resumed, it has decided everything before', async () => {
        await archive.schedules.add(aSchedule());
        const change = { state: 'active', reason: null, nextSlot: NEXT, at: at(90) } as const;
        await archive.schedules.setState(1, change);
        expect(await archive.schedules.get(1)).toMatchObject({
          decidedUntil: at(90).toISOString(),
          nextSlot: NEXT,
        });
      });
    });

    describe('claims', () => {
      test('a delivery is claimed by one process only, and its key is never added again', async () => {
        expect(await add('a')).toBe(true);
        expect(await add('a')).toBe(false);
        expect(await claim('one')).toMatchObject([
          { key: 'a', state: 'sending', attempts: 1, uncertain: false, firstTriedAt: NOON },
        ]);
        expect(await claim('two')).toEqual([]);
      });

      test('nothing is claimed before its time, or for a platform that is not running', async () => {
        await add('later', { plannedAt: at(5).toISOString() });
        await add('elsewhere', { destination: { ...CHANNEL, platform: 'discord' } });
        expect(await claim('one', 0)).toEqual([]);
        expect(await archive.deliveries.nextAttemptAt(['slack'])).toBe(at(5).toISOString());
        expect(keys(await claim('one', 5))).toEqual(['later']);
        expect(await archive.deliveries.nextAttemptAt(['console'])).toBeNull();
      });

      test('gives the oldest of each address, none of a busy one', async () => {
        for (const [key, id] of ['a:1', 'b:1', 'c:2', 'd:3'].map((each) => each.split(':')))
          await add(key ?? '', { destination: channel(id ?? '') });
        expect(keys(await claim('one', 0, { busy: ['slack:3'] }))).toEqual(['a', 'c']);
      });

      test('gives a schedule’s deliveries in order, the next once the first is finished', async () => {
        await add('a', { schedule: 7, destination: channel('1') });
        await add('b', { schedule: 7, destination: channel('2') });
        const first = await claimOne();
        expect(first.key).toBe('a');
        await archive.deliveries.settle(first, 'one', {
          kind: 'again',
          nextAttemptAt: at(60),
          reason: 'busy',
          uncertain: false,
        });
        expect(await claim('one', 1)).toEqual([]);
        const again = await claimOne('one', 60);
        await archive.deliveries.settle(again, 'one', { kind: 'sent', at: at(60), ref: 'm1', late: true });
        expect((await claimOne('one', 60)).key).toBe('b');
      });

      test('what a process held when its lease ended comes out uncertain, and the first may not settle it any more', async () => {
        await add('a', { schedule: 1 });
        const first = await claimOne('one', 0);
        expect(await claim('two', 2)).toEqual([]);
        expect(await archive.deliveries.renew(first, 'one', at(10))).toBe(true);
        expect(await claim('two', 9)).toEqual([]);
        const second = await claimOne('two', 10);
        expect(second).toMatchObject({ uncertain: true, attempts: 2, firstTriedAt: NOON });
        expect(await archive.deliveries.renew(first, 'one', at(20))).toBe(false);
        const sent = { kind: 'sent', at: at(10), ref: 'm1', late: false } as const;
        expect(await archive.deliveries.settle(first, 'one', sent)).toBe(false);
        expect(await archive.deliveries.settle(second, 'two', sent)).toBe(true);
        expect(await archive.deliveries.latest(1)).toMatchObject({
          key: 'a',
          state: 'sent',
          ref: 'm1',
          uncertain: false,
        });
      });

      test('lets go at once of what a process held that is no more', async () => {
        await add('a');
        await claimOne('dead');
        expect(await archive.deliveries.holders()).toEqual(['dead']);
        expect(await archive.deliveries.release('dead', at(0))).toBe(1);
        expect(await archive.deliveries.holders()).toEqual([]);
        expect(await claimOne('two', 0)).toMatchObject({ key: 'a', uncertain: true });
      });
    });

    describe('endings', () => {
      test('an attempt that failed is tried again at its time, and remembers whether it may have arrived', async () => {
        await add('a', { schedule: 1 });
        const again = {
          kind: 'again',
          nextAttemptAt: at(2),
          reason: 'No answer.',
          uncertain: true,
        } as const;
        await archive.deliveries.settle(await claimOne(), 'one', again);
        expect(await archive.deliveries.latest(1)).toMatchObject({ state: 'planned', reason: 'No answer.' });
        expect(await claim('one', 1)).toEqual([]);
        expect(await claimOne('one', 2)).toMatchObject({ uncertain: true, attempts: 2 });
      });

      test.each(['sent', 'silent'] as const)(
        'a schedule whose delivery is %s has its reader informed up to the first attempt',
        async (kind) => {
          const read = await archive.schedules.add(aSchedule());
          await archive.schedules.decide(read, due(read));
          await archive.deliveries.settle(await claimOne('one', 4), 'one', {
            kind,
            at: at(9),
            ref: 'm',
            late: true,
          });
          expect((await archive.schedules.get(1))?.lastSentUntil).toBe(at(4).toISOString());
        },
      );

      test('what is not sent leaves its reader where they were', async () => {
        const read = await archive.schedules.add(aSchedule());
        await archive.schedules.decide(read, due(read));
        await archive.deliveries.settle(await claimOne(), 'one', {
          kind: 'failed',
          at: at(9),
          reason: 'It is broken.',
        });
        expect((await archive.schedules.get(1))?.lastSentUntil).toBeNull();
      });

      test('a refusal stops the schedule and plans one notice, in spite of a second refusal', async () => {
        const read = await archive.schedules.add(aSchedule());
        await archive.schedules.decide(read, due(read));
        await add('b', { schedule: 1 });
        for (const notice of ['notice-1', 'notice-2']) {
          const delivery = await claimOne();
          await archive.deliveries.settle(delivery, 'one', {
            kind: 'refused',
            at: at(1),
            reason: 'The channel is archived.',
            notices: [aDelivery(notice, { destination: channel('U1'), plannedAt: at(5).toISOString() })],
          });
        }
        const stopped = await archive.schedules.get(1);
        expect(stopped).toMatchObject({
          state: 'stopped',
          reason: 'The channel is archived.',
          nextSlot: null,
        });
        expect(keys(await claim('one', 5))).toEqual(['notice-1']);
      });

      test('what came too late is skipped, except what may have arrived', async () => {
        await add('late', { notAfter: at(10).toISOString(), destination: channel('1') });
        await add('uncertain', { notAfter: at(10).toISOString(), destination: channel('2') });
        await add('in time', {
          notAfter: at(11).toISOString(),
          destination: { ...CHANNEL, platform: 'discord' },
        });
        const claimed = await claim();
        for (const delivery of claimed)
          await archive.deliveries.settle(delivery, 'one', {
            kind: 'again',
            nextAttemptAt: at(60),
            reason: 'busy',
            uncertain: delivery.key === 'uncertain',
          });
        expect(keys(await archive.deliveries.expire(new Date(at(10).getTime() - 1)))).toEqual([]);
        expect(keys(await archive.deliveries.expire(at(10)))).toEqual(['late']);
        expect(await archive.deliveries.counts()).toEqual({ planned: 2, skipped: 1 });
      });

      test('forgets what was finished long ago, and nothing else', async () => {
        await add('a');
        await archive.deliveries.settle(await claimOne(), 'one', {
          kind: 'sent',
          at: at(0),
          ref: 'm',
          late: false,
        });
        await add('b');
        expect(await archive.deliveries.forget(at(0))).toBe(0);
        expect(await archive.deliveries.forget(at(1))).toBe(1);
        expect(await archive.deliveries.counts()).toEqual({ planned: 1 });
      });
    });

    test('whatever a payload holds comes back unchanged', async () => {
      const text = `'; DROP TABLE deliveries; -- \u0000 😀 “${'x'.repeat(5_000)}”`;
      await add('a', { payload: { kind: 'notice', title: '{"', text } });
      expect((await claimOne()).payload).toEqual({ kind: 'notice', title: '{"', text });
    });
  });
}
