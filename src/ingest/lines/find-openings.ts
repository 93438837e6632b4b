import { findHeadline } from './find-headline.ts';
import type { ShapedLine } from './shape-line.ts';

const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:,? [\p{L}. ]{2,20})?(?: \([^)]{2,30}\))?\s?[—–-]\s/u;

const isText = (line: ShapedLine | undefined): boolean =>
  line?.shape === 'prose' || line?.shape === 'sentence' || line?.shape === 'lead-in';

/** How many paragraphs of prose follow before a block of short lines, at most three. */
function proseFrom(lines: readonly ShapedLine[], start: number): number {
  let prose = 0;
  let between = 0;
  for (let at = start; at < lines.length && between < 4 && prose < 3; at += 1) {
    if (lines[at]?.shape === 'prose') prose += 1;
    between = isText(lines[at]) ? 0 : between + 1;
  }
  return prose;
}

/**
 * Indexes of headlines at which further articles of a page may begin. Three paragraphs of prose must follow, and enough
 * signs must tell the headline from a subhead and from a teaser of another story.
 */
export function findOpenings(lines: readonly ShapedLine[]): number[] {
  const openings: number[] = [];
  let lastText = -1;
  let written = 0;
  for (const [at, line] of lines.entries()) {
    if (!isText(line)) continue;
    if (written >= 2 && line.shape === 'prose' && at - lastText > 1 && proseFrom(lines, at) >= 3) {
      const headline = findHeadline(lines, { start: at, end: at }, lastText + 1);
      if (headline !== null && weighSigns(lines, lastText + 1, headline, at) >= 3) openings.push(headline);
    }
    if (line.shape === 'prose') written += 1;
    lastText = at;
  }
  return openings;
}

/** The weight of the signs that an article begins here; 3 is enough. */
function weighSigns(lines: readonly ShapedLine[], from: number, headline: number, prose: number): number {
  const above = lines.slice(from, headline);
  const below = lines.slice(headline + 1, prose);
  const byline = below.some(({ shape }) => shape === 'byline');
  const date = below.some(({ shape }) => shape === 'date');
  const dateline = DATELINE.test(lines[prose]?.text.slice(0, 120) ?? '');
  const comments = above.some(({ shape }) => shape === 'comments');
  const ended = above.length >= 4 || above.some(({ shape }) => shape === 'list');
  // Only the second article's head separates them: two clippings in one file.
  const bare = above.length === 0 && below.every(({ shape }) => shape === 'byline' || shape === 'date');
  const sum = (signs: readonly boolean[]) => signs.filter(Boolean).length;
  return sum([byline, date, ended, bare]) + 2 * sum([dateline, comments]);
}
