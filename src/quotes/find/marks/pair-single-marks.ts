import { itemAt } from '../../../text/item-at.ts';
import type { Span } from '../../../text/span.ts';
import { type MarkedWords, pairMarks } from './pair-marks.ts';

const OPENER = /(?<![\p{L}\p{N}'’‘])['‘](?=[\p{L}\p{N}[…])/gu;
const DOUBLE = /["“”]|''/g;
/** Words that begin with an apostrophe in place of letters. That apostrophe opens no quotation. */
const CLIPPED = /^['‘’](?:tis|twas|em|til|till|cause|cos|n|bout|round|ere|er|im|\d{2,4}s?)(?![\p{L}\p{N}])/iu;
const CLOSES_BEHIND = /[,.?!…—–;:)\]]/;
const FEWEST_WORDS = 4;
/** Maximum distance of a closing mark from its opening mark, in UTF-16 units. */
const REACH = 4000;

/**
 * Whether an article prints speech in single marks, as British papers do. It does if it has more statements
 * in single marks than quotations in double marks outside them.
 */
export function usesSingleMarks(body: string): boolean {
  if (body.search(OPENER) < 0) return false;
  let statements = 0;
  let doubles = 0;
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf('\n', start);
    const line = { start, end: newline < 0 ? body.length : newline };
    start = line.end + 1;
    const singles = singlesIn(body, line);
    statements += singles.filter(({ open, inner }) => !open && isStatement(body, inner)).length;
    doubles += doublesOutside(body, line, singles) / 2;
  }
  return statements > doubles;
}

/** Counts the double marks of a line that are outside its single-mark quotations. */
function doublesOutside(body: string, { start, end }: Span, singles: readonly MarkedWords[]): number {
  let n = 0;
  let next = 0;
  for (const { index } of body.slice(start, end).matchAll(DOUBLE)) {
    while (next < singles.length && itemAt(singles, next).outer.end <= start + index) next++;
    const around = singles[next];
    if (!around || around.outer.start > start + index) n++;
  }
  return n;
}

function isStatement(body: string, inner: Span): boolean {
  return /[,.?!]/.test(body.charAt(inner.end - 1)) && isLong(body, inner);
}

function isLong(body: string, { start, end }: Span): boolean {
  return body.slice(start, Math.min(end, start + 200)).split(/\s+/).length >= FEWEST_WORDS;
}

/**
 * Finds the quotations of one paragraph in single marks, and those in double marks outside them, in order.
 */
export function pairSingleMarks(body: string, paragraph: Span, afterOpen: boolean): MarkedWords[] {
  const singles = singlesIn(body, paragraph).map((found, i) => ({
    ...found,
    continues: afterOpen && i === 0 && body.slice(paragraph.start, found.outer.start).trim() === '',
  }));
  let next = 0;
  const doubles = pairMarks(body, paragraph, afterOpen).filter(({ outer }) => {
    while (next < singles.length && itemAt(singles, next).outer.end <= outer.start) next++;
    const near = singles[next];
    return !near || near.outer.start >= outer.end;
  });
  return [...singles, ...doubles].sort((a, b) => a.outer.start - b.outer.start);
}

/** Finds the quotations in single marks of one line. Apostrophes neither open nor close a quotation. */
function singlesIn(body: string, { start, end }: Span): MarkedWords[] {
  const found: MarkedWords[] = [];
  const text = body.slice(start, end);
  const head = text.search(/\S/);
  const add = (open: number, close: number, left: boolean) =>
    found.push({
      inner: { start: start + open + 1, end: start + close },
      outer: { start: start + open, end: start + close + (left ? 0 : 1) },
      open: left,
      continues: false,
      label: null,
    });
  let from = 0;
  for (const { index } of text.matchAll(OPENER)) {
    if (index < from || CLIPPED.test(text.slice(index, index + 8))) continue;
    const close = closeOf(text, index, Math.min(text.length, index + REACH));
    if (close >= 0) {
      add(index, close, false);
      from = close + 1;
    } else if (index === head && text.length <= REACH) {
      // Only a mark that begins a paragraph may lack a closing mark. Its quotation ends with the paragraph.
      add(index, text.trimEnd().length, true);
      break;
    }
  }
  return found;
}

/**
 * Returns the index of the mark that closes the quotation opened at `open`, -1 if there is none. A mark after
 * an s or z without punctuation may be a possessive, and closes only if no better mark follows.
 */
function closeOf(text: string, open: number, limit: number): number {
  let weak = -1;
  for (let at = open + 2; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign !== "'" && sign !== '’') continue;
    const after = at + 1 < text.length ? text.charAt(at + 1) : ' ';
    if (/[\p{L}\p{N}]/u.test(after) || /\s/u.test(text.charAt(at - 1))) continue;
    if (CLOSES_BEHIND.test(text.charAt(at - 1)) || !/[sz]/i.test(text.charAt(at - 1))) return at;
    // In "the lawmakers' letter" the mark is a possessive. With punctuation after it, it closes.
    if (/[,.;:?!)—–]/.test(after)) return at;
    if (weak < 0) weak = at;
    else if (at - weak > 400) return weak;
  }
  return weak;
}
