import { describe, expect, test } from 'vitest';
import { contentWords, quoteForFts, splitWords } from '../../src/text/split-words.ts';

describe('words of a text', () => {
  test.each([
    ['The U.S. and China', ['the', 'u.s', 'and', 'china']],
    ['1,000 kilos, 3.5 tons.', ['1,000', 'kilos', '3.5', 'tons']],
    ['Schumer’s anti-drug plan', ['schumer', 'anti', 'drug', 'plan']],
    ["O'Brien didn’t", ["o'brien", "didn't"]],
    ['fenta\u00ADnyl ﬁght', ['fentanyl', 'fight']],
    ['打击毒品 now', ['打击', '击毒', '毒品', 'now']],
    ['“…” — 😀', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test('without function words, unless nothing else is left', () => {
    expect(contentWords('who is it that didn’t want the ferry')).toEqual(['want', 'ferry']);
    expect(contentWords('who is it')).toEqual(['who', 'is', 'it']);
  });

  test('as FTS5 strings, which end only where they should', () => {
    expect(quoteForFts('a" OR "b\0')).toBe('"a  OR  b "');
    expect(quoteForFts('毒品')).toBe('"毒 品"');
  });
});
