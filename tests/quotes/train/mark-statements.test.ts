import { describe, expect, it } from 'vitest';
import type { GoldArticle } from '../../../src/quotes/train/gold.ts';
import { markStatements } from '../../../src/quotes/train/mark-statements.ts';

const TEXT =
  'Ines Okafor said the new ferry would sail before the winter storms began. “It will,” she said.\n\nTom Harker doubts that anybody will ever board it.';

function spanOf(words: string, from = 0) {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, text: words };
}

const ARTICLE: GoldArticle = {
  id: 'a',
  publisher: 'p',
  text: TEXT,
  quotes: [
    { id: 'q', ...spanOf('It will'), kind: 'direct', source: spanOf('she', 60), attribution: 'quoted' },
  ],
  others: [],
  attributions: [
    {
      id: 'told',
      source: spanOf('Ines Okafor'),
      cue: spanOf('said'),
      content: spanOf('the new ferry would sail before the winter storms began'),
    },
    { id: 'quoted', source: spanOf('she', 60), cue: null, content: spanOf('It will') },
    {
      id: 'doubt',
      source: spanOf('Tom Harker'),
      cue: spanOf('doubts'),
      content: spanOf('that anybody will ever board it'),
    },
  ],
};

describe('reported statements made into quotations for training', () => {
  it('stand in marks, and every span still cuts its own words', () => {
    for (let seed = 1; seed < 60; seed++) {
      const made = markStatements(ARTICLE, seed);
      expect(made.text.replaceAll(/[“”]/g, '')).toBe(TEXT.replaceAll(/[“”]/g, ''));
      expect(made.quotes.map(({ id }) => id)).toEqual(['made told', 'q', 'made doubt']);
      for (const { start, end, text, source } of made.quotes) {
        expect(made.text.slice(start, end)).toBe(text);
        expect(made.text.charAt(start - 1)).toBe('“');
        expect(made.text.charAt(end)).toMatch(/[”,]/);
        expect(source && made.text.slice(source.start, source.end)).toBe(source?.text);
      }
    }
  });

  it('are the same for the same seed, and others for another', () => {
    expect(markStatements(ARTICLE, 7)).toEqual(markStatements(ARTICLE, 7));
    const texts = new Set(Array.from({ length: 20 }, (_, seed) => markStatements(ARTICLE, seed).text));
    expect(texts.size).toBeGreaterThan(5);
  });
});
