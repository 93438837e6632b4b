import { dropTail } from '../../lines/drop-tail.ts';
import { foldLine, type LabelledLine, type LineLabel } from '../../lines/lines.ts';
import type { FoundTitle } from '../about/find-title.ts';
import type { NearLine } from '../dom/near-line.ts';
import type { DomElement } from '../dom/read-dom.ts';
import type { DescribedBlock } from './describe-blocks.ts';
import { isCaption } from './is-caption.ts';
import { isHeading, labelBlock } from './judge-blocks.ts';

/**
 * A paragraph of at least this many words that occurs again may be repeated by the page: as a summary or in a
 * second layout.
 */
const REPEAT_WORDS = 25;
/**
 * A repeat within this many long blocks of its first occurrence, or next to another repeat, is the page's
 * own. An isolated repeat further on is the author's.
 */
const NEAR_REPEAT = 3;

/**
 * Selects the blocks of the text from `taken`. Drops the headline above the text, repeats, lines that
 * publishers print below texts, and trailing subheads.
 */
export function chooseText(
  described: readonly DescribedBlock[],
  taken: readonly boolean[],
  headline: string | null,
): boolean[] {
  const folded = headline === null ? '' : foldLine(headline);
  let begun = false;
  const chosen = described.map(({ line }, at) => {
    if (!taken[at] || (!begun && folded !== '' && line.folded === folded)) return false;
    begun ||= line.words >= 8;
    return true;
  });
  const repeats = findRepeats(described, chosen);
  const used = withoutTail(
    described,
    chosen.map((one, at) => one && !repeats.has(at)),
  );
  const last = described.findLastIndex((one, at) => used[at] && !isHeading(one));
  return last < 0 ? used : used.map((one, at) => one && at <= last);
}

/**
 * Removes the lines that publishers print below a text. The rules for pasted pages apply, because both end in
 * such lines.
 */
function withoutTail(described: readonly DescribedBlock[], used: readonly boolean[]): boolean[] {
  const labels = used.map((one): LineLabel => (one ? 'body' : 'furniture'));
  dropTail(
    described.map(({ line }) => line),
    0,
    labels,
  );
  return labels.map((label) => label === 'body');
}

/** Indices of long blocks that repeat an earlier one: close to it, or several in a row. */
function findRepeats(described: readonly DescribedBlock[], chosen: readonly boolean[]): Set<number> {
  const seen = new Map<string, number>();
  const long = described.flatMap(({ line }, at) =>
    chosen[at] && line.words >= REPEAT_WORDS ? [{ at, text: line.text }] : [],
  );
  const before = long.map(({ text }, order) => {
    const first = seen.get(text) ?? null;
    if (first === null) seen.set(text, order);
    return first;
  });
  const isRepeat = (order: number) => typeof before[order] === 'number';
  return new Set(
    long.flatMap(({ at }, order) => {
      const first = before[order] ?? null;
      if (first === null) return [];
      const near = order - first <= NEAR_REPEAT || isRepeat(order - 1) || isRepeat(order + 1);
      return near ? [at] : [];
    }),
  );
}

/**
 * Joins the used blocks. A blank line separates paragraphs; a line break within a sentence becomes a single
 * newline.
 */
export function joinText(described: readonly DescribedBlock[], used: readonly boolean[]): string {
  let text = '';
  let before: DescribedBlock | null = null;
  let last = -1;
  for (const [at, one] of described.entries()) {
    if (!used[at]) continue;
    const runsOn =
      one.block.broken &&
      last === at - 1 &&
      before !== null &&
      before.block.element === one.block.element &&
      !before.line.ended;
    if (before) text += runsOn ? '\n' : '\n\n';
    text += one.block.text;
    before = one;
    last = at;
  }
  return text;
}

/**
 * Index of the headline's block: the first inside the headline's element, else the last with its text above
 * the body, else the last `h1` above, else the first with its text; −1 when there is none.
 */
function findHead(described: readonly DescribedBlock[], top: number, title: FoundTitle | null): number {
  const folded = title ? foldLine(title.headline) : '';
  const says = ({ line }: DescribedBlock) => folded !== '' && line.folded === folded;
  const ladder = [
    () => described.findIndex(({ block }) => title?.element && isWithin(block.element, title.element)),
    () => described.findLastIndex((one, at) => at <= top && says(one)),
    () => described.findLastIndex(({ block }, at) => at <= top && block.element.name === 'h1'),
    () => described.findIndex(says),
  ];
  for (const rung of ladder) {
    const at = rung();
    if (at >= 0) return at;
  }
  return -1;
}

/** Maximum number of levels between the headline's text and its heading. */
const LEVELS = 4;

function isWithin(element: DomElement, outer: DomElement): boolean {
  let at: DomElement | null = element;
  for (let level = 0; at && level <= LEVELS; level += 1) {
    if (at === outer) return true;
    at = at.parent;
  }
  return false;
}

/** The position of each line relative to the headline and to the start and end of the text. */
export function placeLines(
  described: readonly DescribedBlock[],
  used: readonly boolean[],
  title: FoundTitle | null,
): NearLine[] {
  const first = used.indexOf(true);
  const end = used.lastIndexOf(true);
  const head = findHead(described, first < 0 ? described.length : first, title);
  return described.map((one, at) => ({
    text: one.line.text,
    element: one.block.element,
    below: head < 0 ? null : at - head,
    above: first < 0 ? null : first - at,
    after: end < 0 ? 0 : at - end,
    words: one.line.words,
    isText: used[at] ?? false,
    isCaption: isCaption(one),
  }));
}

/** Every block as a line with its label. */
export function labelLines(
  described: readonly DescribedBlock[],
  used: readonly boolean[],
  headline: string,
): LabelledLine[] {
  const folded = foldLine(headline);
  const first = used.indexOf(true);
  return described.map((one, at) => {
    const isHeadline = !used[at] && folded !== '' && one.line.folded === folded && (first < 0 || at < first);
    return {
      number: at + 1,
      line: one.block.text,
      label: isHeadline ? 'headline' : labelBlock(one, used[at] ?? false),
    };
  });
}
