import { expect, it } from 'vitest';
import { awkwardCadences } from '../bench/awkward-schedules.ts';
import { simulateYear } from '../bench/simulate-year.ts';
import { seededRandom } from '../builders/make-copies.ts';

it('sends every slot of a fortnight around the clock changes once, at its time, through restarts, outages and bad lines', async () => {
  const random = seededRandom(7);
  const { wrong, ...counts } = await simulateYear({
    zones: ['America/New_York', 'Australia/Lord_Howe', 'America/Nuuk'],
    cadences: awkwardCadences,
    from: '2026-03-23T00:00:00.000Z',
    days: 14,
    // Outages and restarts are far more frequent here than in the simulated year.
    random: () => random() ** 1.6,
  });
  expect(wrong).toEqual([]);
  expect(counts.slots).toBeGreaterThan(300);
  expect(counts.restarts).toBeGreaterThan(50);
  expect(counts.late).toBeGreaterThan(0);
  expect(counts.skipped).toBeGreaterThan(0);
  expect(counts.troubled).toBeGreaterThan(5);
}, 60_000);
