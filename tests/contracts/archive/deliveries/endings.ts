import { describe, expect, test } from 'vitest';
import { aDelivery, aSchedule, CHANNEL } from '../../../builders/a-schedule.ts';
import type { OpenedArchive } from '../opened-archive.ts';
import { at, channel, due, openOutbox } from './opened-outbox.ts';

export function describeEndings(open: () => Promise<OpenedArchive>): void {
  describe('endings', () => {
    const { opened, claim, claimOne, add, keys } = openOutbox(open);
    test('an attempt that failed is tried again at its time, and remembers whether it may have arrived', async () => {
      await add('a', { schedule: 1 });
      const again = {
        kind: 'again',
        nextAttemptAt: at(2),
        reason: 'No answer.',
        uncertain: true,
      } as const;
      await opened.archive.deliveries.settle(await claimOne(), 'one', again);
      expect(await opened.archive.deliveries.latest(1)).toMatchObject({
        state: 'planned',
        reason: 'No answer.',
      });
      expect(await claim('one', 1)).toEqual([]);
      expect(await claimOne('one', 2)).toMatchObject({ uncertain: true, attempts: 2 });
    });

    test.each(['sent', 'silent'] as const)(
      'a schedule whose delivery is %s has its reader informed up to the first attempt',
      async (kind) => {
        const read = await opened.archive.schedules.add(aSchedule());
        await opened.archive.schedules.decide(read, due(read));
        await opened.archive.deliveries.settle(await claimOne('one', 4), 'one', {
          kind,
          at: at(9),
          ref: 'm',
          late: true,
        });
        expect((await opened.archive.schedules.get(1))?.lastSentUntil).toBe(at(4).toISOString());
      },
    );

    test('what is not sent leaves its reader where they were', async () => {
      const read = await opened.archive.schedules.add(aSchedule());
      await opened.archive.schedules.decide(read, due(read));
      await opened.archive.deliveries.settle(await claimOne(), 'one', {
        kind: 'failed',
        at: at(9),
        reason: 'It is broken.',
      });
      expect((await opened.archive.schedules.get(1))?.lastSentUntil).toBeNull();
    });

    test('a refusal stops the schedule and plans one notice, in spite of a second refusal', async () => {
      const read = await opened.archive.schedules.add(aSchedule());
      await opened.archive.schedules.decide(read, due(read));
      await add('b', { schedule: 1 });
      for (const notice of ['notice-1', 'notice-2']) {
        const delivery = await claimOne();
        await opened.archive.deliveries.settle(delivery, 'one', {
          kind: 'refused',
          at: at(1),
          reason: 'The channel is archived.',
          notices: [aDelivery(notice, { destination: channel('U1'), plannedAt: at(5).toISOString() })],
        });
      }
      const stopped = await opened.archive.schedules.get(1);
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
        await opened.archive.deliveries.settle(delivery, 'one', {
          kind: 'again',
          nextAttemptAt: at(60),
          reason: 'busy',
          uncertain: delivery.key === 'uncertain',
        });
      expect(keys(await opened.archive.deliveries.expire(new Date(at(10).getTime() - 1)))).toEqual([]);
      expect(keys(await opened.archive.deliveries.expire(at(10)))).toEqual(['late']);
      expect(await opened.archive.deliveries.counts()).toEqual({ planned: 2, skipped: 1 });
    });

    test('forgets what was finished long ago, and nothing else', async () => {
      await add('a');
      await opened.archive.deliveries.settle(await claimOne(), 'one', {
        kind: 'sent',
        at: at(0),
        ref: 'm',
        late: false,
      });
      await add('b');
      expect(await opened.archive.deliveries.forget(at(0))).toBe(0);
      expect(await opened.archive.deliveries.forget(at(1))).toBe(1);
      expect(await opened.archive.deliveries.counts()).toEqual({ planned: 1 });
    });
  });
}
