import { describe, expect, it } from 'vitest';
import type { CleanedArticle } from '../../../src/ingest/files/read-input.ts';
import { readHtml } from '../../../src/ingest/html/clean-html.ts';
import { aWebPage, PARAGRAPHS } from '../../builders/a-web-page.ts';

const URL = 'https://www.herald.example/news/second-ferry';

function readOne(html: string, url: string | null = URL): CleanedArticle {
  const read = readHtml({ html, url, name: 'page.html', given: {} });
  if (read.kind === 'refused') throw new Error(read.reason);
  const [found] = read.articles;
  if (!found) throw new Error('no article');
  return found;
}

const article = (page: Parameters<typeof aWebPage>[0], url: string | null = URL) =>
  readOne(aWebPage(page), url).article;
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const whole = PARAGRAPHS.join('\n\n');

describe('the text of a web page', () => {
  it('is the article’s paragraphs, without menus, buttons, lists of other stories and the foot of the page', () => {
    expect(article({}).body).toBe(whole);
  });

  it.each([
    [
      'a picture with its caption',
      '<figure><img src="q.jpg"><figcaption>The old ferry at Skarvik quay, last winter. Photo: Lise Berg</figcaption></figure>',
    ],
    [
      'a box that offers a newsletter',
      '<div class="newsletter-signup"><h4>Morning tide</h4><p>Sign up for our newsletter and get the news of the coast in your inbox every morning.</p><input type="email"><button>Sign up</button></div>',
    ],
    [
      'a list of related stories',
      '<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Pier works delayed again</a></li><li><a href="/b">Fares to rise in the spring</a></li></ul></div>',
    ],
    ['an advertisement’s place', '<div class="ad-slot" id="gpt-ad-3"><span>Advertisement</span></div>'],
    [
      'text a style hides',
      '<div style="display: none"><p>Hidden words that nobody reading the page is shown, however long they are and whatever they say.</p></div>',
    ],
    [
      'scripts, styles and templates',
      '<script>var text = "A sentence of a script that is long enough to look like prose, if it were any.";</script><style>.a { content: "words"; }</style><template><p>A template’s paragraph that is only shown when a script says so, some other day.</p></template>',
    ],
    [
      'what stands in for a script',
      '<noscript><p>This page works best when scripts are allowed to run in your browser, so please allow them.</p></noscript>',
    ],
  ])('is whole and clean around %s', (_, between) => {
    expect(article({ between }).body).toBe(whole);
  });

  it.each([
    [
      'readers’ comments',
      '<section id="comments"><h3>3 comments</h3><div class="comment"><p>Gull77</p><p>I have said for years that one boat is not enough, and nobody on the council listened to any of us.</p><button>Reply</button></div><form class="comment-form"><textarea name="c"></textarea><label>Your email address will not be published</label></form></section>',
    ],
    [
      'a notice about cookies',
      '<div id="cookie-banner" role="dialog"><p>We use cookies to give you the best experience on our site. By continuing you agree to our cookie policy.</p><button>Accept all</button></div>',
    ],
    [
      'teasers of other stories',
      '<div class="more-stories"><h2>More from News</h2><article class="card"><h3><a href="/x">Lighthouse to be sold</a></h3><p>The state wants to be rid of the tower by the end of the year.</p></article><article class="card"><h3><a href="/y">Seals return to the bay</a></h3><p>Forty animals were counted on the skerries in one morning.</p></article></div>',
    ],
  ])('ends before %s', (_, below) => {
    expect(article({ below }).body).toBe(whole);
  });

  it('keeps subheads, lists and quoted words that belong to it', () => {
    const [first = '', second = '', ...rest] = PARAGRAPHS;
    const between =
      '<h2>What the councils agreed on</h2><ul><li>The mainland pays for the pier and keeps it in repair for ten years.</li><li>The islands pay for the boat and choose the people who sail it.</li></ul><blockquote><p>“Nobody gets all that they wanted, and everybody gets a boat,” the agreement says.</p></blockquote>';
    const { body } = article({ between });
    expect(body.startsWith(`${first}\n\n${second}\n\nWhat the councils agreed on\n\nThe mainland pays`)).toBe(
      true,
    );
    expect(body).toContain(
      '“Nobody gets all that they wanted, and everybody gets a boat,” the agreement says.',
    );
    expect(body.endsWith(rest.join('\n\n'))).toBe(true);
  });

  it('decodes entities once, joins what only a style divides, and breaks lines where the page does', () => {
    const { body } = article({
      paragraphs: [
        ...PARAGRAPHS,
        'Fares stay at 4&nbsp;crowns &amp; nobody&rsquo;s pass ends&#8212;not even the &amp;lt;old&amp;gt; one, the <b>board</b> <span>said</span> in its note to <a href="/crews">the crews</a> and to all who asked.',
      ],
    });
    expect(body).toContain(
      'Fares stay at 4\u00a0crowns & nobody’s pass ends—not even the &lt;old&gt; one, the board said in its note to the crews and to all who asked.',
    );
  });

  it('labels every piece of the page', () => {
    const { lines } = readOne(aWebPage());
    const labelOf = (text: string) => lines.find(({ line }) => line === text)?.label;
    expect(labelOf('Island councils agree on a second ferry')).toBe('headline');
    expect(labelOf('By Jon Aske')).toBe('byline');
    expect(labelOf(PARAGRAPHS[0] ?? '')).toBe('body');
    expect(labelOf('Terms of use')).toBe('furniture');
  });
});

