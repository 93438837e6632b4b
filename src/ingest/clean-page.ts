import { findHeadline } from './find-headline.ts';
import { findOpenings } from './find-openings.ts';
import { bestRun, findTeasers, type Run, weighLines } from './find-runs.ts';
import type { LabelledLine, LineLabel, Paragraph } from './lines.ts';
import { type ShapedLine, shapeLines } from './shape-line.ts';

/** One article of a page: what its lines are, and the text they come to. */
export interface PageArticle {
  readonly headline: string | null;
  /** Paragraphs and subheads in order, a blank line between. */
  readonly body: string;
  /** Every line of the page that is this article's share, in order. */
  readonly lines: readonly LabelledLine[];
}

/** A headline on one line: a break or a fixed space in it is the page's layout. */
export function foldHeadline(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The label a line has by its shape alone, outside an article's text. */
export function labelOf({ shape }: ShapedLine): LineLabel {
  return shape === 'byline' || shape === 'date' || shape === 'caption' || shape === 'credit'
    ? shape
    : 'furniture';
}

/** Whether a line by its shape may be an article's text. */
export function isText({ shape }: ShapedLine): boolean {
  return shape === 'prose' || shape === 'sentence' || shape === 'lead-in' || shape === 'item';
}

/** Labels for the lines of one run: what is the article's text, and what the page put between. */
function labelRun(lines: readonly ShapedLine[], run: Run, teasers: readonly boolean[]): LineLabel[] {
  const seen = new Set<string>();
  return lines.slice(run.start, run.end).map((line, offset) => {
    const at = run.start + offset;
    const again = line.times > 1 && line.words > 3 && seen.has(line.folded);
    seen.add(line.folded);
    if (teasers[at] || again) return labelOf(line);
    if (isText(line)) return 'body';
    const next = at + 1 < run.end ? lines[at + 1] : undefined;
    const runsOn = next !== undefined && isText(next) && !teasers[at + 1];
    return line.shape === 'short' && line.times === 1 && runsOn ? 'subhead' : labelOf(line);
  });
}

/** Puts labelled paragraphs together: their lines with the labels, and the text of those that are the article's. */
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

/** The articles of a page as it was pasted, in its order; empty when no line of it is prose. */
export function cleanPage(paragraphs: readonly Paragraph[]): PageArticle[] {
  const lines = shapeLines(paragraphs);
  const teasers = findTeasers(lines);
  const openings = findOpenings(lines);
  const weights = weighLines(lines, teasers, openings);
  const bounds = [0, ...openings, lines.length];
  const articles: PageArticle[] = [];
  for (const [at, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[at + 1] ?? lines.length;
    const run = bestRun(weights, { start, end });
    if (!run) continue;
    const share = lines.slice(start, end);
    const inRun = labelRun(lines, run, teasers);
    const labels = share.map((line, offset) => inRun[start + offset - run.start] ?? labelOf(line));
    const headline = findHeadline(lines, run, start);
    const said = headline === null ? null : lines[headline]?.folded;
    for (const [offset, line] of share.entries())
      if (line.folded === said && start + offset < run.start) labels[offset] = 'headline';
    articles.push(
      assemble(
        share.map(({ paragraph }) => paragraph),
        labels,
      ),
    );
  }
  return articles;
}
