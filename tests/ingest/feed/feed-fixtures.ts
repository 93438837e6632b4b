/** Feeds in our own words, one a format, each with the same two reports. */
export const FEED_URL = 'https://news.example/feeds/all.xml';

export const FIRST = {
  title: 'Ferry terminal opens two years late',
  link: 'https://news.example/ferry',
  guid: 'tag:news.example,2023:ferry',
  words: '<p>The port opened its ferry terminal on Tuesday.</p>',
} as const;
export const SECOND = {
  title: 'Library stays open & lit',
  link: 'https://news.example/library',
  guid: 'tag:news.example,2023:library',
  words: '<p>The board voted four to three to keep it open.</p>',
} as const;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

interface ItemParts {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly date?: string;
  /** Other elements, as they are. */
  readonly more?: string;
}

/** An RSS item; what is given as the empty string is left out. */
export function anItem(parts: ItemParts = {}): string {
  const { title, link, guid, date, more } = {
    title: escaped(FIRST.title),
    link: FIRST.link,
    guid: FIRST.guid,
    date: 'Tue, 10 Oct 2023 09:30:00 -0400',
    more: `<description>${escaped(FIRST.words)}</description>`,
    ...parts,
  };
  const element = (name: string, value: string): string => (value ? `<${name}>${value}</${name}>` : '');
  const id = guid ? `<guid isPermaLink="false">${guid}</guid>` : '';
  return `<item>${element('title', title)}${element('link', link)}${id}${element('pubDate', date)}${more}</item>`;
}

export const SECOND_ITEM = anItem({
  title: escaped(SECOND.title),
  link: SECOND.link,
  guid: SECOND.guid,
  date: 'Wed, 11 Oct 2023 08:00:00 GMT',
  more: `<description>${escaped(SECOND.words)}</description>`,
});

/** An RSS 2.0 feed of these items. */
export function anRss(items: readonly string[] = [anItem(), SECOND_ITEM], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbor News</title><link>https://news.example/</link>
<description>What happened</description>${head}
${items.join('\n')}
</channel></rss>`;
}

export const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Harbor News</title><id>tag:news.example,2023:all</id><updated>2023-10-11T08:00:00Z</updated>
  <link rel="self" href="https://news.example/feeds/all.xml"/><link href="https://news.example/"/>
  <author><name>Harbor Desk</name></author>
  <entry><title>${FIRST.title}</title><id>${FIRST.guid}</id>
    <link rel="enclosure" href="https://news.example/ferry.mp3"/><link rel="alternate" href="${FIRST.link}"/>
    <published>2023-10-10T09:30:00-04:00</published><updated>2023-10-12T00:00:00Z</updated>
    <author><name>Nora Whitfield</name></author><content type="html">${escaped(FIRST.words)}</content></entry>
  <entry><title type="html">${escaped(escaped(SECOND.title))}</title><id>${SECOND.guid}</id>
    <link href="${SECOND.link}"/><updated>2023-10-11T08:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${SECOND.words}</div></content></entry>
</feed>`;

export const ATOM_03 = `<?xml version="1.0"?>
<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbor News</title>
<link rel="alternate" type="text/html" href="https://news.example/"/>
<entry><title>${FIRST.title}</title><link rel="alternate" type="text/html" href="${FIRST.link}"/><id>${FIRST.guid}</id>
<issued>2023-10-10T09:30:00-04:00</issued><modified>2023-10-12T00:00:00Z</modified>
<content type="text/html" mode="escaped">${escaped(FIRST.words)}</content></entry>
<entry><title>${escaped(SECOND.title)}</title><link rel="alternate" type="text/html" href="${SECOND.link}"/><id>${SECOND.guid}</id>
<modified>2023-10-11T08:00:00Z</modified><content type="text/html" mode="base64">${Buffer.from(SECOND.words).toString('base64')}</content></entry></feed>`;

export const RDF_10 = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://news.example/"><title>Harbor News</title><link>https://news.example/</link><description>d</description>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
<items><rdf:Seq><rdf:li rdf:resource="${FIRST.link}"/><rdf:li rdf:resource="${SECOND.link}"/></rdf:Seq></items></channel>
<item rdf:about="${FIRST.link}"><title>${FIRST.title}</title><link>${FIRST.link}</link><dc:date>2023-10-10T09:30:00-04:00</dc:date>
<dc:creator>Nora Whitfield</dc:creator><content:encoded><![CDATA[${FIRST.words}]]></content:encoded></item>
<item rdf:about="${SECOND.link}"><title>${escaped(SECOND.title)}</title><link>${SECOND.link}</link><dc:date>2023-10-11T08:00Z</dc:date>
<description>${escaped(SECOND.words)}</description></item></rdf:RDF>`;

export const RDF_090 = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>Harbor News</title><link>https://news.example/</link><description>d</description></channel>
<item><title>${FIRST.title}</title><link>${FIRST.link}</link></item>
<item><title>${escaped(SECOND.title)}</title><link>${SECOND.link}</link></item></rdf:RDF>`;

export const RSS_091 = `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Harbor News</title><link>https://news.example/</link><description>d</description><language>en</language>
<item><title>${FIRST.title}</title><link>${FIRST.link}</link><description>${escaped(FIRST.words)}</description></item>
<item><title>${escaped(SECOND.title)}</title><link>${SECOND.link}</link></item></channel></rss>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbor News',
  home_page_url: 'https://news.example/',
  authors: [{ name: 'Harbor Desk' }],
  items: [
    {
      id: FIRST.guid,
      url: FIRST.link,
      title: FIRST.title,
      content_html: FIRST.words,
      date_published: '2023-10-10T09:30:00-04:00',
      authors: [{ name: 'Nora Whitfield' }],
    },
    {
      id: SECOND.guid,
      url: SECOND.link,
      title: SECOND.title,
      content_text: 'Kept open.',
      date_published: '2023-10-11T08:00:00Z',
    },
  ],
});

export const JSON_FEED_1 = JSON.stringify({
  version: 'https://jsonfeed.org/version/1',
  title: 'Harbor News',
  home_page_url: 'https://news.example/',
  author: { name: 'Harbor Desk' },
  items: [
    { id: 7, url: FIRST.link, title: FIRST.title, content_html: FIRST.words },
    { id: 8, external_url: SECOND.link, title: SECOND.title, content_text: 'Kept open.' },
  ],
});
