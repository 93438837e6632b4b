import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { ATOM, anItem, anRss, FIRST, JSON_FEED, RDF_10, SECOND, SECOND_ITEM } from './feed-fixtures.ts';

export type Content = string | Uint8Array;

const BOTH = [FIRST.title, SECOND.title];

export const RSS = anRss();

export const middle = (feed: string): string => feed.slice(0, feed.indexOf(SECOND.link) + 10);

const encoded = (charset: string, declared: string, title: string): Buffer =>
  iconv.encode(anRss([anItem({ title })]).replace('UTF-8', declared), charset, { addBOM: false });

const manyEntities = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
).join('');

const bomb = anRss([anItem({ title: 'Bomb &lol12; here' })]).replace(
  '<rss',
  `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${manyEntities}]>\n<rss`,
);

const external = anRss([anItem({ title: 'Read &xxe; out' })]).replace(
  '<rss',
  '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>\n<rss',
);

/** What was damaged → the titles that are still read. */
export const READABLE: readonly (readonly [
  damage: string,
  content: Content,
  titles: readonly (string | null)[],
])[] = [
  ['cut off in the second entry', middle(RSS), [FIRST.title]],
  ['cut off after the second entry', RSS.slice(0, RSS.lastIndexOf('</item>') + 7), BOTH],
  ['cut off inside the last tag', RSS.slice(0, -3), BOTH],
  ['Atom cut off', middle(ATOM), [FIRST.title]],
  ['RDF cut off', RDF_10.slice(0, RDF_10.lastIndexOf('<description>') + 20), [FIRST.title]],
  ['JSON cut off', middle(JSON_FEED), [FIRST.title]],
  [
    'cut off in the middle of a character',
    gzipSync(RSS.replace('Harbor', 'Hafen Köln')).length ? Buffer.from(RSS).subarray(0, -5) : '',
    BOTH,
  ],
  ['a charset other than declared', encoded('utf8', 'iso-8859-1', 'Café “Ö”'), ['Café “Ö”']],
  ['latin-1 declared as UTF-8', encoded('windows-1252', 'UTF-8', 'Café “Ö”'), ['Café “Ö”']],
  ['an old charset, declared', encoded('windows-1251', 'windows-1251', 'Порт открыт'), ['Порт открыт']],
  ['a charset that does not exist', encoded('utf8', 'x-unknown-8', 'Café “Ö”'), ['Café “Ö”']],
  ['UTF-16 that says it is UTF-8', iconv.encode(RSS, 'utf-16le', { addBOM: true }), BOTH],
  [
    'undeclared entities',
    anRss([anItem({ title: 'Caf&eacute; &ndash; open&nbsp;late &hellip; &unheard;' })]),
    ['Café – open late … &unheard;'],
  ],
  [
    'entities of its own, declared',
    RSS.replace('<rss', '<!DOCTYPE rss [<!ENTITY paper "The Harbor">]><rss').replace(
      FIRST.title,
      '&paper; reports',
    ),
    ['The Harbor reports', SECOND.title],
  ],
  ['bare ampersands', anRss([anItem({ title: 'Salt & Vinegar AT&T R&D' })]), ['Salt & Vinegar AT&T R&D']],
  ['escaped twice', anRss([anItem({ title: 'Salt &amp;amp; Vinegar' })]), ['Salt & Vinegar']],
  [
    'references to control characters',
    anRss([anItem({ title: 'Ferry&#0; &#x1F;opens&#8;' })]),
    ['Ferry opens'],
  ],
  ['control characters', RSS.replaceAll('Ferry', 'Fe\u0000rr\u0008y\u001b\uFFFF'), BOTH],
  ['a billion laughs', bomb, ['Bomb &lol12; here']],
  ['external entities', external, ['Read &xxe; out']],
  ['packed', gzipSync(RSS), BOTH],
  ['packed twice', gzipSync(gzipSync(RSS)), BOTH],
  ['a byte-order mark in front', `\uFEFF${RSS}`, BOTH],
  ['two byte-order marks and blank lines', `\uFEFF\uFEFF\n\n \r\n${RSS}`, BOTH],
  ['white space before the declaration', `\n\n   ${RSS}`, BOTH],
  [
    'warnings of a script in front',
    `<br />\n<b>Warning</b>: include(): failed in feed.php on line 7<br />\n${RSS}`,
    BOTH,
  ],
  ['something after its end', `${RSS}\n<!-- served in 0.1 s -->\n<script>x()</script></html>`, BOTH],
  ['no declaration', RSS.replace(/^<\?xml[^>]*>/u, ''), BOTH],
  ['no rss element', RSS.replace(/<\/?rss[^>]*>/gu, ''), BOTH],
  [
    'tags in capitals',
    RSS.replace(
      /<(\/?)(rss|channel|item|title|link|guid|description|pubDate)\b/gu,
      (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
    ),
    BOTH,
  ],
  ['entries outside the channel', RSS.replace('</channel>', '').replace('<item>', '</channel><item>'), BOTH],
  ['entries in two channels', anRss([anItem(), '</channel><channel>', SECOND_ITEM]), BOTH],
  ['an entry that is never closed', RSS.replace('</item>', ''), BOTH],
  [
    'mismatched tags in one entry',
    anRss([anItem({ more: '<description><p>Open <b>bold</p></description>' }), SECOND_ITEM]),
    BOTH,
  ],
  [
    'markup that is not escaped',
    anRss([anItem({ more: '<description><p>5 < 6 & <img src=a.png><br>so</description>' }), SECOND_ITEM]),
    BOTH,
  ],
  [
    'a broken attribute',
    anRss([anItem({ more: '<enclosure url="a.mp3 length=5 type=x/>' }), SECOND_ITEM]),
    [SECOND.title],
  ],
  [
    'CDATA inside CDATA',
    anRss([anItem({ title: '<![CDATA[Ferry <![CDATA[opens]]>' }), SECOND_ITEM]),
    ['Ferry <![CDATA[opens', SECOND.title],
  ],
  [
    'CDATA split to hold its own end',
    anRss([anItem({ title: '<![CDATA[a ]]]]><![CDATA[> b]]>' })]),
    ['a ]]> b'],
  ],
  ['CDATA that is never closed', anRss([anItem(), anItem({ title: '<![CDATA[Open' })]), [FIRST.title]],
  ['a comment that is never closed', anRss([anItem(), `<!-- ${SECOND_ITEM}`]), BOTH],
  ['an entry commented out', anRss([`<!-- ${anItem()} -->`, SECOND_ITEM]), [SECOND.title]],
  [
    'namespaces that are not declared',
    anRss([
      anItem({
        more: '<dc:creator>Nora Whitfield</dc:creator><content:encoded><![CDATA[<p>x</p>]]></content:encoded>',
      }),
    ]),
    [FIRST.title],
  ],
  ['Atom without its namespace', ATOM.replace(/ xmlns="[^"]*Atom"/u, ''), BOTH],
  [
    'Atom with a prefix everywhere',
    ATOM.replace('xmlns=', 'xmlns:a=').replace(
      /<(\/?)(feed|entry|title|id|link|updated|published|author|name|content)\b/gu,
      '<$1a:$2',
    ),
    BOTH,
  ],
  ['no titles', anRss([anItem({ title: '' })]), [null]],
  [
    'a title of tags',
    anRss([anItem({ title: '&lt;b&gt;Ferry&lt;/b&gt; opens&lt;br/&gt;late' })]),
    ['Ferry opens late'],
  ],
  [
    'angle brackets that are no tags',
    anRss([anItem({ title: 'Profit &lt;5% as a&lt;b' })]),
    ['Profit <5% as a<b'],
  ],
  ['the same entry twice', anRss([anItem(), anItem(), SECOND_ITEM]), BOTH],
  ['empty entries among others', anRss(['<item></item>', '<item/>', anItem()]), [FIRST.title]],
  ['no entries', anRss([]), []],
  [
    'JSON with comments and stray commas',
    JSON_FEED.replace('{', '// ours\n{ /* all */').replace(/\]\}$/u, ',],}'),
    BOTH,
  ],
  ['JSON with line breaks in strings', JSON_FEED.replace('Kept open', 'Kept\nopen'), BOTH],
  ['JSON behind a byte-order mark', `\uFEFF ${JSON_FEED}`, BOTH],
  ['JSON with items that are none', JSON_FEED.replace('"items":[', '"items":[null,5,"x",{},'), BOTH],
];

