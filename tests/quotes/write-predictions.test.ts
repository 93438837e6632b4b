import { describe, expect, it } from 'vitest';
import { toPredictions } from '../../src/quotes/write-predictions.ts';
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

  it('have no speaker where nobody is named', () => {
    const alone = '“The tide waits for no one at all, it is said.”';
    expect(toPredictions('b', alone, found(alone)).quotes.map(({ speaker }) => speaker)).toEqual([null]);
  });
});
