import type { Run } from './find-runs.ts';
import { foldLine } from './lines.ts';
import type { ShapedLine } from './shape-line.ts';

/** How many lines above its text a headline may stand, because of buttons, pictures and menus between them. */
const REACH = 60;

/** Whether a line could stand above an article. */
function looksLikeHeadline(line: ShapedLine): boolean {
  const { shape, words, text } = line;
  if (/^by\s/iu.test(text)) return false;
  return (shape === 'short' || shape === 'sentence') && words >= 3 && words <= 32 && text.length <= 240;
}

const opensArticle = (line: ShapedLine | undefined): boolean =>
  line?.shape === 'byline' || line?.shape === 'date';

const contentWords = (folded: string): string[] => folded.match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** How many lines of the text are searched for the headline's words. */
const SEARCHED_LINES = 40;

/** The content words at the start of a run. */
function wordsOf(lines: readonly ShapedLine[], run: Run): Set<string> {
  const end = Math.min(run.end, run.start + SEARCHED_LINES);
  return new Set(lines.slice(run.start, end).flatMap(({ text }) => contentWords(foldLine(text))));
}

/** Scores a line as the headline of a text with these words, `above` lines below it. */
function weighHeadline(
  line: ShapedLine,
  followed: boolean,
  above: number,
  said: ReadonlySet<string>,
): number {
  const words = contentWords(line.folded);
  const shared = words.filter((word) => said.has(word)).length / Math.max(words.length, 3);
  return (
    Math.min(line.words, 10) * 0.5 +
    shared * 8 +
    (followed ? 3 : 0) +
    (line.times > 1 && line.words > 4 ? 2 : 0) -
    (line.ended && !/[?!’”"']$/u.test(line.text) ? 5 : 0) -
    (/^[([\d]|[|@•]|https?:/u.test(line.text) ? 3 : 0) -
    above * 0.1
  );
}

/** The index of a run's headline: the best-scoring line above it, not above `from`; null when none qualifies. */
export function findHeadline(lines: readonly ShapedLine[], run: Run, from: number): number | null {
  const said = wordsOf(
    lines,
    run.end > run.start ? run : { start: run.start, end: run.start + SEARCHED_LINES },
  );
  let best: number | null = null;
  let bestScore = 0;
  for (let at = run.start - 1; at >= Math.max(from, run.start - REACH); at -= 1) {
    const line = lines[at];
    if (!line || !looksLikeHeadline(line)) continue;
    const followed = [1, 2, 3, 4, 5, 6].some(
      (step) => at + step < run.start && opensArticle(lines[at + step]),
    );
    const score = weighHeadline(line, followed, run.start - at, said);
    if (score >= bestScore) {
      bestScore = score;
      best = at;
    }
  }
  return best;
}
