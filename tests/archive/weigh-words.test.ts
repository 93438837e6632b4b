import { describe, expect, test } from 'vitest';
import type { WeighedWord } from '../../src/archive/search/weigh-words.ts';
import { anyWithin } from '../../src/archive/sqlite/search/weigh-words.ts';

const weighed = (word: string, rows: number): WeighedWord => ({
  spellings: [word],
  rows,
});

describe('a question of any of several words', () => {
  test('takes all of them when together they are rare', () => {
    expect(anyWithin(100, [weighed('talks', 40), weighed('precursor', 3)])).toBe('"precursor" OR "talks"');
  });

  test('takes the rarest up to the budget, and a common one only beside its neighbour', () => {
    const words = [weighed('people', 90), weighed('want', 80), weighed('precursor', 3)];
    expect(anyWithin(100, words)).toBe('"precursor" OR "want" OR NEAR("people" "want", 4)');
  });

  test('takes common words only as neighbours when each is past the budget', () => {
    expect(anyWithin(10, [weighed('people', 90), weighed('want', 80)])).toBe('NEAR("people" "want", 4)');
  });

  test('takes one common word by itself rather than nothing', () => {
    expect(anyWithin(10, [weighed('people', 90)])).toBe('"people"');
    expect(anyWithin(10, [])).toBeNull();
  });
});
