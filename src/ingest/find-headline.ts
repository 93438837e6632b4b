import type { Run } from './find-runs.ts';
import type { ShapedLine } from './shape-line.ts';

/** How far above its text a headline may stand, in lines: pages put buttons, pictures and menus between. */
const REACH = 60;

/** Whether a line could stand above an article. */
function looksLikeHeadline(line: ShapedLine): boolean {
  const { shape, words, text } = line;
  return (shape === 'short' || shape === 'sentence') && words >= 3 && words <= 32 && text.length <= 240;
}

const opensArticle = (line: ShapedLine | undefined): boolean =>
  line?.shape === 'byline' || line?.shape === 'date';

/** The headline of a run: the line above it that looks most like one, no further up than `from`; null when there is none. */
export function findHeadline(lines: readonly ShapedLine[], run: Run, from: number): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (let at = run.start - 1; at >= Math.max(from, run.start - REACH); at -= 1) {
    const line = lines[at];
    if (!line || !looksLikeHeadline(line)) continue;
    const followed = [1, 2, 3, 4].some((step) => at + step < run.start && opensArticle(lines[at + step]));
    const score =
      Math.min(line.words, 9) +
      (followed ? 5 : 0) +
      (line.times > 1 && line.words > 4 ? 4 : 0) -
      (line.ended && !/[?!’”"]$/u.test(line.text) ? 3 : 0) -
      (run.start - at) * 0.4;
    if (score > bestScore) {
      bestScore = score;
      best = at;
    }
  }
  return best;
}
