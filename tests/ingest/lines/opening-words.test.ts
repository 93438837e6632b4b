import { expect, it } from 'vitest';
import { openingWords } from '../../../src/ingest/lines/opening-words.ts';

it('takes the first line of a body as its opening words', () => {
  expect(openingWords('The ferry left.\n\nNobody was on it.')).toBe('The ferry left.');
});

it('cuts opening words between words at 90 characters', () => {
  expect(openingWords(`${'word '.repeat(40)}`)).toBe(`${'word '.repeat(18).trim()}…`);
});
