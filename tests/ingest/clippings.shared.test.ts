import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePlainText } from '../../src/ingest/fetch/decode.ts';
import { readInput } from '../../src/ingest/files/read-input.ts';

// The clippings are not part of this project: they stand beside it where it is developed.
const FOLDER = new URL('../../../shared/clippings/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) process.stderr.write('Skipped: there is no ../shared/clippings beside this clone.\n');

describe.skipIf(!present)('the desk’s five clippings', () => {
  const names = present
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  const texts = names.map((name) => decodePlainText(readFileSync(new URL(name, FOLDER))));
  const read = names.map((name, at) =>
    readInput({ name, format: 'text', content: texts[at] ?? '', given: {} }),
  );
  const articles = read.flatMap((result) => result.articles);
  const bodies = articles.map(({ article }) => article.body).join('\n\n');

  it('hold six articles, the fourth file two', () => {
    expect(read.map((result) => result.articles.length)).toEqual([1, 1, 1, 2, 1]);
    expect(read.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('have the headlines that stand above them', () => {
    const ends = articles.map(({ article }) => {
      const words = article.headline.split(' ');
      return [words.slice(0, 4).join(' '), words.slice(-3).join(' ')];
    });
    expect(ends).toEqual([
      ['China declines ‘sustained conversation’', 'crisis, ambassador reveals'],
      ['U.S. & China to', 'talks this week'],
      ['US Senators See a', 'the Fentanyl Crisis'],
      ['Secretary of State Antony', 'about pointing fingers’'],
      ['Biden to lift sanctions', 'to combat fentanyl'],
      ['Schumer Says He Asked', 'Official on Fentanyl'],
    ]);
  });

  it('have the one day that is stated, and the evidence where none is', () => {
    expect(articles.map(({ article }) => [article.publishedAt, article.publishedHow])).toEqual([
      [null, 'not stated'],
      [null, 'not stated; the text speaks of Tuesday'],
      ['2023-10-10', 'stated: October 10, 2023'],
      [null, 'not stated'],
      [null, 'not stated; the text speaks of Monday'],
      [null, 'not stated; the latest day the text mentions is Oct. 11'],
    ]);
  });

  it('name no outlet of their own', () => {
    expect(articles.map(({ article }) => article.outlet)).toEqual(Array(6).fill(null));
  });

  it('keep all 43 quotations in double marks, and no teaser’s', () => {
    expect(bodies.match(/“[^”]*”/g)).toHaveLength(43);
    expect(bodies).not.toContain('entire store');
    expect(bodies).not.toContain('play-act as God');
  });

  it('keep no line of the pages around them', () => {
    const furniture =
      /^(?:Share|RELATED TOPICS|DON'T MISS|UP NEXT|\d+ hours ago|Follow |You may like|Continue Reading|Click to|Leave a|Your email|Trending|Help continue|Search|Send this|Getting your|Please ensure|Connect with|Published|on$|By |China$|Signs hung|FILE|Fentanyl (?:1031|M30)|Reuters and|Senate Majority Leader Chuck Schumer \(D-N\.Y\.\) speaks|Chinese leader Xi)/m;
    expect(furniture.exec(bodies)?.[0]).toBeUndefined();
    for (const { article } of articles) expect(article.body).not.toContain(article.headline);
  });

  it('keep their subheads and the interview’s lead-in', () => {
    const labelled = (label: string) =>
      articles.flatMap(({ lines }) => lines.filter((line) => line.label === label).map(({ line }) => line));
    expect(labelled('subhead')).toEqual([
      'Supply of Fentanyl Ingredients to Mexican Cartels',
      'China ‘Needs to Do More’',
      '‘Empty Promises’',
    ]);
    expect(labelled('body')).toContain('Blinken responded:');
    expect(labelled('caption').filter((line) => /Getty/.test(line))).toHaveLength(3);
  });

  it('have every line labelled once, and every kept paragraph word for word', () => {
    for (const [at, { articles: found }] of read.entries()) {
      const lines = (texts[at] ?? '').split('\n');
      const numbers = found.flatMap((cleaned) => cleaned.lines.map(({ number }) => number));
      expect(numbers).toEqual(lines.flatMap((line, index) => (line.trim() ? [index + 1] : [])));
      for (const { article } of found)
        for (const paragraph of article.body.split('\n\n'))
          expect(lines.some((line) => line.trim() === paragraph)).toBe(true);
    }
  });
});
