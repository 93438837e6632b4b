import { readFeed } from './feed/read-feed.ts';
import { decodePlainText, decodeText } from './fetch/decode.ts';
import { type Content, gatherFiles } from './files/gather-files.ts';
import { type CleanedArticle, type RawInput, type Refusal, readInput } from './files/read-input.ts';
import { cleanEntry } from './html/clean-entry.ts';
import { type HtmlWorker, openHtmlWorker } from './html/open-html-worker.ts';

/** One article of the content, or something that was refused and why. */
export type PageRead =
  | { readonly kind: 'article'; readonly cleaned: CleanedArticle }
  | ({ readonly kind: 'refused' } & Refusal);

/** Parses content of any format. Holds a worker once a web page came: close it when done. */
export interface ContentParser {
  /** The articles of a page or file, then what was refused; of a feed, every entry in the feed's order, nothing fetched. */
  parse(content: Content): AsyncGenerator<PageRead>;
  close(): Promise<void>;
}

export function openContentParser(): ContentParser {
  const html = openHtmlWorker();
  return { parse: (content) => parseContent(content, html), close: () => html.close() };
}

async function* parseContent(content: Content, html: HtmlWorker): AsyncGenerator<PageRead> {
  const { format } = content;
  switch (format) {
    case 'text':
    case 'markdown':
    case 'json':
    case 'jsonl':
      yield* readPage(toInput(content, format));
      return;
    case 'html':
      yield* readWebPage(html, content);
      return;
    case 'feed':
      yield* readEntries(html, content);
      return;
    default:
      format satisfies never;
  }
}

function toInput({ content, ...about }: Content, format: RawInput['format']): RawInput {
  return { ...about, format, content: typeof content === 'string' ? content : decodePlainText(content) };
}

async function* readWebPage(reader: HtmlWorker, { content, name, given }: Content): AsyncGenerator<PageRead> {
  const html = typeof content === 'string' ? content : decodeText(content, '').text;
  const read = await reader.read(html, given.url ?? null, { name, given });
  if (read.kind === 'refused') yield { kind: 'refused', where: name, reason: read.reason };
  else for (const cleaned of read.articles) yield { kind: 'article', cleaned };
}

/** The base URL of a feed whose own is unknown: absolute links are kept, relative ones become null. */
const NO_URL = 'about:blank';

async function* readEntries(reader: HtmlWorker, { content, name, given }: Content): AsyncGenerator<PageRead> {
  const read = await readFeed(content, given.url ?? NO_URL);
  if (read.kind === 'refused') {
    yield { kind: 'refused', where: name, reason: read.reason.replace(/\.$/u, '') };
    return;
  }
  for (const [at, entry] of read.entries.entries()) {
    const origin = at ? `${name}#${at + 1}` : name;
    yield { kind: 'article', cleaned: await cleanEntry(entry, { feed: read.feed, origin }, reader) };
  }
  for (const reason of read.notes)
    yield { kind: 'refused', where: name, reason, ...(read.entries.length ? { kept: true } : {}) };
}

/** Parses the files at these paths and below, one article at a time. Uses `held` as the parser, else one of its own. */
export async function* readPages(
  paths: readonly string[],
  given: RawInput['given'] = {},
  held: ContentParser | null = null,
): AsyncGenerator<PageRead> {
  const parser = held ?? openContentParser();
  try {
    for await (const gathered of gatherFiles(paths, given))
      if (gathered.kind === 'refused') yield gathered;
      else yield* parser.parse(gathered);
  } finally {
    if (!held) await parser.close();
  }
}

/** The articles of one input, then what was refused. */
export function* readPage(input: RawInput): Generator<PageRead> {
  const { articles, refused } = readInput(input);
  for (const cleaned of articles) yield { kind: 'article', cleaned };
  for (const refusal of refused) yield { kind: 'refused', ...refusal };
}
