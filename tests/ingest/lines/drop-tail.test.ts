import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/ingest/files/read-input.ts';

const PARAGRAPHS = [
  'The harbour board met on the last evening of the month and put off its choice between the two bids once more.',
  'Its chair said the figures that both companies had sent in would be read again by people from outside the town.',
  'Fishermen who have waited for a new quay since the storms of two winters ago left the room before the vote.',
  'A third bid, from a yard in the next county, came in a day late and was sent back without having been opened.',
  'The board means to meet again in three weeks, and says that it will then choose, whatever the figures come to.',
];

const bodyOf = (tail: readonly string[]): string | undefined =>
  readInput({
    name: 'a paste',
    format: 'text',
    content: ['Harbour board puts off its choice again', ...PARAGRAPHS, ...tail].join('\n\n'),
    given: {},
  }).articles[0]?.article.body;

describe('below the text of a pasted page', () => {
  it.each([
    [
      'a notice about cookies',
      'When you visit our website, small files are stored in your browser, and cookies help us to learn from it.',
    ],
    [
      'how to reach the writer',
      'The harbour is followed for this paper by Ann Example, who can be reached at ann@example.org on any day.',
    ],
    [
      'sources of a study',
      'Example A, Sample B, Model C, et al. Storms and quays in small harbours, and what becomes of them after.',
    ],
    [
      'a notice on what the page is for',
      'The information provided on this website is meant for readers in the county and is checked twice a year.',
    ],
    [
      'an appeal for money',
      'For the price of a cup of coffee a month, readers along the whole coast make this paper possible every week.',
    ],
    [
      'an offer of letters by mail',
      'Sign up for our weekly newsletter, and what was said in the harbour will be with you before the boats leave.',
    ],
    [
      'a note on a change',
      'This story was updated to clarify which of the two yards had sent in its bid a day later than the other one.',
    ],
    [
      'who the writer is, titles capitalised',
      'Ann Example is the Senior Harbour Editor at the Herald, where she looks after quays, boats and their owners.',
    ],
  ])('%s is left out', (_, closing) => {
    expect(bodyOf([closing])).toBe(bodyOf([]));
  });

  it('a closing paragraph that quotes somebody about such things stays', () => {
    const quote =
      '“We never said that our website stores cookies in the browser of anybody who has not agreed,” the chair said.';
    expect(bodyOf([quote])).toContain(quote);
  });

  it('what speaks of such things further up stays', () => {
    const [first = '', ...rest] = PARAGRAPHS;
    const notice =
      'The website of the board had kept cookies in every browser until a reader in the town wrote in about it.';
    const text = ['Harbour board puts off its choice again', first, notice, ...rest].join('\n\n');
    const { articles } = readInput({ name: 'a paste', format: 'text', content: text, given: {} });
    expect(articles[0]?.article.body).toContain(notice);
  });
});

describe('among the paragraphs of a pasted page', () => {
  const withLine = (line: string) => {
    const [first = '', ...rest] = PARAGRAPHS;
    return readInput({
      name: 'a paste',
      format: 'text',
      content: ['Harbour board puts off its choice again', first, line, ...rest].join('\n\n'),
      given: {},
    }).articles[0]?.article.body;
  };

  it.each([
    [
      'that ends in its day',
      'Boats lie at the old quay of the harbour during the storm, Tuesday, Nov. 14, 2023.',
    ],
    [
      'that says who stands where',
      'Ann Example (left) and a clerk of the harbour board look over the two bids again.',
    ],
    [
      'that says whose picture it is',
      'The quay as the board would have it, seen from the sea at low tide. Credit: Example Yard',
    ],
  ])('a caption %s is left out', (_, caption) => {
    expect(withLine(caption)).toBe(bodyOf([]));
  });

  it('a note on what the site is paid for is left out', () => {
    const note =
      'When you buy a rope or a lamp through a link on this page, we may earn a small commission from the shop that sold it.';
    expect(withLine(note)).toBe(bodyOf([]));
  });

  it.each([
    [
      'with a day in it',
      'The board will meet on Tuesday, Nov. 14, 2023, in the old fish hall beside the quay.',
    ],
    [
      'that ends in a day to come',
      'The board and the two yards will meet in the old fish hall on Tuesday, Nov. 14, 2023.',
    ],
    [
      'that speaks of an image',
      'The delay has hurt the town and its image: no yard in the county has bid for the work since.',
    ],
  ])('a sentence %s stays', (_, sentence) => {
    expect(withLine(sentence)).toContain(sentence);
  });
});
