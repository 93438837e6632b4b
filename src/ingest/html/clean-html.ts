import { cleanLine } from '../../text/clean-text.ts';
import type { CleanedArticle, RawInput } from '../files/read-input.ts';
import { type Publication, takeDate } from '../lines/find-publication.ts';
import { openingWords } from '../lines/opening-words.ts';
import { evidenceOfDay } from '../lines/read-date.ts';
import { findAuthors } from './about/find-authors.ts';
import { knowPage } from './about/know-page.ts';
import { cutBlocks } from './body/cut-blocks.ts';
import { describeBlocks } from './body/describe-blocks.ts';
import { chooseText, joinText, labelLines, placeLines } from './body/join-text.ts';
import { judgeBlocks } from './body/judge-blocks.ts';
import { findDay } from './date/find-day.ts';
import type { DaySource, FoundDay } from './date/found-day.ts';
import type { DayOrder } from './date/read-days.ts';
import { gatherMetadata } from './dom/gather-metadata.ts';
import { type DomElement, readDom } from './dom/read-dom.ts';

export type HtmlRead =
  | { readonly kind: 'read'; readonly articles: readonly CleanedArticle[] }
  | { readonly kind: 'refused'; readonly reason: string };

export interface HtmlInput {
  readonly html: string;
  /** Where the page was found; null when nobody knows. */
  readonly url: string | null;
  /** Shown as the origin; never a path of this machine. */
  readonly name: string;
  /** What the person who hands it in says of it; wins over what the page says. */
  readonly given: RawInput['given'];
}

/** The largest page read, in characters; the largest of 770 public ones had 2.9 million. */
const MOST_CHARACTERS = 16_000_000;

/** What a web page comes to, or why it comes to nothing, in plain words. A hostile page can be slow: see open-html-reader.ts. */
export function readHtml(input: HtmlInput): HtmlRead {
  if (input.html.length > MOST_CHARACTERS)
    return { kind: 'refused', reason: `it is larger than ${MOST_CHARACTERS / 1_000_000} million characters` };
  const html = input.html.toWellFormed();
  if (!html.trim()) return { kind: 'refused', reason: 'it is empty' };
  const dom = readDom(html);
  return dom.kind === 'refused' ? dom : readPage(dom.root, input);
}

function readPage(root: DomElement, { html, url, name, given }: HtmlInput): HtmlRead {
  const metadata = gatherMetadata(root);
  const page = knowPage(metadata, given.url ?? url);
  const blocks = cutBlocks(root);
  const described = describeBlocks(blocks, page);
  const used = chooseText(described, judgeBlocks(described), page.title?.headline ?? null);
  const body = joinText(described, used);
  if (!body)
    return {
      kind: 'refused',
      reason: `no article in it: ${blocks.length} pieces of text, none of them prose`,
    };
  const lines = placeLines(described, used, page.title);
  const headlineAt = page.title?.at ?? null;
  const day = findDay({
    metadata,
    url: page.link?.url ?? null,
    html,
    lines,
    headlineAt,
    order: dayOrder(page.language),
  });
  const byline = findAuthors({ metadata, site: page.site, headlineAt, lines }).join(', ');
  const headline = page.title?.headline ?? openingWords(body);
  const article = {
    headline: cleanLine(headline),
    outlet: given.outlet?.trim() || page.site || page.link?.host || null,
    byline: byline || null,
    ...publication(day, body, given.publishedAt),
    url: page.link?.url ?? null,
    origin: name,
    body,
  };
  return {
    kind: 'read',
    articles: [{ article, lines: labelLines(described, used, headline), language: page.language }],
  };
}

/** Which of day and month a page in this language writes first; null where both are usual. */
function dayOrder(language: string | null): DayOrder {
  if (language === null || language === 'en') return null;
  return /^en-(?:us|ph|ca)$/u.test(language) ? 'month' : 'day';
}

function publication(day: FoundDay | null, body: string, given: string | undefined): Publication {
  if (given !== undefined) return takeDate(given, 'given');
  if (!day) return { publishedAt: null, publishedHow: evidenceOfDay(body) };
  const otherwise = day.otherwise ? `; its metadata says ${day.otherwise}` : '';
  return { publishedAt: day.day, publishedHow: `${HOW[day.source]}: ${cleanLine(day.words)}${otherwise}` };
}

const HOW: Readonly<Record<DaySource, string>> = {
  metadata: 'stated in its metadata',
  'published mark': 'stated',
  'time beside the headline': 'stated beside the headline',
  'line beside the headline': 'stated beside the headline',
  'opening of the text': 'stated in its opening words',
  'line above the text': 'stated above the text',
  address: 'stated in its address',
  mark: 'stated',
  'line below the text': 'stated below the text',
  data: 'stated in its data',
  created: 'stated in its metadata as the day it was made',
  time: 'stated on the page',
  changed: 'stated as the day it was updated',
};
