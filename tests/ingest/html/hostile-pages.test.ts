import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanEntry } from '../../../src/ingest/html/clean-entry.ts';
import { readHtml } from '../../../src/ingest/html/clean-html.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { aWebPage, PARAGRAPHS } from '../../builders/a-web-page.ts';

const read = (html: string, url: string | null = null) => readHtml({ html, url, name: 'page', given: {} });
const bodyOf = (html: string): string => {
  const found = read(html);
  return found.kind === 'read' ? (found.articles[0]?.article.body ?? '') : '';
};
const text = PARAGRAPHS.map((one) => `<p>${one}</p>`).join('');
const whole = PARAGRAPHS.join('\n\n');

describe('a hostile page', () => {
  it.each([
    ['empty', '', 'it is empty'],
    ['blank', ' \n\t', 'it is empty'],
    [
      'without a body',
      '<html><head><title>x</title></head></html>',
      'no article in it: 0 pieces of text, none of them prose',
    ],
    [
      'a frameset',
      '<html><frameset cols="20,80"><frame src="a.html"><frame src="b.html"></frameset></html>',
      'no article in it: 0 pieces of text, none of them prose',
    ],
    [
      'nested 100,000 levels deep',
      '<div>'.repeat(100_000),
      'its tags are nested more than 10000 levels deep',
    ],
    ['of half a million elements', '<i></i>'.repeat(500_000), 'it has more than 400000 elements'],
    ['larger than any page', 'x'.repeat(16_000_001), 'it is larger than 16 million characters'],
  ])('that is %s is refused with a reason', (_, html, reason) => {
    expect(read(html)).toEqual({ kind: 'refused', reason });
  });

  it('nested 5,000 levels deep is read all the same', () => {
    expect(bodyOf(`<h1>Ferry</h1>${'<div><span>'.repeat(2_500)}${text}`)).toBe(whole);
  });

  it('with megabytes of attributes is read all the same', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => `data-k${n}="${'v'.repeat(500)}"`).join(' ');
    const long = `class="${'story '.repeat(200_000)}" style="${'color:red;'.repeat(100_000)}" id="${'a-'.repeat(500_000)}"`;
    expect(bodyOf(`<div ${many}><div ${long}><h1>Ferry</h1>${text}</div></div>`)).toBe(whole);
  });

  it.each([
    ['one line of a million words', `<p>${'word '.repeat(1_000_000)}</p>`],
    ['100,000 closing tags that nothing opened', `</div></p></a>`.repeat(33_000) + text],
    [
      '50,000 paragraphs',
      '<p>The same sentence stands on this page again and again, for no reason at all.</p>'.repeat(50_000),
    ],
    ['a comment that never ends', `${text}<!-- ${'-- >'.repeat(200_000)}`],
    ['200,000 entities', `<p>${'&amp;&#x41;&bogus;'.repeat(200_000)}</p>`],
    ['100,000 links in one line', `<p>${'<a href="/x">w</a> '.repeat(100_000)}</p>${text}`],
    ['a table of 20,000 rows', `<table>${'<tr><td>a</td><td>1</td></tr>'.repeat(20_000)}</table>${text}`],
    ['dates without end', `<h1>Ferry</h1><time>${'3 March '.repeat(100_000)}</time>${text}`],
    ['bylines without end', `<h1>Ferry</h1><p class="byline">By ${'Ida Moen, '.repeat(50_000)}</p>${text}`],
    ['data without end', `<script>${'"published_at" : '.repeat(100_000)}</script>${text}`],
    [
      'JSON-LD that nests without end',
      `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${text}`,
    ],
  ])('with %s is answered', (_, html) => {
    expect(['read', 'refused']).toContain(read(html).kind);
  });

  it('never hides, reorders or forges: unsafe characters go, no script’s link is kept', () => {
    const html = aWebPage({
      headline: 'Island\u202E councils\u0000 agree',
      head: '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x"><base href="javascript:x">',
      byline: 'By Jon\u2066 Aske',
    });
    const found = read(html);
    const article = found.kind === 'read' ? found.articles[0]?.article : undefined;
    expect(article).toMatchObject({ headline: 'Island councils agree', url: null });
    expect(cleanText(JSON.stringify(article))).toBe(JSON.stringify(article));
  });

  it('gives names of elements and attributes that every object has no meaning', () => {
    const odd = ['__proto__', 'constructor', 'tostring', 'hasownproperty'];
    const html = odd
      .map((name) => `<${name} ${name}="x" class="${name}"><p>${PARAGRAPHS[0]}</p></${name}>`)
      .join('');
    expect(bodyOf(html)).toContain(PARAGRAPHS[0]);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="story">',
      '<td>',
      '<tr>',
      '<li>',
      '<h1>',
      '<a href=',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<svg>',
      '<title>',
      '&lt;',
      '&#0;',
      '&#x110000;',
      '"',
      "'",
      '\ud800',
      ...PARAGRAPHS,
      'By Ida Moen',
      '2024-03-05',
      '<time datetime="2024-13-45">',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":[[1]]},"datePublished":7}</script>',
    ),
  );
  const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('of any characters is read or refused, and what is read is clean and stands on the page', () => {
    fc.assert(
      fc.property(page, (html) => {
        const found = read(html, 'https://herald.example/a');
        const [{ article } = { article: null }] = found.kind === 'read' ? found.articles : [];
        if (found.kind === 'refused') expect(found.reason).not.toBe('');
        if (!article) return;
        expect(article.body.trim()).not.toBe('');
        expect(article.headline.trim()).not.toBe('');
        expect(cleanText(article.body)).toBe(article.body);
      }),
      { numRuns: 300 },
    );
  });

  it('as the text of a feed’s entry is cleaned or left empty', async () => {
    const feed = { title: 'Feed', kind: 'rss', link: null, ttlMs: null } as const;
    const refusing = { read: async () => ({ kind: 'refused', reason: 'no' }) as const };
    const entry = {
      identity: '1',
      title: null,
      link: null,
      publishedAt: null,
      publishedHow: '',
      author: null,
      summary: null,
    };
    const value = `<p>One line.</p><script>x()</script><p>Two\u202E lines.</p>`;
    const cleaned = await cleanEntry(
      { ...entry, content: { type: 'html', value } },
      { feed, origin: 'f' },
      refusing,
    );
    expect(cleaned.article).toMatchObject({
      headline: 'One line.',
      body: 'One line.\n\nTwo lines.',
      url: null,
    });
    const deep = { type: 'html', value: '<div>'.repeat(90_000) } as const;
    const empty = await cleanEntry({ ...entry, content: deep }, { feed, origin: 'f' }, refusing);
    expect(empty.article.body).toBe('');
  });
});
