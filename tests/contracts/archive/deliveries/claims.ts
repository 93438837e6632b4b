import { describe, expect, test } from 'vitest';
import { destinationKey } from '../../../../src/kernel/asker.ts';
import { CHANNEL } from '../../../builders/a-schedule.ts';
import type { OpenedArchive } from '../opened-archive.ts';
import { at, channel, NOON, openOutbox } from './opened-outbox.ts';

export function describeClaims(open: () => Promise<OpenedArchive>): void {
  describe('claims', () => {
    const { opened, claim, claimOne, add, keys } = openOutbox(open);
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
      expect(await opened.archive.deliveries.nextAttemptAt(['slack'])).toBe(at(5).toISOString());
      expect(keys(await claim('one', 5))).toEqual(['later']);
      expect(await opened.archive.deliveries.nextAttemptAt(['console'])).toBeNull();
    });

    test('gives the oldest of each address, none of a busy one', async () => {
      for (const [key, id] of ['a:1', 'b:1', 'c:2', 'd:3'].map((each) => each.split(':')))
        await add(key ?? '', { destination: channel(id ?? '') });
      expect(keys(await claim('one', 0, { busy: [destinationKey(channel('3'))] }))).toEqual(['a', 'c']);
    });

    test('keeps a person apart from a channel of the same id', async () => {
      await add('channel', { destination: channel('1') });
      await add('direct', { destination: { ...channel('1'), direct: true } });
      await add('busy', { destination: channel('2') });
      const busy = [destinationKey({ ...channel('1'), direct: true }), destinationKey(channel('2'))];
      expect(keys(await claim('one', 0, { busy }))).toEqual(['channel']);
      expect(keys(await claim('one', 0))).toEqual(['direct', 'busy']);
    });

    test('gives a schedule’s deliveries in order, the next once the first is finished', async () => {
      await add('a', { schedule: 7, destination: channel('1') });
      await add('b', { schedule: 7, destination: channel('2') });
      const first = await claimOne();
      expect(first.key).toBe('a');
      await opened.archive.deliveries.settle(first, 'one', {
        kind: 'again',
        nextAttemptAt: at(60),
        reason: 'busy',
        uncertain: false,
      });
      expect(await claim('one', 1)).toEqual([]);
      const again = await claimOne('one', 60);
      await opened.archive.deliveries.settle(again, 'one', {
        kind: 'sent',
        at: at(60),
        ref: 'm1',
        late: true,
      });
      expect((await claimOne('one', 60)).key).toBe('b');
    });

    test('what a process held when its lease ended comes out uncertain, and the first may not settle it any more', async () => {
      await add('a', { schedule: 1 });
      const first = await claimOne('one', 0);
      expect(await claim('two', 2)).toEqual([]);
      expect(await opened.archive.deliveries.renew(first, 'one', at(10))).toBe(true);
      expect(await claim('two', 9)).toEqual([]);
      const second = await claimOne('two', 10);
      expect(second).toMatchObject({ uncertain: true, attempts: 2, firstTriedAt: NOON });
      expect(await opened.archive.deliveries.renew(first, 'one', at(20))).toBe(false);
      const sent = { kind: 'sent', at: at(10), ref: 'm1', late: false } as const;
      expect(await opened.archive.deliveries.settle(first, 'one', sent)).toBe(false);
      expect(await opened.archive.deliveries.settle(second, 'two', sent)).toBe(true);
      expect(await opened.archive.deliveries.latest(1)).toMatchObject({
        key: 'a',
        state: 'sent',
        ref: 'm1',
        uncertain: false,
      });
    });

    test('lets go at once of what a process held that is no more', async () => {
      await add('a');
      await claimOne('dead');
      expect(await opened.archive.deliveries.holders()).toEqual(['dead']);
      expect(await opened.archive.deliveries.release('dead', at(0))).toBe(1);
      expect(await opened.archive.deliveries.holders()).toEqual([]);
      expect(await claimOne('two', 0)).toMatchObject({ key: 'a', uncertain: true });
    });
  });
}
