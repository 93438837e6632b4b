import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORD_VECTORS } from '../../../src/desk/read/load-model.ts';
import { projectFile } from '../../../src/kernel/settings/project-file.ts';
import { parseModel } from '../../../src/quotes/find/words/parse-model.ts';
import { addMean } from '../../../src/quotes/find/words/word-vectors.ts';

const TEXT = readFileSync(projectFile('data/quotation-model.json'), 'utf8');
const VECTORS = JSON.parse(readFileSync(WORD_VECTORS, 'utf8'));

describe('the shipped quotation model', () => {
  it('says what it was trained on, when, and how well it does', () => {
    expect(JSON.parse(TEXT).card).toMatchObject({
      trainedOn: expect.any(String),
      articles: 840,
      when: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      scores: { 'dev all': expect.any(Number), '5-fold all': expect.any(Number) },
    });
  });

  it('holds numbers by single words and shapes, and no stretch of prose', () => {
    const { card: _, ...parts } = JSON.parse(TEXT);
    for (const table of Object.values<Record<string, number>>(parts))
      for (const [feature, weight] of Object.entries(table)) {
        expect(Number.isFinite(weight)).toBe(true);
        expect(feature.split(/\s+/).filter((word) => /^[a-z]{5,}$/.test(word)).length).toBeLessThan(8);
      }
  });

  it('is read whole', () => {
    const model = parseModel(JSON.parse(TEXT), VECTORS);
    expect(model.cues.get('said')).toBeGreaterThan(0.5);
    expect(model.ranker.size).toBeGreaterThan(1_000);
  });
});

describe('a damaged model', () => {
  it.each([
    ['null', null, /not an object/],
    ['a part missing', { cues: {} }, /no part "quoted"/],
    [
      'a word for a number',
      { ...JSON.parse(TEXT), ranker: { x: 'y' } },
      /"ranker" holds something that is no number/,
    ],
  ])('is refused with what is wrong: %s', (_name, json, message) => {
    expect(() => parseModel(json, VECTORS)).toThrow(message);
  });
});

describe('the shipped word vectors', () => {
  const { vectors } = parseModel(JSON.parse(TEXT), VECTORS);
  const numbersOf = (word: string) => {
    const sum = new Float64Array(vectors.dimensions);
    addMean(vectors, [{ lower: word }], 1, sum, 0);
    return [...sum];
  };
  const apart = (a: string, b: string) =>
    Math.hypot(...numbersOf(a).map((x, d) => x - (numbersOf(b)[d] ?? 0)));

  it('hold single words and numbers, and say where they are from', () => {
    expect(VECTORS.card).toMatchObject({ from: expect.stringMatching(/GloVe/), words: vectors.starts.size });
    expect(Object.keys(VECTORS).sort()).toEqual(['card', 'dimensions', 'numbers', 'words']);
    expect([...vectors.starts.keys()].every((word) => /^\S+$/.test(word))).toBe(true);
  });

  it('lie close together for words that are used alike', () => {
    expect(apart('shirts', 'hats')).toBeLessThan(apart('shirts', 'said'));
    expect(apart('memoir', 'novel')).toBeLessThan(apart('memoir', 'sanctions'));
  });

  it('are the mean of the words known, a possessive as its word, and nothing for words unknown', () => {
    expect(numbersOf("senator's")).toEqual(numbersOf('senator'));
    expect(numbersOf('qqzzx').every((x) => x === 0)).toBe(true);
    const sum = new Float64Array(vectors.dimensions + 1);
    addMean(vectors, [{ lower: 'hat' }, { lower: 'qqzzx' }, { lower: 'sign' }], 2, sum, 1);
    expect(sum[0]).toBe(0);
    expect(sum[1]).toBeCloseTo((numbersOf('hat')[0] ?? 0) + (numbersOf('sign')[0] ?? 0));
  });

  it.each([
    ['nothing', null, /"dimensions", "words" and "numbers"/],
    ['a number missing', { ...VECTORS, dimensions: 9 }, /not 9 numbers for each of 25000 words/],
  ])('are refused when damaged: %s', (_name, vectors, message) => {
    expect(() => parseModel(JSON.parse(TEXT), vectors)).toThrow(message);
  });
});
