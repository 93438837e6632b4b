import { expect, it } from 'vitest';
import { nearestZone, readZone } from '../../src/ask/read-zone.ts';

it.each([
  ['ET', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['europe/paris', 'Europe/Paris'],
  [' UTC ', 'UTC'],
  ['asia/kathmandu', 'Asia/Kathmandu'],
])('reads the zone “%s” as %s', (typed, zone) => {
  expect(readZone(typed)).toBe(zone);
});

it.each(['EST5EDT', '+02:00', 'Mars/Base', 'Paris', ''])('reads no zone from “%s”', (typed) => {
  expect(readZone(typed)).toBeNull();
});

it('offers the zone with the nearest name', () => {
  expect(nearestZone('europe/pariss')).toBe('Europe/Paris');
  expect(nearestZone('America/New York')).toBe('America/New_York');
});
