import { expect, it } from 'vitest';
import { nextTimes } from '../../../src/answer/schedules/next-times.ts';

it('shows the next times of every few hours from the whole hour, as they will be sent', () => {
  const now = new Date('2026-03-11T12:37:00Z');
  expect(nextTimes('every 2 hours', { zone: 'UTC', now })).toBe(
    'Wed 11 Mar 14:00 · Wed 11 Mar 16:00 · Wed 11 Mar 18:00',
  );
});
