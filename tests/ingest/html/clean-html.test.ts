import { describe, expect, it } from 'vitest';
import { aWebPage, PARAGRAPHS } from '../../builders/a-web-page.ts';
import { article, PAGE_URL, readOne, whole } from './read-one.ts';

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

describe('pages of other kinds', () => {
  it('reads an AMP page', () => {
    const html = `<!doctype html><html ⚡ lang="en"><head><link rel="canonical" href="${PAGE_URL}"><title>Ferry</title></head><body>
      <amp-sidebar id="menu"><ul><li><a href="/n">News</a></li></ul></amp-sidebar><amp-ad width="300"></amp-ad>
      <article><h1>Island councils agree on a second ferry</h1><amp-img src="a.jpg"></amp-img>${PARAGRAPHS.map((one) => `<p>${one}</p>`).join('<amp-ad></amp-ad>')}</article>
      <amp-consent><p>We and our partners use cookies.</p></amp-consent></body></html>`;
    expect(readOne(html).article).toMatchObject({
      headline: 'Island councils agree on a second ferry',
      body: whole,
      url: PAGE_URL,
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
