/** The parts of a page, as markup or invented text. */
interface WebPage {
  readonly headline: string;
  /** Paragraphs of the article. */
  readonly paragraphs: readonly string[];
  readonly byline: string;
  /** Markup within `head`. */
  readonly head: string;
  readonly language: string;
  /** Markup after the article's second paragraph. */
  readonly between: string;
  /** Markup below the article. */
  readonly below: string;
  /** Markup beside the byline. */
  readonly dateline: string;
}

export const PARAGRAPHS: readonly string[] = [
  'The harbour board agreed on Tuesday to pay for a second ferry, ending a dispute that had kept the two island councils apart since the spring.',
  '“We have talked about this boat for nine years,” said Maren Holt, who chairs the board. “Tonight we stopped talking and signed.”',
  'The vessel will be built in the yard at Skarvik and should carry its first passengers in the autumn of next year, if the money for the new pier is found in time.',
  'Critics on the mainland council said that the cost, put at 14 million, had been worked out before the price of steel went up, and asked for a new estimate by the end of the month.',
  'The old ferry stays in service until then. Crews have been told that nobody will lose a post when the second boat arrives, a promise their union asked to have in writing.',
];

/** A news page with the furniture that such pages have around their article. */
export function aWebPage(page: Partial<WebPage> = {}): string {
  const {
    headline = 'Island councils agree on a second ferry',
    paragraphs = PARAGRAPHS,
    byline = 'By Jon Aske',
    head = '',
    language = 'en',
    between = '',
    below = '',
    dateline = '',
  } = page;
  const text = paragraphs.map((paragraph, at) => `<p>${paragraph}</p>${at === 1 ? between : ''}`).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><title>${headline} | The Skarvik Herald</title><meta property="og:site_name" content="The Skarvik Herald">${head}</head>
<body>
<header class="site-header"><a href="/">The Skarvik Herald</a>
<nav class="main-nav"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/tides">Tides</a></li></ul></nav></header>
<main><article class="story">
<h1 class="story-headline">${headline}</h1>
<div class="story-meta"><span class="byline">${byline}</span> ${dateline}</div>
<div class="share"><button>Share</button><a href="/mail">Email</a></div>
<div class="story-body">
${text}
</div>
</article>
${below}
</main>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Tide tables for the week</a></li><li><a href="/2">Fish market moves to the quay</a></li></ul></aside>
<footer class="site-footer"><p>© The Skarvik Herald. All rights reserved.</p><a href="/terms">Terms of use</a></footer>
</body></html>`;
}
