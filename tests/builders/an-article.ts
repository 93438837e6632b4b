import type { CleanArticle } from '../../src/kernel/article.ts';

/** A clean article with every field set. A test overrides the fields that it is about. */
export function anArticle(given: Partial<CleanArticle> = {}): CleanArticle {
  return {
    headline: 'Harbour council agrees on a new ferry',
    outlet: 'The Harbour Post',
    byline: 'By Ada Quill',
    publishedAt: '2024-04-26',
    publishedHow: 'stated under the headline',
    url: 'https://harbour-post.example/ferry',
    origin: 'ferry.html',
    body: [
      'The harbour council agreed on Friday to buy a second ferry after a long winter of cancelled crossings.',
      '“We will keep talking until the boats run on time,” said Mayor Ines Okafor.',
      'The operator, Northline, said that the timetable would follow in June.',
    ].join('\n\n'),
    ...given,
  };
}
