import { expect, it } from 'vitest';
import { timesText } from '../../../src/kernel/time/times-text.ts';

const now = new Date('2026-12-30T12:00:00Z');
const times = ['2026-12-31T23:30:00Z', '2027-01-01T23:30:00Z'].map((time) => new Date(time));

it('times are told in the zone’s own days, with the year where it is another', () => {
  expect(timesText(times, { zone: 'UTC', now })).toBe('Thu 31 Dec 23:30 · Fri 1 Jan 2027 23:30');
  expect(timesText(times, { zone: 'Pacific/Apia', now })).toBe('Fri 1 Jan 2027 12:30 · Sat 2 Jan 2027 12:30');
});

it('no times are told in no words', () => {
  expect(timesText([], { zone: 'UTC', now })).toBe('');
});
