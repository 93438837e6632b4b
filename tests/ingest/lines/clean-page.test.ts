import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/ingest/files/read-input.ts';
import { anInput, aPage, OTHER_STORY, STORY } from '../../builders/a-page.ts';
import { labelled, only } from './clean-one.ts';

describe('a pasted page', () => {
  it('keeps the story word for word and drops what the page put around it', () => {
    const { article } = only(aPage());
    expect(article.body).toBe(STORY.join('\n\n'));
    expect(article.headline).toBe('Harbor City Opens Its Ferry Terminal Two Years Late');
    expect(article.byline).toBe('Nora Whitfield');
    expect(article.origin).toBe('page.txt');
  });

  it('drops quotation marks that stand in teasers and captions', () => {
    const { article } = only(aPage());
    expect(article.body).not.toContain('final weekend');
    expect(article.body).not.toContain('slow horse');
  });

  it('gives every line that holds anything one label, with its number in the input', () => {
    const content = aPage();
    const { lines } = only(content);
    const input = content.split('\n');
    expect(lines.map(({ number }) => number)).toEqual(
      input.flatMap((line, at) => (line.trim() ? [at + 1] : [])),
    );
    for (const { number, line } of lines) expect(line).toBe(input[number - 1]);
  });

  it('keeps a subhead inside the text and a lead-in that ends in a colon', () => {
    const story = [STORY[0], 'A Long Wait for the Islands', STORY[1], 'The mayor added:', STORY[2]];
    const cleaned = only(aPage({ story }));
    expect(cleaned.article.body).toBe(story.join('\n\n'));
    expect(labelled(cleaned, 'subhead')).toEqual(['A Long Wait for the Islands']);
    expect(labelled(cleaned, 'body')).toContain('The mayor added:');
  });

  it('keeps answers of one word, even when they come twice', () => {
    const story = [
      STORY[0],
      '“Were you sure it would open?”',
      'Yes.',
      STORY[1],
      '“And the band?”',
      'Yes.',
      STORY[2],
    ];
    expect(only(aPage({ story })).article.body.match(/^Yes\.$/gm)).toHaveLength(2);
  });

  it('takes captions out of the text, and a caption printed twice both times', () => {
    const caption =
      'Mayor Ada Lindqvist cuts a ribbon in Harbor City on March 1, 2022. (Jo Tan/Pool/AFP via Getty Images)';
    const cleaned = only(aPage({ story: [STORY[0], caption, caption, STORY[1], STORY[2]] }));
    expect(cleaned.article.body).toBe(STORY.join('\n\n'));
    expect(labelled(cleaned, 'caption').filter((line) => line === caption)).toHaveLength(2);
  });

  it('collapses a headline that is printed twice', () => {
    const headline = 'Harbor City Opens Its Ferry Terminal Two Years Late';
    const cleaned = only(aPage({ above: ['Home', headline] }));
    expect(cleaned.article.headline).toBe(headline);
    expect(cleaned.article.body).toBe(STORY.join('\n\n'));
  });

  it('labels an agency’s closing credit and keeps it out of the text', () => {
    const credit = 'Harbor Wire and The Coast Press contributed to this report.';
    const cleaned = only(aPage({ story: [...STORY, credit] }));
    expect(cleaned.article.body).toBe(STORY.join('\n\n'));
    expect(labelled(cleaned, 'credit')).toEqual([credit]);
  });

  it('takes two articles from a page that holds two, each with its own headline and lines', () => {
    const second = 'Library Keeps Its Evening Hours After a Close Vote';
    const content = [
      aPage(),
      'Local',
      second,
      'Published',
      'on',
      'Library 20391133 scaled',
      ...OTHER_STORY,
    ].join('\n\n');
    const { articles } = readInput(anInput({ content }));
    expect(articles.map(({ article }) => article.headline)).toEqual([
      'Harbor City Opens Its Ferry Terminal Two Years Late',
      second,
    ]);
    expect(articles[1]?.article.body).toBe(OTHER_STORY.join('\n\n'));
    expect(articles.map(({ article }) => article.origin)).toEqual(['page.txt', 'page.txt#2']);
    const numbers = articles.flatMap(({ lines }) => lines.map(({ number }) => number));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(content.split('\n').filter((line) => line.trim()).length);
  });

  it('takes two clippings in one file apart, with nothing but their heads between them', () => {
    const heads = ['Library Keeps Its Evening Hours After a Close Vote', 'By Ann Osei', 'March 7, 2022'];
    const content = ['Ferry Terminal Opens', ...STORY, ...heads, ...OTHER_STORY].join('\n\n');
    const { articles } = readInput(anInput({ content }));
    expect(articles.map(({ article }) => article.headline)).toEqual(['Ferry Terminal Opens', heads[0]]);
    expect(articles.map(({ article }) => article.publishedAt)).toEqual([null, '2022-03-07']);
  });

  it('takes a card of another story inside an article for no second article', () => {
    const card = ['Advertisement', 'Baker Wins Third Prize for a Lighthouse Loaf', 'March 1, 2022'];
    const { article } = only(aPage({ story: [...STORY, ...card, ...OTHER_STORY] }));
    expect(article.body).toContain(OTHER_STORY[2]);
  });

  it('finds the article below a count of comments and a menu with "Latest" in it', () => {
    const content = ['Latest', 'Sport', 'Comments (40)', aPage()].join('\n\n');
    expect(only(content).article.body).toBe(STORY.join('\n\n'));
  });

  it('prefers the article to the readers’ comments below it, however long they are', () => {
    const rant =
      'I have lived on the islands for forty years and I can tell you that nobody asked us about any of this, not once.';
    const below = ['Comments', 'gull_77', ...Array.from({ length: 5 }, (_, at) => `${rant} Point ${at}.`)];
    expect(only(aPage({ below })).article.body).toBe(STORY.join('\n\n'));
  });

  it('keeps the short lines that a lead-in announces', () => {
    const story = [
      STORY[0],
      STORY[1],
      'The boats leave for:',
      'North Skerry',
      'The Old Pier',
      'Gull Rock',
      STORY[2],
    ];
    expect(only(aPage({ story })).article.body).toBe(story.join('\n\n'));
  });

  it('takes the lines about the writer off the end', () => {
    const about =
      'Nora Whitfield is a senior reporter for The Harbor Post who covers the islands and their boats.';
    const cleaned = only(aPage({ story: [...STORY, about] }));
    expect(cleaned.article.body).toBe(STORY.join('\n\n'));
    expect(labelled(cleaned, 'credit')).toContain(about);
  });

  it('takes the headline above a standfirst, not the standfirst', () => {
    const above = [
      'Harbor City Opens Its Ferry Terminal Late',
      'After two years of delays the boats leave again.',
    ];
    const cleaned = only([...above, 'By Nora Whitfield', ...STORY].join('\n\n'));
    expect(cleaned.article.headline).toBe(above[0]);
    expect(cleaned.article.byline).toBe('Nora Whitfield');
  });

  it('takes a list of headlines with a summary each for no second article', () => {
    const below = [
      'More from this section',
      'Tram Line Vote Is Delayed Again',
      'Jan. 3, 2022',
      OTHER_STORY[0],
      'Baker Wins a Prize',
      'Jan. 4, 2022',
      OTHER_STORY[2],
    ];
    expect(readInput(anInput({ content: aPage({ below }) })).articles).toHaveLength(1);
  });

  it('joins the lines of a hard-wrapped text into its paragraphs', () => {
    const wrap = (text: string) => text.replace(/(.{50,66})\s/g, '$1\n');
    const { article, lines } = only(['Ferry Terminal Opens', ...STORY.map(wrap)].join('\n\n'));
    expect(article.body).toBe(STORY.join('\n\n'));
    expect(lines.filter(({ label }) => label === 'body').length).toBeGreaterThan(6);
  });

  it('reads one bare paragraph, and calls it by its opening words', () => {
    const { article } = only(STORY[1]);
    expect(article.body).toBe(STORY[1]);
    expect(STORY[1].startsWith(article.headline.replace(/…$/, ''))).toBe(true);
    expect(article.headline.length).toBeLessThan(95);
  });

  it('refuses a page without a sentence, and an input that holds nothing, in plain words', () => {
    expect(readInput(anInput({ content: 'Menu\n\nShare\n\nSport' }))).toEqual({
      articles: [],
      refused: [{ where: 'page.txt', reason: 'no article in it: 3 lines, none of them prose' }],
    });
    expect(readInput(anInput({ content: ' \n\n' })).refused).toEqual([
      { where: 'page.txt', reason: 'it holds nothing' },
    ]);
  });
});
