import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { countEdits } from '../../src/text/count-edits.ts';

describe('edits between two words', () => {
  test.each([
    ['precursor', 'precursor', 0],
    ['precursro', 'precursor', 1],
    ['fentanly', 'fentanyl', 1],
    ['sustaned', 'sustained', 1],
    ['ehte', 'hete', 1],
    ['abcd', 'badc', 2],
    ['', 'ab', 2],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(countEdits(a, b, 2)).toBe(edits);
    expect(countEdits(b, a, 2)).toBe(edits);
  });

  test('are no more than Levenshtein counts, no fewer than half of that, and cut off past the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 9 }), (a, b, atMost) => {
        const edits = countEdits(a, b, 99);
        expect(edits).toBeLessThanOrEqual(distance(a, b));
        expect(edits).toBeGreaterThanOrEqual(distance(a, b) / 2);
        expect(countEdits(a, b, atMost)).toBe(Math.min(edits, atMost + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});
