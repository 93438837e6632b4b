import { describe, expect, it } from 'vitest';
import type { Cadence } from '../../../src/kernel/schedule.ts';
import { nextSlot, nextSlots } from '../../../src/kernel/time/next-slot.ts';
import { awkwardCadences } from '../../bench/awkward-schedules.ts';
import { planOtherwise } from '../../bench/plan-otherwise.ts';
import { wallMinutes } from '../../bench/wall-minutes.ts';

const daily = (...times: string[]): Cadence => ({ kind: 'days', days: [1, 2, 3, 4, 5, 6, 7], times });
const cron = (expression: string): Cadence => ({ kind: 'cron', expression });
const slots = (cadence: Cadence, zone: string, from: string, count = 3) =>
  nextSlots(cadence, zone, new Date(from), count).map((slot) => slot.toISOString().slice(5, 16));

describe('when a schedule is due', () => {
  it('follows the wall clock of its zone through a change of clocks', () => {
    expect(slots(daily('08:00'), 'America/New_York', '2026-03-07T00:00Z')).toEqual([
      '03-07T13:00',
      '03-08T12:00',
      '03-09T12:00',
    ]);
  });

  it('runs a skipped time once, at the first instant after the gap', () => {
    expect(slots(daily('02:10', '02:40'), 'America/New_York', '2026-03-07T12:00Z')).toEqual([
      '03-08T07:00',
      '03-09T06:10',
      '03-09T06:40',
    ]);
    expect(slots(daily('02:15'), 'Australia/Lord_Howe', '2026-10-03T00:00Z', 2)).toEqual([
      '10-03T15:30',
      '10-04T15:15',
    ]);
  });

  it('runs a skipped time before midnight at midnight', () => {
    expect(slots(daily('23:30'), 'America/Nuuk', '2026-03-27T12:00Z')).toEqual([
      '03-28T01:30',
      '03-29T01:00',
      '03-30T00:30',
    ]);
  });

  it('runs the times of a skipped day at the beginning of the next', () => {
    expect(slots(daily('08:00'), 'Pacific/Apia', '2011-12-29T00:00Z', 4)).toEqual([
      '12-29T18:00',
      '12-30T10:00',
      '12-30T18:00',
      '12-31T18:00',
    ]);
  });

  it('runs a repeated time once, the first time', () => {
    expect(slots(daily('01:30'), 'America/New_York', '2026-11-01T00:00Z')).toEqual([
      '11-01T05:30',
      '11-02T06:30',
      '11-03T06:30',
    ]);
    expect(slots(cron('30 1 * * *'), 'America/New_York', '2026-11-01T00:00Z', 2)).toEqual([
      '11-01T05:30',
      '11-02T06:30',
    ]);
  });

  it('runs every real hour where the hour is not named', () => {
    const hourly = { kind: 'hours', every: 1, from: '2026-11-01T04:00:00Z' } as const;
    const through = ['11-01T05:00', '11-01T06:00', '11-01T07:00', '11-01T08:00'];
    expect(slots(hourly, 'America/New_York', '2026-11-01T04:30Z', 4)).toEqual(through);
    expect(slots(cron('0 * * * *'), 'America/New_York', '2026-11-01T04:30Z', 4)).toEqual(through);
  });

  it('counts every N hours from where it was begun, never before', () => {
    const from = '2026-03-11T12:30:00Z';
    expect(slots({ kind: 'hours', every: 5, from }, 'UTC', '2026-03-01T00:00Z', 2)).toEqual([
      '03-11T12:30',
      '03-11T17:30',
    ]);
  });

  it('runs on the last day of a month that is too short', () => {
    expect(slots({ kind: 'monthly', on: [30], times: ['09:00'] }, 'UTC', '2026-01-30T09:00Z')).toEqual([
      '02-28T09:00',
      '03-30T09:00',
      '04-30T09:00',
    ]);
  });

  it('says when no slot ever comes', () => {
    expect(nextSlot(cron('0 0 30 2 *'), 'UTC', new Date('2026-01-01T00:00Z'))).toBeNull();
  });

  // `npm run simulate` does so in all of them, through the archive and the outbox.
  it.each(['Australia/Lord_Howe', 'Africa/Casablanca', 'Antarctica/Troll', 'America/Nuuk', 'Africa/Cairo'])(
    'agrees in %s with a plan made by looking at every minute of a year',
    (zone) => {
      const from = Date.parse('2025-12-31T13:00:00Z');
      const walls = wallMinutes(zone, from, 366 * 1440);
      const until = from + walls.length * 60_000;
      for (const cadence of awkwardCadences(zone.length, '2026-01-05T06:00:00Z')) {
        const planned: number[] = [];
        let slot = nextSlot(cadence, zone, new Date(from));
        for (; slot && slot.getTime() < until; slot = nextSlot(cadence, zone, slot))
          planned.push((slot.getTime() - from) / 60_000);
        expect({ cadence, planned }).toEqual({ cadence, planned: planOtherwise(cadence, walls, from) });
      }
    },
  );
});
