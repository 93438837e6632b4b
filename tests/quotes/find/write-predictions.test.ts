import { describe, expect, it } from 'vitest';
import { toPredictions } from '../../../src/quotes/find/write-predictions.ts';
import { found } from './the-model.ts';

describe('predictions', () => {
  const body = 'Mayor Ines Okafor met the crew.\n\n“The timetable was a mistake from the start,” she said.';

  it('give the words, the deciding mention and the full name, with offsets into the text', () => {
    expect(toPredictions('a', body, found(body))).toEqual({
      id: 'a',
      quotes: [
        {
          start: body.indexOf('The timetable'),
          end: body.indexOf(',” she') + 1,
          text: 'The timetable was a mistake from the start,',
          kind: 'direct',
          speaker: {
            start: body.indexOf('she'),
            end: body.indexOf('she') + 3,
            text: 'she',
            name: 'Ines Okafor',
          },
        },
      ],
    });
  });

  it('know no marks within marks: the words before, in and behind them are spans of their own', () => {
    const nested = '“The pilot shouted “hard over” and then the lights went out,” Nora Vance said.';
    const { quotes } = toPredictions('c', nested, found(nested));
    expect(quotes.map(({ text, speaker }) => `${text.trim()} — ${speaker?.name}`)).toEqual([
      'The pilot shouted — Nora Vance',
      'hard over — Nora Vance',
      'and then the lights went out, — Nora Vance',
    ]);
    for (const { start, end, text } of quotes) expect(nested.slice(start, end)).toBe(text);
  });

  it('have no speaker where nobody is named', () => {
    const alone = '“The tide waits for no one at all, it is said.”';
    expect(toPredictions('b', alone, found(alone)).quotes.map(({ speaker }) => speaker)).toEqual([null]);
  });
});
