import { itemAt } from '../../../text/item-at.ts';
import type { Span } from '../../../text/span.ts';
import { type MarkedWords, pairMarks } from './pair-marks.ts';

const OPENER = /(?<![\p{L}\p{N}'’‘])['‘](?=[\p{L}\p{N}[…])/gu;
const DOUBLE = /["“”]|''/g;
/** Words whose first letters an apostrophe stands for: they open nothing. */
const CLIPPED = /^['‘’](?:tis|twas|em|til|till|cause|cos|n|bout|round|ere|er|im|\d{2,4}s?)(?![\p{L}\p{N}])/iu;
const CLOSES_BEHIND = /[,.?!…—–;:)\]]/;
const FEWEST_WORDS = 4;
/** A closing mark is looked for so many characters on. */
const REACH = 4000;

/** Whether an article sets speech in single marks, as British papers do: more statements in them than double quotations outside them. */
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

/** How many double marks of a line stand outside its single ones. */
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

/** The quotations of one paragraph of such an article: its single marks, and the double ones that stand outside them. */
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

/** What stands between single marks in one line; an apostrophe opens nothing and closes nothing. */
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
      // Left open: only where a paragraph begins with it; it runs to the paragraph's end.
      add(index, text.trimEnd().length, true);
      break;
    }
  }
  return found;
}

/** Where the words that open at `open` close: behind a stop, else at the first mark that ends a word; -1 when nowhere. */
function closeOf(text: string, open: number, limit: number): number {
  let weak = -1;
  for (let at = open + 2; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign !== "'" && sign !== '’') continue;
    const after = at + 1 < text.length ? text.charAt(at + 1) : ' ';
    if (/[\p{L}\p{N}]/u.test(after) || /\s/u.test(text.charAt(at - 1))) continue;
    if (CLOSES_BEHIND.test(text.charAt(at - 1)) || !/[sz]/i.test(text.charAt(at - 1))) return at;
    // "the lawmakers' letter": after an s it may be a possessive, unless a sign follows or nothing better comes.
    if (/[,.;:?!)—–]/.test(after)) return at;
    if (weak < 0) weak = at;
    else if (at - weak > 400) return weak;
  }
  return weak;
}
