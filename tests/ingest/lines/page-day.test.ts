import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/ingest/files/read-input.ts';
import { anInput, aPage, STORY } from '../../builders/a-page.ts';
import { only } from './clean-one.ts';

describe('the day of a pasted page', () => {
  const dated = (date: string, story: readonly string[] = STORY) => only(aPage({ date, story })).article;

  it.each([
    ['Published 2 years ago on\nMarch 4, 2022', '2022-03-04'],
    ['2022-03-04', '2022-03-04'],
    ['4 Mar 2022', '2022-03-04'],
    ['Fri 4 March 2022 18.08 CET', '2022-03-04'],
    ['3/24/22 11:35 AM ET', '2022-03-24'],
    ['Updated March 9, 2022\nPublished March 4, 2022', '2022-03-04'],
    ['Published March 4, 2022 · Updated March 9, 2022', '2022-03-04'],
    ['Updated March 9, 2022 | Published March 4, 2022', '2022-03-04'],
    ['4. März 2022', '2022-03-04'],
    ['4 mars 2022', '2022-03-04'],
    ['Nora Whitfield, CorrespondentMar 4, 202210:15 PM', '2022-03-04'],
    [
      'Last Updated: March 9, 2022 at 6:33 a.m. ET First Published: March 4, 2022 at 4:12 p.m. ET',
      '2022-03-04',
    ],
  ])('is read from “%s”', (date, day) => {
    expect(dated(date).publishedAt).toBe(day);
  });

  it('says in which words it was stated', () => {
    expect(dated('March 4, 2022').publishedHow).toBe('stated: March 4, 2022');
  });

  it.each(['1 year ago', 'Published\non', 'yesterday', 'Tuesday', 'March 2022', 'February 30, 2022'])(
    'stays unknown when all it says is “%s”',
    (date) => {
      expect(dated(date).publishedAt).toBeNull();
    },
  );

  it('stays unknown when the numbers can be read as two days, and says so', () => {
    const { publishedAt, publishedHow } = dated('03/04/2022');
    expect(publishedAt).toBeNull();
    expect(publishedHow).toBe('stated as 03/04/2022, which can be read as two days');
  });

  it('is never another story’s, below or above', () => {
    const below = ['More from this section', 'Baker Wins a Prize for His Loaf', 'March 1, 2022'];
    expect(only(aPage({ date: '', below })).article.publishedAt).toBeNull();
  });

  it('is never a caption’s', () => {
    const caption = 'Mayor Ada Lindqvist in Harbor City on March 1, 2022. (Jo Tan/Getty Images)';
    const plain = 'Ada Lindqvist in Harbor City on March 1, 2022';
    expect(only(aPage({ date: caption })).article.publishedAt).toBeNull();
    expect(only(aPage({ date: plain })).article.publishedAt).toBeNull();
  });

  it('comes with the evidence when it is not stated: the latest day the text mentions, else a weekday', () => {
    const days = [
      STORY[0],
      'It was promised for Oct. 7, then for Oct. 11, and on June 23 nobody would promise anything at all.',
    ];
    expect(dated('', days).publishedHow).toBe('not stated; the latest day the text mentions is Oct. 11');
    expect(dated('', STORY).publishedHow).toBe('not stated; the text speaks of Tuesday');
    expect(dated('', [STORY[2], STORY[2].replace('noon', 'nine')]).publishedHow).toBe('not stated');
  });
});

describe('what is given with an input', () => {
  it('wins over what the page states', () => {
    const given = {
      outlet: 'The Harbor Post',
      publishedAt: '2022-03-05',
      url: 'https://www.example.org/ferry',
    };
    expect(readInput(anInput({ given })).articles[0]?.article).toMatchObject({
      ...given,
      publishedHow: 'given',
    });
  });

  it('names the outlet by the host of its address when it names none itself', () => {
    const [cleaned] = readInput(anInput({ given: { url: 'https://www.example.org/ferry' } })).articles;
    expect(cleaned?.article.outlet).toBe('example.org');
  });

  it('leaves the outlet unknown when nothing says it, whatever agency the text credits', () => {
    const story = [...STORY, 'Harbor Wire contributed to this report.'];
    expect(only(aPage({ story })).article.outlet).toBeNull();
  });

  it('is taken as a link only when it is one', () => {
    const { articles, refused } = readInput(anInput({ given: { url: 'javascript:alert(1)' } }));
    expect(articles[0]?.article.url).toBeNull();
    expect(refused[0]?.reason).toContain('no http or https address');
  });
});
