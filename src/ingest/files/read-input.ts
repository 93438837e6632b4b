import type { CleanArticle } from '../../kernel/article.ts';
import { cleanPage, type PageArticle } from '../lines/clean-page.ts';
import { cleanStated } from '../lines/clean-stated.ts';
import { findByline, findPublication, takeDate } from '../lines/find-publication.ts';
import { type LabelledLine, splitLines, toParagraphs } from '../lines/lines.ts';
import { NOTHING_STATED, readLink, type Stated } from '../lines/stated.ts';
import { type JsonEntry, readJson, readJsonLines } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';

export interface RawInput {
  /** Shown as the origin: a file's name, or `standard input`; never a path of this machine. */
  readonly name: string;
  readonly type: 'text' | 'markdown' | 'json' | 'jsonl';
  readonly content: string;
  /** In JSON lines that are part of a file: how many lines come before. */
  readonly linesBefore?: number;
  /** What the person who hands it in says of it; wins over what the input says. */
  readonly given: { readonly outlet?: string; readonly publishedAt?: string; readonly url?: string };
}

export interface CleanedArticle {
  readonly article: CleanArticle;
  /** Every line of the input that is this article's share, blank ones left out; in JSON, the lines of its text field. */
  readonly lines: readonly LabelledLine[];
  /** As the page's markup states it, lower case: `en-us`; null when it does not, and for all that has no markup. */
  readonly language: string | null;
}

export interface Refusal {
  readonly where: string;
  readonly reason: string;
  /** The article itself was taken: this is only a note on it. */
  readonly kept?: true;
}

export interface ReadResult {
  readonly articles: CleanedArticle[];
  /** What was not taken: a whole input, a line, or a link that is none. */
  readonly refused: Refusal[];
}

/** Web pages and feeds are read elsewhere, pages in a worker: see html/open-html-reader.ts and read-feed.ts. */
type FileType = RawInput['type'] | 'html' | 'feed';

const TYPES: Readonly<Record<string, FileType>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'feed',
  rss: 'feed',
  rdf: 'feed',
  atom: 'feed',
};

/** What a file's name says it holds; null for a type this room does not read. */
export function typeOfFile(name: string): FileType | null {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? null) : null;
}

/** What windows-1252 has at 0x80–0x9f, by the WHATWG Encoding Standard's index. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text from bytes: UTF-8 or UTF-16 by its mark, else UTF-8, else windows-1252, which reads any bytes; never throws. */
export function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Node's own windows-1252 decoder leaves 0x80–0x9f as control characters (nodejs/node#56542).
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/gu, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] ?? one);
  }
}

/** What one input comes to: clean articles, and whatever could not be taken, each with its place and a reason. Never throws. */
export function readInput(input: RawInput): ReadResult {
  const { content } = input;
  const result: ReadResult = { articles: [], refused: [] };
  switch (input.type) {
    case 'text':
      readPage(input, splitLines(content), NOTHING_STATED, result);
      break;
    case 'markdown':
      readMarkdownInput(input, content, result);
      break;
    case 'json':
      for (const entry of readJson(content)) readEntry(input, entry, result);
      break;
    case 'jsonl':
      for (const entry of readJsonLines(content, input.linesBefore)) readEntry(input, entry, result);
      break;
    default:
      input.type satisfies never;
  }
  if (!result.articles.length && !result.refused.length)
    result.refused.push({ where: input.name, reason: 'it holds nothing' });
  return result;
}

function readPage(
  input: RawInput,
  lines: ReturnType<typeof splitLines>,
  stated: Stated,
  result: ReadResult,
): void {
  const found = cleanPage(toParagraphs(lines));
  for (const article of found) add(input, article, stated, result);
  if (!found.length && lines.length)
    result.refused.push({
      where: input.name,
      reason: `no article in it: ${lines.length} lines, none of them prose`,
    });
}

function readMarkdownInput(input: RawInput, content: string, result: ReadResult): void {
  const { stated, matter, paragraphs, complaint } = readMarkdown(content);
  const noted = complaint ? { where: input.name, reason: complaint } : null;
  const headline =
    stated.headline ?? paragraphs.find((paragraph) => paragraph.stated === 'headline')?.text ?? null;
  // A page pasted into a .md file says nothing of itself and is cleaned like any other.
  if (headline === null && !matter.length) {
    readPage(input, splitLines(content), stated, result);
    note(noted, result);
    return;
  }
  const article = cleanStated(paragraphs, headline);
  if (article.body) add(input, { ...article, lines: [...matter, ...article.lines] }, stated, result);
  else result.refused.push({ where: input.name, reason: 'no text below its front matter or headline' });
  note(noted, result);
}

/** What is wrong beside an article: a note where it was taken, else one more reason. */
function note(noted: Refusal | null, { articles, refused }: ReadResult): void {
  if (noted) refused.unshift(articles.length ? { ...noted, kept: true } : noted);
}

function readEntry(input: RawInput, entry: JsonEntry, result: ReadResult): void {
  if (entry.kind === 'refused')
    result.refused.push({ where: `${input.name}${entry.at}`, reason: entry.reason });
  else add(input, cleanStated(entry.paragraphs, entry.stated.headline), entry.stated, result);
}

/** The article's opening words, for a text that has no headline: its own words, cut at a word. */
function openingWords(body: string): string {
  const line = body.slice(0, 400).split('\n')[0] ?? '';
  if (line.length <= 90) return line;
  return `${line.slice(0, 90).replace(/\s+\S*$/u, '')}…`;
}

function add(input: RawInput, page: PageArticle, stated: Stated, result: ReadResult): void {
  const first = result.articles.length === 0;
  const origin = first ? input.name : `${input.name}#${result.articles.length + 1}`;
  const { given } = input;
  // An address belongs to one article: the archive knows an article by it.
  const address = (first ? given.url : undefined) ?? stated.url;
  const link = address === null || address === undefined ? null : readLink(address);
  if (address && !link)
    result.refused.push({
      where: origin,
      reason: `kept without its link: “${address.slice(0, 80)}” is no http or https address`,
      kept: true,
    });
  const host = link?.host ?? (given.url === undefined ? null : (readLink(given.url)?.host ?? null));
  const date =
    given.publishedAt !== undefined
      ? takeDate(given.publishedAt, 'given')
      : stated.publishedAt !== null
        ? takeDate(stated.publishedAt, 'stated in its metadata')
        : findPublication(page.lines, page.body);
  result.articles.push({
    article: {
      headline: page.headline ?? openingWords(page.body),
      outlet: given.outlet?.trim() || stated.outlet || host,
      byline: stated.byline ?? findByline(page.lines),
      ...date,
      url: link?.url ?? null,
      origin,
      body: page.body,
    },
    lines: page.lines,
    language: null,
  });
}
