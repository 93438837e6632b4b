import { findHeadline } from './find-headline.ts';
import type { ShapedLine } from './shape-line.ts';

const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:,? [\p{L}. ]{2,20})?(?: \([^)]{2,30}\))?\s?[—–-]\s/u;
const ENDINGS = new Set(['list', 'comments']);

const isText = (line: ShapedLine | undefined): boolean =>
  line?.shape === 'prose' || line?.shape === 'sentence' || line?.shape === 'lead-in';

/** How many paragraphs of prose come from here on before the page breaks off into short lines. */
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
 * Where further articles of a page open, by the index of their headline. One counts only with a headline of its own, three
 * paragraphs of prose, and two signs that it is no subhead: a byline, a date, a dateline, or the end of the article before.
 */
export function findOpenings(lines: readonly ShapedLine[]): number[] {
  const openings: number[] = [];
  let lastText = -1;
  let written = 0;
  for (const [at, line] of lines.entries()) {
    if (!isText(line)) continue;
    if (written >= 2 && line.shape === 'prose' && at - lastText > 1 && proseFrom(lines, at) >= 3) {
      const headline = findHeadline(lines, { start: at, end: at }, lastText + 1);
      if (headline !== null && countSigns(lines, lastText + 1, headline, at) >= 2) openings.push(headline);
    }
    if (line.shape === 'prose') written += 1;
    lastText = at;
  }
  return openings;
}

function countSigns(lines: readonly ShapedLine[], from: number, headline: number, prose: number): number {
  const above = lines.slice(from, headline);
  const below = lines.slice(headline + 1, prose);
  return [
    below.some(({ shape }) => shape === 'byline'),
    below.some(({ shape }) => shape === 'date'),
    DATELINE.test(lines[prose]?.text.slice(0, 120) ?? ''),
    above.length >= 4 || above.some(({ shape }) => ENDINGS.has(shape)),
  ].filter(Boolean).length;
}
