import { describe, expect, it } from 'vitest';
import { findFeedLinks } from '../../../src/ingest/feed/find-links.ts';
import { PAGE } from '../poll/poll-failures.ts';

describe('a web page', () => {
  it('names its feeds', () => {
    const html = `${PAGE}<link href='//cdn.example/a.json' type=application/feed+json rel="alternate home"><link rel=stylesheet type=text/css href=x>
      <link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="/feed">`;
    expect(findFeedLinks(html, 'https://news.example/a/b')).toEqual([
      { url: 'https://news.example/feed', title: 'All & more' },
      { url: 'https://cdn.example/a.json', title: null },
    ]);
    expect(findFeedLinks('<link '.repeat(100_000), 'https://news.example/')).toEqual([]);
  });
});
