import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../../src/desk/load-model.ts';
import { readModel } from '../../src/quotes/read-model.ts';

const TEXT = readFileSync(dataFile('quotation-model.json'), 'utf8');

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
    const model = readModel(JSON.parse(TEXT));
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
    expect(() => readModel(json)).toThrow(message);
  });
});
