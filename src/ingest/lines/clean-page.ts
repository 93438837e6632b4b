import { dropTail } from './drop-tail.ts';
import { findHeadline } from './find-headline.ts';
import { findOpenings } from './find-openings.ts';
import { findAnnounced, findRun, findTeasers, type Run, type WeighedRun, weighLines } from './find-runs.ts';
import type { LabelledLine, LineLabel, Paragraph } from './lines.ts';
import { type ShapedLine, shapeLines } from './shape-line.ts';

/** One article of a page: its labelled lines and its text. */
export interface PageArticle {
  readonly headline: string | null;
  /** Paragraphs and subheads in order, a blank line between. */
  readonly body: string;
  /** Every line of the page that belongs to this article, in order. */
  readonly lines: readonly LabelledLine[];
}

/** A headline on one line: line breaks and fixed spaces are layout. */
export function foldHeadline(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The label a line has by its shape alone, outside an article's text. */
export function labelOf({ shape }: ShapedLine): LineLabel {
  return shape === 'byline' || shape === 'date' || shape === 'caption' || shape === 'credit'
    ? shape
    : 'furniture';
}

/** Whether a line's shape allows it to be article text. */
export function isText({ shape }: ShapedLine): boolean {
  return shape === 'prose' || shape === 'sentence' || shape === 'lead-in' || shape === 'item';
}

/** A day as agencies end their captions with it: the news says "on Wednesday", its archive "Dec. 20, 2023". */
const CAPTION_DAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.? \d{1,2},? \d{4}\.?$/iu;
/** Words about a future day, which captions do not contain. */
const TO_COME =
  /\b(?:will|would|due|scheduled|set (?:for|to)|until|deadlines?|expires?|effective|ordered|by)\b/iu;
/** A person's place in a picture. */
const IN_PICTURE = /\((?:left|right|cent(?:er|re)|l-r|l to r|from left|pictured)\)|^from left\b/iu;
/** A credit after the caption's sentence; "… image: …" inside a sentence is prose. */
const WHOSE_PICTURE =
  /(?:^|[.!?)\]|] ?|[a-z]{2} {2,})\(?(?:Credit|Photo(?:graph)?|Image)s?:[^.!?]{2,90}\.?$|\bphotograph courtesy of [^.!?]{2,90}\.?$/u;
/** The longest caption, in words. */
const LONGEST_CAPTION = 60;

/** Whether a line that looks like prose describes a picture; a quotation never does. */
function isOfPicture({ text, words }: ShapedLine): boolean {
  if (words > LONGEST_CAPTION || /["“”]/u.test(text)) return false;
  const tellsOfDay = CAPTION_DAY.test(text.slice(-60)) && !TO_COME.test(text.slice(0, 600));
  return tellsOfDay || IN_PICTURE.test(text.slice(0, 600)) || WHOSE_PICTURE.test(text.slice(0, 600));
}

/** Affiliate disclosures. */
const PAID_FOR =
  /\bwe may (?:earn|receive) (?:an? )?(?:\p{L}{3,12} )?(?:commissions?|share|compensation)\b|\b(?:team|writers?) writes? on behalf of\b/iu;

/** Labels for the lines of one run: article text, or furniture between its paragraphs. */
function labelRun(lines: readonly ShapedLine[], run: Run, teasers: readonly boolean[]): LineLabel[] {
  const seen = new Set<string>();
  const announced = findAnnounced(lines);
  const labels = lines.slice(run.start, run.end).map((line, offset): LineLabel => {
    const at = run.start + offset;
    const again = line.times > 1 && line.words > 3 && seen.has(line.folded);
    seen.add(line.folded);
    if (teasers[at] || again) return labelOf(line);
    if ((isText(line) || line.shape === 'short') && isOfPicture(line)) return 'caption';
    if (isText(line) && PAID_FOR.test(line.text.slice(0, 1_000))) return 'furniture';
    if (isText(line)) return 'body';
    const next = at + 1 < run.end ? lines[at + 1] : undefined;
    const runsOn = next !== undefined && isText(next) && !teasers[at + 1];
    if (announced[at] && !runsOn) return 'body';
    return line.shape === 'short' && line.times === 1 && runsOn ? 'subhead' : labelOf(line);
  });
  dropTail(lines, run.start, labels);
  return labels;
}

/** Builds an article from labelled paragraphs. */
export function assemble(paragraphs: readonly Paragraph[], labels: readonly LineLabel[]): PageArticle {
  const label = (at: number): LineLabel => labels[at] ?? 'furniture';
  const headline = paragraphs[labels.lastIndexOf('headline')]?.text;
  return {
    headline: headline === undefined ? null : foldHeadline(headline),
    body: paragraphs
      .filter((_, at) => label(at) === 'body' || label(at) === 'subhead')
      .map(({ text }) => text)
      .join('\n\n'),
    lines: paragraphs.flatMap(({ source }, at) => source.map((line) => ({ ...line, label: label(at) }))),
  };
}

/** The part of a page that belongs to one article, before its lines are labelled. */
interface Share extends WeighedRun {
  readonly start: number;
  readonly end: number;
  readonly headline: number | null;
}

/** Divides a page at `openings`; parts without prose are left out. */
function divide(
  lines: readonly ShapedLine[],
  teasers: readonly boolean[],
  openings: readonly number[],
): Share[] {
  const weights = weighLines(lines, teasers, openings);
  const starts = [0, ...openings];
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? lines.length;
    const found = findRun(lines, weights, { start, end });
    return found ? [{ ...found, start, end, headline: findHeadline(lines, found.run, start) }] : [];
  });
}

/** Whether a part other than the main one is an article: it has its own headline and three paragraphs of prose. */
function isArticle(lines: readonly ShapedLine[], share: Share, main: Share): boolean {
  const said = (at: number | null) => (at === null ? null : lines[at]?.folded);
  const prose = lines.slice(share.run.start, share.run.end).filter(({ shape }) => shape === 'prose').length;
  return share.headline !== null && said(share.headline) !== said(main.headline) && prose >= 3;
}

/** The openings that begin an article. A rejected part joins the article before it, or the first one. */
function keepOpenings(
  lines: readonly ShapedLine[],
  teasers: readonly boolean[],
  openings: number[],
): number[] {
  const shares = divide(lines, teasers, openings);
  const main = shares.reduce<Share | null>(
    (best, share) => (best && best.sum >= share.sum ? best : share),
    null,
  );
  if (!main) return [];
  const kept = shares.filter((share) => share === main || isArticle(lines, share, main));
  return kept.slice(1).map(({ start }) => start);
}

/** The articles of a pasted page, in order; empty when no line is prose. */
export function cleanPage(paragraphs: readonly Paragraph[]): PageArticle[] {
  const lines = shapeLines(paragraphs);
  const teasers = findTeasers(lines);
  const openings = keepOpenings(lines, teasers, findOpenings(lines));
  return divide(lines, teasers, openings).map(({ start, end, run, headline }) => {
    const share = lines.slice(start, end);
    const inRun = labelRun(lines, run, teasers);
    const said = headline === null ? null : lines[headline]?.folded;
    const labels = share.map((line, offset) => {
      if (line.folded === said && start + offset < run.start) return 'headline';
      const before = share[offset - 1];
      // "By" on one line, the name on the next.
      if (before?.folded === 'by' && line.shape === 'short' && line.words <= 8) return 'byline';
      return inRun[start + offset - run.start] ?? labelOf(line);
    });
    return assemble(
      share.map(({ paragraph }) => paragraph),
      labels,
    );
  });
}
