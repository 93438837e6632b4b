import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zonesLike } from '../../../src/kernel/time/zones.ts';

it.each([
  ['new york', 'America/New_York'],
  ['NEW_YORK', 'America/New_York'],
  ['chath', 'Pacific/Chatham'],
  ['lord', 'Australia/Lord_Howe'],
  ['são pau', 'America/Sao_Paulo'],
  ['america/chicago', 'America/Chicago'],
  ['utc', 'UTC'],
])('a zone is found by a piece of its name: %s', (typed, zone) => {
  expect(zonesLike(typed, 5)[0]).toBe(zone);
});

it('whatever is typed, zones that this machine knows are offered, and no more than asked for', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), fc.nat(120), (typed, limit) => {
      const offered = zonesLike(typed, limit);
      expect(offered.length).toBeLessThanOrEqual(limit);
      expect(new Set(offered).size).toBe(offered.length);
      for (const zone of offered) new Intl.DateTimeFormat('en', { timeZone: zone });
    }),
    { numRuns: 300 },
  );
});
