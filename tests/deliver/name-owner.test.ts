import { expect, it } from 'vitest';
import { nameOwner, ownerMayLive } from '../../src/deliver/name-owner.ts';
import { retryDelayMs } from '../../src/deliver/retry-delay.ts';

const self = nameOwner(40, () => 0.5);
const host = self.split(':').slice(0, -2).join(':');
const nobodyRuns = () => false;

it('knows that it lives itself, and that a process with its own id under another name is gone', () => {
  expect(ownerMayLive(self, self, nobodyRuns)).toBe(true);
  // A restarted container has the same process id.
  expect(
    ownerMayLive(
      nameOwner(40, () => 0.1),
      self,
      () => true,
    ),
  ).toBe(false);
});

it('asks this machine whether another process runs, and believes of other machines that theirs do', () => {
  const other = nameOwner(41, () => 0.1);
  expect(ownerMayLive(other, self, nobodyRuns)).toBe(false);
  expect(ownerMayLive(other, self, (pid) => pid === 41)).toBe(true);
  expect(ownerMayLive(`not-${host}:41:abc`, self, nobodyRuns)).toBe(true);
});

it('waits longer after each failure, up to five minutes, half of it by chance', () => {
  expect([1, 2, 3, 20, 2_000].map((n) => retryDelayMs(n, () => 1))).toEqual([
    2_000, 4_000, 8_000, 300_000, 300_000,
  ]);
  expect([1, 20].map((n) => retryDelayMs(n, () => 0))).toEqual([1_000, 150_000]);
});
