import type { DiffRun } from '../../../src/kernel/verdict.ts';
import { legendOf, spaceBetween } from '../../../src/render/space-runs.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { andMore } from '../../../src/text/count.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** UTF-16 units reserved for the notes under the words. */
const NOTES = 200;

/**
 * Renders a claim against the record in at most `room` UTF-16 units: ~~struck~~ and **added** words with a
 * legend. It is never a block quote, because only words as printed are one.
 */
export function renderDiff(runs: readonly DiffRun[], room: number): string {
  const drawn: string[] = [];
  let spent = 0;
  let left = 0;
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    const gap = before ? spaceBetween(before, run) : '';
    const clean = cleanText(run.text);
    const fitted = left
      ? { text: '', left: clean.length }
      : fitText(clean, room - NOTES - spent, (part) => quoted(gap, part, run.kind));
    left += fitted.left;
    if (!fitted.text) return;
    const part = quoted(gap, fitted.text, run.kind);
    drawn.push(part);
    spent += part.length;
  });
  const legend = legendOf(runs, { struck: '~~struck~~', added: '**bold**' });
  const notes = [
    ...(left ? [`-# … ${andMore(left, 'character')}`] : []),
    ...(legend ? [`-# ${legend}`] : []),
  ];
  return [drawn.join(''), ...notes].join('\n');
}

function quoted(gap: string, text: string, kind: DiffRun['kind']): string {
  return `${gap}${marked(text, kind)}`;
}

/** Marks each line separately: Discord emphasis must not cross a line end or enclose only white space. */
function marked(text: string, kind: DiffRun['kind']): string {
  const mark = kind === 'struck' ? '~~' : kind === 'added' ? '**' : '';
  return text
    .split('\n')
    .map((line) => (line.trim() ? `${mark}${escapeMarkdown(line.trim())}${mark}` : ''))
    .join('\n');
}
