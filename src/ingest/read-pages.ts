import { readFeed } from './feed/read-feed.ts';
import { decodeText } from './fetch/decode.ts';
import { type Gathered, gatherFiles } from './files/gather-files.ts';
import {
  type CleanedArticle,
  decodeBytes,
  type RawInput,
  type Refusal,
  readInput,
} from './files/read-input.ts';
import { cleanEntry } from './html/clean-entry.ts';
import { type HtmlReader, openHtmlReader } from './html/open-html-reader.ts';

/** One article read from what was handed in, or something that was not taken and why. */
export type PageRead =
  | { readonly kind: 'article'; readonly cleaned: CleanedArticle }
  | ({ readonly kind: 'refused' } & Refusal);

/** What is handed in of a page or feed besides its content. */
interface About {
  /** Shown as the origin; never a path of this machine. */
  readonly name: string;
  readonly given: RawInput['given'];
}

/** Reads web pages and feeds; holds a worker once one came. Close it when done. */
export interface WebReader {
  page(html: string | Uint8Array, about: About): AsyncGenerator<PageRead>;
  /** Every entry as the feed gives it, in the feed's order; nothing is fetched. */
  feed(content: string | Uint8Array, about: About): AsyncGenerator<PageRead>;
  close(): Promise<void>;
}

export function openWebReader(): WebReader {
  const html = openHtmlReader();
  return {
    page: (content, about) => readWebPage(html, content, about),
    feed: (content, about) => readEntries(html, content, about),
    close: () => html.close(),
  };
}

async function* readWebPage(
  reader: HtmlReader,
  content: string | Uint8Array,
  { name, given }: About,
): AsyncGenerator<PageRead> {
  const html = typeof content === 'string' ? content : decodeText(content, '').text;
  const read = await reader.read(html, given.url ?? null, { name, given });
  if (read.kind === 'refused') yield { kind: 'refused', where: name, reason: read.reason };
  else for (const cleaned of read.articles) yield { kind: 'article', cleaned };
}

/** Absolute links are what they are; relative ones lead nowhere. */
const NO_ADDRESS = 'about:blank';

async function* readEntries(
  reader: HtmlReader,
  content: string | Uint8Array,
  { name, given }: About,
): AsyncGenerator<PageRead> {
  const read = await readFeed(content, given.url ?? NO_ADDRESS);
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

/** Everything there is to read in files and folders, one article at a time; nothing is stored. `held` reads their web pages. */
export async function* readPages(
  paths: readonly string[],
  given: RawInput['given'] = {},
  held: WebReader | null = null,
): AsyncGenerator<PageRead> {
  const web = held ?? openWebReader();
  try {
    for await (const gathered of gatherFiles(paths, given)) yield* readGathered(gathered, web);
  } finally {
    if (!held) await web.close();
  }
}

async function* readGathered(gathered: Gathered, web: WebReader): AsyncGenerator<PageRead> {
  switch (gathered.kind) {
    case 'refused':
      yield gathered;
      return;
    case 'input':
      yield* readPage(gathered.input);
      return;
    case 'web page':
      yield* web.page(gathered.html, gathered);
      return;
    case 'feed':
      yield* web.feed(gathered.content, gathered);
      return;
    default:
      gathered satisfies never;
  }
}

/** What one input comes to: its articles, then what was refused. */
export function* readPage(input: RawInput): Generator<PageRead> {
  const { articles, refused } = readInput(input);
  for (const cleaned of articles) yield { kind: 'article', cleaned };
  for (const refusal of refused) yield { kind: 'refused', ...refusal };
}

/** Bytes from standard input as an input of the given type. */
export function standardInput(
  bytes: Uint8Array,
  type: RawInput['type'],
  given: RawInput['given'] = {},
): RawInput {
  return { name: 'standard input', type, content: decodeBytes(bytes), given };
}
