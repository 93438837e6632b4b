import type { RawInput } from '../../src/ingest/files/read-input.ts';

/** Three paragraphs that only an article has. */
export const STORY = [
  'HARBOR CITY — The port authority opened its new ferry terminal on Tuesday after two years of delays that doubled its cost.',
  '“We kept the promise we made to the islands,” Mayor Ada Lindqvist said at the opening, where about three hundred people had gathered in the rain.',
  'The first boat left at noon with forty passengers, a brass band and a crate of oysters, according to the harbor master.',
] as const;

/** A second story, for pages that hold two. */
export const OTHER_STORY = [
  'The school board voted four to three on Monday to keep the library open in the evening, after a meeting that lasted five hours.',
  '“A locked library teaches nobody anything,” board member Tomas Reyes told the room before the vote, and the room applauded him.',
  'The budget for the evening hours will be taken from a reserve that the board set aside for repairs two summers ago.',
] as const;

interface PageParts {
  readonly headline: string;
  readonly byline: string;
  readonly date: string;
  readonly above: readonly string[];
  readonly story: readonly string[];
  readonly below: readonly string[];
}

const PARTS: PageParts = {
  headline: 'Harbor City Opens Its Ferry Terminal Two Years Late',
  byline: 'By Nora Whitfield',
  date: 'Published 2 years ago on\nMarch 4, 2022',
  above: ['Skip to content', 'Menu', 'Share', 'Getting your audio player ready...'],
  story: STORY,
  below: [
    'RELATED TOPICS:',
    'DON’T MISS',
    'Baker Wins Third Prize for a Loaf Shaped Like a Lighthouse',
    'DON’T MISS',
    'Council Delays Vote on Tram Line Until the Autumn Session',
    'UP NEXT',
    'Rain Expected All Week, and Then Some More of It',
    'Market Hall to Close for Good. ‘We Had a Fine Run,’ Says Owner',
    'A row of empty stalls still carried signs for the “final weekend.” And,...',
    '7 hours ago',
    'FILE — A tram waits at the depot, where the driver once called it “a very slow horse,” in Harbor City, Jan. 3, 2021. (Lee Park/Harbor Wire)',
    '9 hours ago',
    'Leave a Reply',
    'Your email address will not be shown. Fields marked * are required',
    'Sign up for our morning newsletter',
    'Send this to a friend',
  ],
};

/** A page as "select all, copy, paste" gives it: an article with the furniture around it. */
export function aPage(parts: Partial<PageParts> = {}): string {
  const { headline, byline, date, above, story, below } = { ...PARTS, ...parts };
  return [...above, [headline, byline, date].filter(Boolean).join('\n'), ...story, ...below].join('\n\n');
}

/** One input of a person, before any format is known. */
export function anInput(parts: Partial<RawInput> = {}): RawInput {
  return { name: 'page.txt', format: 'text', content: aPage(), given: {}, ...parts };
}
