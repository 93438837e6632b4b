import type { Shape, ShapedLine } from './shape-line.ts';

/** Lines of a page, by index; `end` excluded. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** A run that may be an article, with the sum of its lines' weights. */
export interface WeighedRun {
  readonly run: Run;
  readonly sum: number;
}

const isSolid = (line: ShapedLine | undefined): boolean =>
  line !== undefined && line.shape === 'prose' && line.words >= 15 && line.times === 1;

/** Marks the lines of lists of other stories: from the list's heading to the next two paragraphs of prose. */
export function findTeasers(lines: readonly ShapedLine[]): boolean[] {
  let inside = false;
  return lines.map((line, at) => {
    if (line.shape === 'list') inside = true;
    else if (inside && isSolid(line) && (line.words >= 45 || isSolid(lines[at + 1]))) inside = false;
    return inside;
  });
}

/** Marks the short lines of a list after a lead-in that ends in a colon. */
export function findAnnounced(lines: readonly ShapedLine[]): boolean[] {
  let inside = false;
  return lines.map(({ shape, times }) => {
    const announced = inside && shape === 'short' && times === 1;
    inside = announced || shape === 'lead-in';
    return announced;
  });
}

/** After this many words, a list of other stories may end the article; prose below the list counts less. */
const WRITTEN_WORDS = 200;
const BELOW_LIST_COUNTS = 0.45;

/** Each line's weight for (+) or against (−) being part of an article, in words; restarts at each opening. */
export function weighLines(
  lines: readonly ShapedLine[],
  teasers: readonly boolean[],
  openings: readonly number[],
): number[] {
  const opens = new Set(openings);
  const announced = findAnnounced(lines);
  let written = 0;
  let belowList = false;
  return lines.map((line, at) => {
    if (opens.has(at)) {
      written = 0;
      belowList = false;
    }
    if (line.shape === 'list' && written >= WRITTEN_WORDS) belowList = true;
    if (isText(line) && !teasers[at]) written += line.words;
    if (announced[at] && !teasers[at]) return 0;
    const alone = !announced[at - 1] && isolated(lines, at);
    const weight = weighLine(line, teasers[at] ?? false, alone);
    return belowList && weight > 0 ? weight * BELOW_LIST_COUNTS : weight;
  });
}

/** The weight of prose below the first sign of comments, since comments are prose too. */
const COMMENTS_COUNT = 0.3;

/** The best run inside `within`. No run crosses a sign of comments; runs above the first sign are preferred. */
export function findRun(
  lines: readonly ShapedLine[],
  weights: readonly number[],
  within: Run,
): WeighedRun | null {
  let best: WeighedRun | null = null;
  let start = within.start;
  for (let at = within.start; at <= within.end; at += 1) {
    if (at < within.end && lines[at]?.shape !== 'comments') continue;
    const found = bestRun(weights, { start, end: at });
    const sum = (found?.sum ?? 0) * (start === within.start ? 1 : COMMENTS_COUNT);
    if (found && sum > (best?.sum ?? 0)) best = { run: found.run, sum };
    start = at + 1;
  }
  return best;
}

const isText = (line: ShapedLine | undefined): boolean =>
  line !== undefined && (line.shape === 'prose' || line.shape === 'sentence' || line.shape === 'lead-in');

const BESIDE_TEXT = new Set<Shape>(['caption', 'credit', 'control', 'invitation']);

/** Whether the next line in this direction is text, ignoring captions and buttons. */
function textBeside(lines: readonly ShapedLine[], at: number, step: 1 | -1): boolean {
  let next = at + step;
  while (Math.abs(next - at) < 4 && BESIDE_TEXT.has(lines[next]?.shape ?? 'short')) next += step;
  return isText(lines[next]);
}

/** Whether a paragraph has no text next to it: often a summary in a list of stories. */
function isolated(lines: readonly ShapedLine[], at: number): boolean {
  return !textBeside(lines, at, -1) && !textBeside(lines, at, 1);
}

function weighLine(line: ShapedLine, teaser: boolean, alone: boolean): number {
  if (line.shape === 'caption' || line.shape === 'credit') return -3;
  if (line.times > 1 && line.words < 40) return -10;
  if (teaser) return line.shape === 'list' ? -14 : -6;
  switch (line.shape) {
    case 'prose':
      return Math.min(line.words, 80) * (alone ? 0.4 : 1) * (line.ended ? 1 : 0.3);
    case 'sentence':
      return line.words * 0.6;
    case 'lead-in':
      return 0;
    case 'item':
      return line.words >= 6 ? 2 : -3;
    case 'short':
      return line.words <= 3 ? -4 : line.words <= 15 ? -7 : 2;
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
    case 'comments':
      return -14;
    default:
      return line.shape satisfies never;
  }
}

/** The run inside `within` with the largest sum of weights; null when no sum is positive. */
function bestRun(weights: readonly number[], within: Run): WeighedRun | null {
  let best: WeighedRun | null = null;
  let sum = 0;
  let start = within.start;
  for (let at = within.start; at < within.end; at += 1) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += weights[at] ?? 0;
    if (sum > (best?.sum ?? 0)) best = { run: { start, end: at + 1 }, sum };
  }
  return best;
}
