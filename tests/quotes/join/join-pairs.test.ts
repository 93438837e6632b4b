import { describe, expect, it } from 'vitest';
import { ownPairs, scorePairs } from '../../eval/read-pairs.ts';

describe('gold pairs in our own words', () => {
  const { pairs, same, precision, recall } = scorePairs(ownPairs());

  it('are at least 50, the same and not the same', () => {
    expect(pairs).toBeGreaterThanOrEqual(50);
    expect(same).toBeGreaterThanOrEqual(20);
    expect(pairs - same).toBeGreaterThanOrEqual(20);
  });

  it('are told apart: precision at least 98 in 100, recall at least 90', () => {
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
