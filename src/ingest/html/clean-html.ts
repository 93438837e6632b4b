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
  /** The page's URL; null when unknown. */
  readonly url: string | null;
  /** Shown as the origin; never a path of this machine. */
  readonly name: string;
  /** What the caller states about it; wins over what the page states. */
  readonly given: RawInput['given'];
}

/** The largest page that is parsed; the largest of 770 public pages has 2.9 million characters. */
const MOST_CHARACTERS = 16_000_000;

/** Parses a web page into its article, or says why there is none. Hostile pages can be slow: use open-html-worker.ts. */
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

/** Whether dates in this language begin with the day or the month; null where both are usual. */
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
