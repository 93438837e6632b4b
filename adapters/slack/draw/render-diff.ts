import type { RichTextBlock, RichTextText } from '@slack/types';
import type { DiffRun } from '../../../src/kernel/verdict.ts';
import { legendOf, spaceBetween } from '../../../src/render/space-runs.ts';
import { fitJson, leftOut, richText, run, section } from './rich-text.ts';

/** Approximate JSON overhead of one styled run, in characters, without its text. */
const RUN_COST = 80;
/** JSON characters reserved for the notes below the words. */
const NOTES = 600;

const STYLES = { same: undefined, struck: { strike: true }, added: { bold: true } } as const;

/**
 * Renders a claim compared with the record, in at most `room` characters of JSON: struck words crossed out,
 * added words bold, and a legend. Never uses the quotation bar, which marks words exactly as printed.
 */
export function renderDiff(runs: readonly DiffRun[], room: number): RichTextBlock[] {
  const drawn: RichTextText[] = [];
  let rest = room - NOTES;
  let left = 0;
  runs.forEach((each, i) => {
    const before = runs[i - 1];
    const fitted =
      left || rest < RUN_COST ? { text: '', left: each.text.length } : fitJson(each.text, rest - RUN_COST);
    left += fitted.left;
    if (!fitted.text) return;
    drawn.push(...(before ? run(spaceBetween(before, each)) : []), ...run(fitted.text, STYLES[each.kind]));
    rest -= JSON.stringify(fitted.text).length + 2 * RUN_COST;
  });
  const legend = legendOf(runs, { struck: 'Crossed out', added: 'Bold' });
  return richText([
    ...section(drawn),
    ...section(leftOut(left, '')),
    ...section(run(legend, { italic: true })),
  ]);
}
