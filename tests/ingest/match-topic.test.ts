import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicMatcher } from '../../src/ingest/match-topic.ts';

describe('a topic', () => {
  const matches = topicMatcher(['ferry', 'sea walls', 'Okafor’s', 'café', '海堤']);

  it.each([
    'Two ferries are late',
    'FERRY!',
    'The sea-wall held',
    'along the sea wall’s foot',
    'Mayor Okafor said',
    'the Cafe on the quay',
    '新的海堤很高',
  ])('is touched by %j', (text) => expect(matches(text)).toBe(true));

  it.each(['', 'The wall of the sea', 'sea of walls', 'A ferrous taste', 'okra', '海'])(
    'is not touched by %j',
    (text) => expect(matches(text)).toBe(false),
  );

  it.each([[[]], [['—', ' ']]])('without a word (%j) lets everything pass', (topic) => {
    expect(topicMatcher(topic)('anything')).toBe(true);
  });

  it('is touched by any text that holds one of its words, wherever it stands', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(fc.property(text, text, (before, after) => matches(`${before} ferries ${after}`)));
  });
});