describe('what a web page says of its article', () => {
  it('is its headline without the site’s name, its byline without “By”, its outlet, address and language', () => {
    expect(readOne(aWebPage({ language: 'en-GB' }))).toMatchObject({
      language: 'en-gb',
      article: {
        headline: 'Island councils agree on a second ferry',
        byline: 'Jon Aske',
        outlet: 'The Skarvik Herald',
        url: URL,
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
    expect(canonical('https://elsewhere.example/ferry')).toBe(URL);
    expect(canonical('javascript:alert(1)')).toBe(URL);
    expect(canonical('https://www.herald.example/')).toBe(URL);
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

describe('pages of other kinds', () => {
  it('reads an AMP page', () => {
    const html = `<!doctype html><html ⚡ lang="en"><head><link rel="canonical" href="${URL}"><title>Ferry</title></head><body>
      <amp-sidebar id="menu"><ul><li><a href="/n">News</a></li></ul></amp-sidebar><amp-ad width="300"></amp-ad>
      <article><h1>Island councils agree on a second ferry</h1><amp-img src="a.jpg"></amp-img>${PARAGRAPHS.map((one) => `<p>${one}</p>`).join('<amp-ad></amp-ad>')}</article>
      <amp-consent><p>We and our partners use cookies.</p></amp-consent></body></html>`;
    expect(readOne(html).article).toMatchObject({
      headline: 'Island councils agree on a second ferry',
      body: whole,
      url: URL,
    });
  });

  it('keeps the entries of a live blog', () => {
    const entries = PARAGRAPHS.map(
      (one, at) =>
        `<div class="live-entry"><time datetime="2024-03-05T1${at}:00">1${at}:00</time><div class="entry-body"><p>${one}</p></div></div>`,
    );
    const html = aWebPage({ paragraphs: [entries.join('\n')] })
      .replaceAll('<p><div', '<div')
      .replaceAll('</div></p>', '</div>');
    const { body } = readOne(html).article;
    for (const paragraph of PARAGRAPHS) expect(body).toContain(paragraph);
  });

  it('reads a page laid out by tables, and keeps a row of figures on one line', () => {
    const html = `<table width="100%"><tr><td><a href="/">Home</a><br><a href="/tides">Tides</a></td><td>
      <h1>Island councils agree on a second ferry</h1>${PARAGRAPHS.map((one) => `<p>${one}</p>`).join('')}
      <table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2022</td><td>41,200</td></tr></table></td></tr></table>`;
    const { lines, article: found } = readOne(html);
    expect(found.body.startsWith(whole)).toBe(true);
    expect(lines.map(({ line }) => line)).toContain('2022 41,200');
  });

  it('reads markup that was never closed and that stands outside the page', () => {
    const html = `Warning: line 3<html><head><title>Ferry<meta name=x></title><body><div><h1>Island councils agree on a second ferry<p>${PARAGRAPHS.join('<p>')}`;
    expect(readOne(html).article.body).toBe(whole);
  });
});
