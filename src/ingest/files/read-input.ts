import type { CleanArticle } from '../../kernel/article.ts';
import type { Format } from '../formats/know-format.ts';
import { cleanPage, type PageArticle } from '../lines/clean-page.ts';
import { cleanStated } from '../lines/clean-stated.ts';
import { findByline, findPublication, takeDate } from '../lines/find-publication.ts';
import { type LabelledLine, splitLines, toParagraphs } from '../lines/lines.ts';
import { openingWords } from '../lines/opening-words.ts';
import { NOTHING_STATED, readLink, type Stated } from '../lines/stated.ts';
import { type JsonEntry, readJson, readJsonLines } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';

export interface RawInput {
  /** Shown as the origin: a file's name, or `standard input`; never a path of this machine. */
  readonly name: string;
  readonly format: Exclude<Format, 'html' | 'feed'>;
  readonly content: string;
  /** In JSON lines that are part of a file: how many lines come before. */
  readonly linesBefore?: number;
  /** What the caller states about it; wins over what the input states. */
  readonly given: { readonly outlet?: string; readonly publishedAt?: string; readonly url?: string };
}

export interface CleanedArticle {
  readonly article: CleanArticle;
  /** The article's non-blank lines of the input; in JSON, the lines of its text field. */
  readonly lines: readonly LabelledLine[];
  /** The language that markup states, lower case: `en-us`; null without one. */
  readonly language: string | null;
}

export interface Refusal {
  readonly where: string;
  readonly reason: string;
  /** The article was accepted; this is a note about it. */
  readonly kept?: true;
}

export interface ReadResult {
  readonly articles: CleanedArticle[];
  /** What was rejected: the whole input, a line, or an invalid link. */
  readonly refused: Refusal[];
}

/** Parses text, Markdown or JSON into clean articles, and says what was rejected, where and why. Never throws. */
export function readInput(input: RawInput): ReadResult {
  const { content } = input;
  const result: ReadResult = { articles: [], refused: [] };
  switch (input.format) {
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
      input.format satisfies never;
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
  // A page pasted into a .md file has no Markdown structure; clean it like plain text.
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

/** Adds a complaint: a note when the article was accepted, else a reason for the refusal. */
function note(noted: Refusal | null, { articles, refused }: ReadResult): void {
  if (noted) refused.unshift(articles.length ? { ...noted, kept: true } : noted);
}

function readEntry(input: RawInput, entry: JsonEntry, result: ReadResult): void {
  if (entry.kind === 'refused')
    result.refused.push({ where: `${input.name}${entry.at}`, reason: entry.reason });
  else add(input, cleanStated(entry.paragraphs, entry.stated.headline), entry.stated, result);
}

function add(input: RawInput, page: PageArticle, stated: Stated, result: ReadResult): void {
  const first = result.articles.length === 0;
  const origin = first ? input.name : `${input.name}#${result.articles.length + 1}`;
  const { given } = input;
  // A URL identifies an article in the archive, so only the first article gets the given one.
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
