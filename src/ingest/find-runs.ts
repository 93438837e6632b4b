import type { Shape, ShapedLine } from './shape-line.ts';

/** Lines of a page, by index; `end` excluded. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const isSolid = (line: ShapedLine | undefined): boolean =>
  line !== undefined && line.shape === 'prose' && line.words >= 15 && line.times === 1;

/** Which lines belong to a list of other stories: from its heading until prose runs again, two paragraphs of it. */
export function findTeasers(lines: readonly ShapedLine[]): boolean[] {
  let inside = false;
  return lines.map((line, at) => {
    if (line.shape === 'list') inside = true;
    else if (inside && isSolid(line) && isSolid(lines[at + 1])) inside = false;
    return inside;
  });
}

/** What each line says for (+) or against (−) an article running through it, in words. */
export function weighLines(
  lines: readonly ShapedLine[],
  teasers: readonly boolean[],
  openings: readonly number[],
): number[] {
  const opens = new Set(openings);
  let commented = false;
  return lines.map((line, at) => {
    if (opens.has(at)) commented = false;
    const weight = weighLine(line, teasers[at] ?? false, isolated(lines, at));
    // Readers' comments are prose too; an article is looked for there only when there is none above.
    if (line.shape === 'comments') commented = true;
    return commented && weight > 0 ? weight * 0.3 : weight;
  });
}

const isText = (line: ShapedLine | undefined): boolean =>
  line !== undefined && (line.shape === 'prose' || line.shape === 'sentence' || line.shape === 'lead-in');

const BESIDE_TEXT = new Set<Shape>(['caption', 'credit', 'control', 'invitation']);

/** Whether the next line this way, pictures and buttons aside, is text. */
function textBeside(lines: readonly ShapedLine[], at: number, step: 1 | -1): boolean {
  let next = at + step;
  while (Math.abs(next - at) < 4 && BESIDE_TEXT.has(lines[next]?.shape ?? 'short')) next += step;
  return isText(lines[next]);
}

/** A paragraph with no other beside it: a summary in a list of stories, as often as not. */
function isolated(lines: readonly ShapedLine[], at: number): boolean {
  return !textBeside(lines, at, -1) && !textBeside(lines, at, 1);
}

function weighLine(line: ShapedLine, teaser: boolean, alone: boolean): number {
  if (line.shape === 'comments') return -400;
  if (line.shape === 'caption' || line.shape === 'credit') return -3;
  if (line.times > 1 && line.words < 40) return -10;
  if (teaser) return line.shape === 'list' ? -14 : -6;
  switch (line.shape) {
    case 'prose':
      return Math.min(line.words, 80) * (alone ? 0.5 : 1) * (line.ended ? 1 : 0.3);
    case 'sentence':
      return line.words * 0.6;
    case 'lead-in':
      return 0;
    case 'item':
      return line.words >= 6 ? 2 : -3;
    case 'short':
      return line.words <= 3 ? -9 : line.words <= 15 ? -7 : 2;
    case 'teaser':
    case 'byline':
    case 'date':
    case 'ago':
      return -8;
    case 'control':
      return -4;
    case 'invitation':
      return -6;
    case 'list':
      return -14;
    default:
      return line.shape satisfies never;
  }
}

/** The stretch inside `within` whose weights add up to most; null when nothing there speaks for an article. */
export function bestRun(weights: readonly number[], within: Run): Run | null {
  let best: Run | null = null;
  let bestSum = 0;
  let sum = 0;
  let start = within.start;
  for (let at = within.start; at < within.end; at += 1) {
    const weight = weights[at] ?? 0;
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += weight;
    if (sum > bestSum) {
      bestSum = sum;
      best = { start, end: at + 1 };
    }
  }
  return best;
}
