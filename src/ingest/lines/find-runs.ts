import type { Shape, ShapedLine } from './shape-line.ts';

/** Lines of a page, by index; `end` excluded. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** A stretch that may be an article, with what its lines' weights add up to. */
export interface WeighedRun {
  readonly run: Run;
  readonly sum: number;
}

const isSolid = (line: ShapedLine | undefined): boolean =>
  line !== undefined && line.shape === 'prose' && line.words >= 15 && line.times === 1;

/** Which lines belong to a list of other stories: from its heading until prose runs again, two paragraphs of it. */
export function findTeasers(lines: readonly ShapedLine[]): boolean[] {
  let inside = false;
  return lines.map((line, at) => {
    if (line.shape === 'list') inside = true;
    else if (inside && isSolid(line) && (line.words >= 45 || isSolid(lines[at + 1]))) inside = false;
    return inside;
  });
}

/** Which short lines make up a list that a lead-in, ending in a colon, has announced. */
export function findAnnounced(lines: readonly ShapedLine[]): boolean[] {
  let inside = false;
  return lines.map(({ shape, times }) => {
    const announced = inside && shape === 'short' && times === 1;
    inside = announced || shape === 'lead-in';
    return announced;
  });
}

/** Once this many words are read, a list of other stories says that the article may have ended; prose below it counts less. */
const WRITTEN_WORDS = 200;
const BELOW_LIST_COUNTS = 0.45;

/** What each line says for (+) or against (−) an article running through it, in words; `openings` begin anew. */
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

/** How much prose below the first sign of readers' comments counts: comments are prose too. */
const COMMENTS_COUNT = 0.3;

/** The article's stretch inside `within`: no run crosses a sign of comments, and one above the first sign is preferred. */
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

/** The stretch inside `within` whose weights add up to most; null when nothing there speaks for an article. */
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