/** What is no feed → what a reader is told. */
export const REFUSED: readonly (readonly [what: string, content: Content, reason: RegExp])[] = [
  ['nothing', '', /empty/u],
  ['blanks', ' \n\uFEFF \t', /empty/u],
  [
    'a web page',
    '<!doctype html><html><head><title>x</title></head><body><p>Hello</p></body></html>',
    /web page/u,
  ],
  [
    'a web page that talks of feeds',
    '<html><body><pre>&lt;rss> <rss> <item><title>x</title></item></pre></body></html>',
    /web page/u,
  ],
  ['a piece of a page', '<div><p>Please wait…</p></div>', /web page/u],
  ['text', 'Service unavailable', /text, not a feed/u],
  [
    'a list of feeds',
    '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="x"/></body></opml>',
    /OPML/u,
  ],
  [
    'a site map',
    '<?xml version="1.0"?><urlset><url><loc>https://news.example/</loc></url></urlset>',
    /site map/u,
  ],
  ['other XML', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /“Error”/u],
  ['other JSON', '{"error": "not found"}', /JSON, but not a feed/u],
  ['a JSON list', '[1, 2, 3]', /JSON, but not a feed/u],
  ['broken JSON', '{"version": ', /too damaged/u],
  ['an image', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000', 'latin1'), /not a feed/u],
  ['packed five times', gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(RSS))))), /compressed too many times/u],
  ['broken packing', gzipSync(RSS).subarray(0, 60), /compressed data is damaged/u],
  ['a packed bomb', gzipSync(Buffer.alloc(30_000_000, ' ')), /larger than/u],
  ['a root and nothing else', '<rss version="2.0">', /too damaged/u],
];
