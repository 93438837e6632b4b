import type { TYPE_CHOICES } from '../../src/ingest/formats/know-format.ts';
import {
  type ContentParser,
  openContentParser,
  type PageRead,
  readPage,
} from '../../src/ingest/read-pages.ts';
import { dayText } from '../../src/text/day-text.ts';
import type { Flags, ProcessDeps } from '../process-deps.ts';
import { EXIT } from './exit-code.ts';
import { readJsonLines, readSource, refuseWeb } from './read-source.ts';
import { write, writeJson, writeJsonLine } from './write-lines.ts';

type CleanFlags = Flags & {
  readonly type?: (typeof TYPE_CHOICES)[number];
  readonly url?: string;
  readonly json?: true;
  readonly jsonl?: true;
};

type Cleaned = Extract<PageRead, { kind: 'article' }>['cleaned'];

/**
 * Prints the articles that ingest finds in a file or standard input; stores nothing. Refusals go to standard
 * error.
 */
export async function clean(around: ProcessDeps, file: string, flags: CleanFlags): Promise<number> {
  refuseWeb(file);
  const parser = openContentParser();
  try {
    return await (flags.jsonl ? cleanLines(around, file, parser) : cleanFile(around, file, flags, parser));
  } finally {
    await parser.close();
  }
}

async function cleanFile(
  around: ProcessDeps,
  file: string,
  flags: CleanFlags,
  parser: ContentParser,
): Promise<number> {
  const { type, url } = flags;
  const given = url === undefined ? {} : { url };
  const articles: Cleaned[] = [];
  let refused = 0;
  for await (const page of readSource(around, file, { format: type, given, parser })) {
    if (page.kind === 'article') articles.push(page.cleaned);
    else {
      refused += 1;
      await write(around.stderr, `${page.where}: ${page.reason}.\n`);
    }
  }
  if (flags.json) await writeJson(around.stdout, { articles: articles.map(articleJson) });
  else if (articles.length) await write(around.stdout, `${articles.map(articleText).join('\n\n')}\n`);
  return refused && !articles.length ? EXIT.nothing : EXIT.done;
}

/**
 * Reads lines of {id, text or html, url?} and prints a line of {id, articles} for every line with an id.
 * `articles` is empty when none was found.
 */
async function cleanLines(around: ProcessDeps, file: string, parser: ContentParser): Promise<number> {
  let taken = 0;
  let refused = 0;
  for await (const line of readJsonLines(around, file)) {
    const { id, articles, complaint } =
      line.kind === 'entry' ? await cleanEntry(line.entry, parser) : { ...NOTHING, complaint: line.reason };
    if (complaint) {
      refused += 1;
      await write(around.stderr, `line ${line.number}: ${complaint}.\n`);
    }
    taken += articles.length;
    if (id !== null) await writeJsonLine(around.stdout, { id, articles: articles.map(articleJson) });
  }
  return refused && !taken ? EXIT.nothing : EXIT.done;
}

interface CleanedEntry {
  readonly id: string | number | null;
  readonly articles: readonly Cleaned[];
  readonly complaint: string;
}

const NOTHING: CleanedEntry = { id: null, articles: [], complaint: '' };

async function cleanEntry(
  { id, text, html, url }: Readonly<Record<string, unknown>>,
  parser: ContentParser,
): Promise<CleanedEntry> {
  if (typeof id !== 'string' && typeof id !== 'number') return { ...NOTHING, complaint: 'it has no id' };
  const about = { name: String(id), given: typeof url === 'string' ? { url } : {} };
  const pages =
    typeof html === 'string'
      ? parser.parse({ ...about, format: 'html', content: html })
      : typeof text === 'string'
        ? readPage({ ...about, format: 'text', content: text })
        : [{ kind: 'refused', reason: 'it has no text and no html' } as const];
  const articles: Cleaned[] = [];
  const complaints: string[] = [];
  for await (const page of pages) {
    if (page.kind === 'article') articles.push(page.cleaned);
    else complaints.push(page.reason);
  }
  return { id, articles, complaint: complaints.join('; ') };
}

/**
 * Yields the bodies of the articles in one text. The first keeps the given id; later ones get `id#2`, `id#3`
 * and so on.
 */
export function* cleanedTexts(id: string | number, text: string) {
  let number = 0;
  for (const page of readPage({ name: String(id), format: 'text', content: text, given: {} })) {
    if (page.kind === 'refused') {
      yield { kind: 'refused', where: page.where, reason: page.reason } as const;
      continue;
    }
    number += 1;
    yield {
      kind: 'text',
      id: number === 1 ? id : `${id}#${number}`,
      text: page.cleaned.article.body,
    } as const;
  }
}

/**
 * Converts an article to the contract of `clean --json`. `lines` holds the input lines unchanged, each with
 * its label.
 */
function articleJson({ article, lines, language }: Cleaned) {
  const { headline, outlet, byline, publishedAt, publishedHow, url, body } = article;
  return {
    headline,
    outlet,
    byline,
    publishedAt,
    publishedHow,
    url,
    language,
    body,
    lines: lines.map(({ line, label }) => ({ line, label })),
  };
}

function articleText({ article }: Cleaned): string {
  const { headline, outlet, byline, publishedAt, publishedHow, body } = article;
  const date = publishedAt ? `${dayText(publishedAt)} (${publishedHow})` : `date ${publishedHow}`;
  const source = [outlet ?? 'outlet not stated', date, byline].filter(Boolean);
  return `${headline}\n${source.join(' · ')}\n\n${body}`;
}
