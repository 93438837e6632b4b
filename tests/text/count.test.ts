import { describe, expect, it } from 'vitest';
import { andMore, count } from '../../src/text/count.ts';

describe('a count', () => {
  it.each([
    [1, '1 article'],
    [0, '0 articles'],
    [1_204, '1,204 articles'],
  ])('of %i is %j', (n, text) => expect(count(n, 'article')).toBe(text));

  it('takes a plural of its own', () => expect(count(2, 'story', 'stories')).toBe('2 stories'));

  it.each([
    [andMore(7), 'and 7 more'],
    [andMore(1_000), 'and 1,000 more'],
    [andMore(1, 'character'), 'and 1 more character'],
    [andMore(2, 'story', 'stories'), 'and 2 more stories'],
  ])('of what is left out: %j', (said, text) => expect(said).toBe(text));
});
