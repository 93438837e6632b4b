import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FetchNet } from '../../src/ingest/fetch/fetch-url.ts';
import { FETCH_LIMITS } from '../../src/ingest/fetch/fetch-url.ts';
import { aNet, type OpenServer, openServer } from '../ingest/fetch/fetch-world.ts';

export interface NewsSite {
  /** `http://harbor-news.example:<port>`, as the test's own DNS knows it. */
  readonly at: string;
  readonly server: OpenServer;
  /** The content of each path: text, a status, or a handler that answers. */
  readonly pages: Map<
    string,
    string | number | ((request: IncomingMessage, response: ServerResponse) => void)
  >;
  /** A network that reaches this server, and nothing else. */
  readonly net: FetchNet;
  close(): Promise<void>;
}

/** Opens a local site under a public name. The test sets its feeds, pages and failures. */
export async function openNewsSite(hosts: readonly string[] = ['harbor-news.example']): Promise<NewsSite> {
  const pages: NewsSite['pages'] = new Map();
  const server = await openServer((request, response) => {
    const page = pages.get(request.url ?? '/') ?? 404;
    if (typeof page === 'function') page(request, response);
    else if (typeof page === 'number') response.writeHead(page).end();
    else response.writeHead(200, { 'content-type': typeOf(page) }).end(page);
  });
  const net = aNet({
    ports: [server.port],
    permitted: [{ range: '127.0.0.1', port: server.port }],
    names: Object.fromEntries(hosts.map((host) => [host, [['127.0.0.1']]])),
    limits: FETCH_LIMITS,
  });
  return { at: `http://${hosts[0]}:${server.port}`, server, pages, net, close: () => server.close() };
}

function typeOf(page: string): string {
  return page.startsWith('<?xml') ? 'application/rss+xml; charset=utf-8' : 'text/html; charset=utf-8';
}

export interface Report {
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day?: string;
}

/** Texts that share no words, so that no report counts as a copy of another. */
const FILLERS = [
  [
    'Engineers walked the length of it at low tide on Monday, tapping the stones with hammers and writing numbers on them in yellow chalk.',
    'The oldest stretch was laid before the railway came, and its drawings were lost in a fire that the town still dates other things by.',
    'An estimate is promised for the autumn; whoever lives behind it has been asked to keep a bag packed until then.',
  ],
  [
    'Rehearsals are on Tuesdays in the chapel above the market, where the heating has been out of order since the winter before last.',
    'Its last concert filled the benches twice over, and a recording of it is sold for the benefit of the lifeboat crew.',
    'Beginners are welcome; reading music is a help, the conductor says, though patience is a greater one.',
  ],
  [
    'The council met for three hours on the upper floor of the customs house, with the windows open and the gulls louder than the chair.',
    'Nobody on the quay had expected a vote that day, and the harbour master said afterwards that the figures would be looked at again.',
    'A second reading is planned for the end of the month, when the accounts of the past year are to be laid before the members.',
  ],
] as const;

function fillerOf(path: string): readonly string[] {
  const sum = [...path].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return FILLERS[sum % FILLERS.length] ?? [];
}

/** A report about one subject, with one quotation. */
export function aReport(path: string, parts: Partial<Omit<Report, 'path'>> = {}): Report {
  const said = `“We will keep the ${path.replaceAll('/', ' ').trim()} running through the winter,” said Mayor Ines Okafor, who chairs the council.`;
  return {
    path,
    title: `Council votes on the ${path.replaceAll('/', ' ').trim()}`,
    day: '2024-05-05',
    ...parts,
    paragraphs: [...(parts.paragraphs ?? [said]), ...fillerOf(path)],
  };
}

/** The page of a report, with the furniture such pages have, and the feeds it names. */
export function pageOf(
  { title, paragraphs, day }: Report,
  { feeds = [], front = false }: { feeds?: readonly string[]; front?: boolean } = {},
): string {
  const links = feeds.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`);
  return `<!doctype html><html lang="en"><head><title>${title} | Harbor News</title><meta property="og:site_name" content="Harbor News">
${front ? '' : '<meta property="og:type" content="article">'}${day && !front ? `<meta property="article:published_time" content="${day}T08:00:00Z">` : ''}
${links.join('')}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main><footer><p>All rights reserved. Contact us.</p></footer></body></html>`;
}

/** A feed of reports, the newest first; `whole` puts the text itself in. */
export function feedOf(at: string, reports: readonly Report[], whole = true): string {
  const items = reports.map(
    ({ path, title, paragraphs, day }) =>
      `<item><title>${title}</title><link>${at}${path}</link><guid>${at}${path}</guid><pubDate>${new Date(`${day}T08:00:00Z`).toUTCString()}</pubDate>
<description><![CDATA[<p>${paragraphs[0]?.slice(0, 60)}…</p>]]></description>
${whole ? `<content:encoded><![CDATA[${paragraphs.map((text) => `<p>${text}</p>`).join('')}]]></content:encoded>` : ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbor News</title><link>${at}/</link>${items.join('')}</channel></rss>`;
}
