import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/ingest/html/clean-html.ts';
import { aWebPage } from '../../builders/a-web-page.ts';
import { article, ld, PAGE_URL, readOne } from './read-one.ts';

describe('what a web page says of its article', () => {
  it('is its headline without the site’s name, its byline without “By”, its outlet, address and language', () => {
    expect(readOne(aWebPage({ language: 'en-GB' }))).toMatchObject({
      language: 'en-gb',
      article: {
        headline: 'Island councils agree on a second ferry',
        byline: 'Jon Aske',
        outlet: 'The Skarvik Herald',
        url: PAGE_URL,
        publishedAt: null,
        publishedHow: expect.stringMatching(/^not stated/u),
      },
    });
  });

  it.each([
    [
      'a meta tag',
      { head: '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">' },
      'stated in its metadata',
    ],
    [
      'JSON-LD',
      { head: ld({ '@type': 'NewsArticle', datePublished: '2024-03-05T08:00:00Z' }) },
      'stated in its metadata',
    ],
    [
      'a JSON-LD graph',
      {
        head: ld({
          '@graph': [{ '@type': 'WebSite' }, { '@type': ['Article'], datePublished: '2024-03-05' }],
        }),
      },
      'stated in its metadata',
    ],
    [
      'a time element',
      { dateline: '<time datetime="2024-03-05">yesterday</time>' },
      'stated beside the headline',
    ],
    ['the line below the headline', { dateline: '<span>Published March 5, 2024</span>' }, 'stated'],
    ['another language', { language: 'de', dateline: '<span>5. März 2024</span>' }, 'stated'],
  ])('dates it by %s, the literal day', (_, page, how) => {
    const { publishedAt, publishedHow } = article(page);
    expect([publishedAt, publishedHow.startsWith(how)]).toEqual(['2024-03-05', true]);
  });

  it('dates it by its address, or by the data in its scripts, when nothing else does', () => {
    expect(article({}, 'https://herald.example/2024/03/05/ferry').publishedAt).toBe('2024-03-05');
    expect(article({}, 'https://herald.example/news/25-03-2024').publishedAt).toBe('2024-03-25');
    expect(article({}, 'https://herald.example/news/05-03-2024').publishedAt).toBeNull();
    const script = '<script>window.state = {"article":{"published_at":"2024-03-05T09:00:00Z"}}</script>';
    expect(article({ head: script }).publishedAt).toBe('2024-03-05');
  });

  it('does not date it by other stories, pictures, comments or the foot of the page', () => {
    const below =
      '<div class="related"><h3>Related</h3><p><a href="/a">Pier works</a> <time datetime="2021-01-02">Jan 2, 2021</time></p></div><section class="comments"><time datetime="2024-04-04">April 4, 2024</time></section>';
    const between = '<figure><figcaption>The quay on June 7, 2019. Photo: Lise Berg</figcaption></figure>';
    expect(article({ below, between }).publishedAt).toBeNull();
  });

  it('says nothing of a day that can be read as two', () => {
    expect(article({ dateline: '<span>03/05/2024</span>' }).publishedAt).toBeNull();
    expect(article({ language: 'en-us', dateline: '<span>03/05/2024</span>' }).publishedAt).toBe(
      '2024-03-05',
    );
  });

  it('names all its authors, each once, from JSON-LD before the page’s lines', () => {
    const head = ld({
      '@type': 'NewsArticle',
      author: [{ '@type': 'Person', name: 'Ida Moen' }, { name: 'Per Lund' }, { name: 'Ida Moen' }],
    });
    expect(article({ head, byline: 'By Staff' }).byline).toBe('Ida Moen, Per Lund');
    expect(article({ byline: 'By Ida Moen and Per Lund' }).byline).toBe('Ida Moen, Per Lund');
    expect(article({ byline: '' }).byline).toBeNull();
  });

  it('takes the canonical address of its own house only, and no other scheme', () => {
    const canonical = (href: string) => article({ head: `<link rel="canonical" href="${href}">` }).url;
    expect(canonical('https://herald.example/ferry')).toBe('https://herald.example/ferry');
    expect(canonical('/ferry')).toBe('https://www.herald.example/ferry');
    expect(canonical('https://elsewhere.example/ferry')).toBe(PAGE_URL);
    expect(canonical('javascript:alert(1)')).toBe(PAGE_URL);
    expect(canonical('https://www.herald.example/')).toBe(PAGE_URL);
  });

  it('is overruled by what the person who hands it in says', () => {
    const read = readHtml({
      html: aWebPage({ head: '<meta name="date" content="2024-03-05">' }),
      url: null,
      name: 'page.html',
      given: { outlet: 'Coast Wire', publishedAt: '2024-03-06', url: 'https://wire.example/7' },
    });
    expect(read.kind === 'read' && read.articles[0]?.article).toMatchObject({
      outlet: 'Coast Wire',
      publishedAt: '2024-03-06',
      publishedHow: 'given',
      url: 'https://wire.example/7',
      origin: 'page.html',
    });
  });
});
