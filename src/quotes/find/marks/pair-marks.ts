import type { Span } from '../../../text/span.ts';
import { attributionIn, clauseEnd, hasWord, trimEnd, trimStart } from './unclosed-marks.ts';

/** The words inside one pair of quotation marks, within one paragraph. */
export interface MarkedWords {
  /** The words without their marks. */
  readonly inner: Span;
  /** The words with their marks. */
  readonly outer: Span;
  /** Whether the paragraph lacks the closing mark. */
  readonly open: boolean;
  /** Whether this continues a quotation that the paragraph before left open. */
  readonly continues: boolean;
  /** The label of a transcript inside the marks, as in "PENCE: …". The words exclude it. */
  readonly label: Span | null;
}

type Style = 'curly' | 'straight' | 'apostrophes' | 'low' | 'guillemets' | 'corner' | 'white corner';

const CLOSERS: Record<Style, string> = {
  curly: '”"“',
  straight: '"”',
  apostrophes: "'",
  low: '“”"',
  guillemets: '»',
  corner: '」',
  'white corner': '』',
};

/** Every mark that can open or close a quotation. */
const MARK = /["“”„«»「」『』]|''/g;

const SPACE_OR_OPENING = /[\s([{—–\-/‘'*_>…,:;.]/u;
const SPACE_OR_CLOSING = /[\s)\]}—–\-/’'*_<….,:;?!]/u;

interface Mark {
  readonly index: number;
  readonly mark: string;
}

/** A quotation whose closing mark has not been found yet. */
interface Opened {
  readonly style: Style;
  /** Index of the opening mark (`outer`) and of the first character after it (`inner`). */
  readonly outer: number;
  readonly inner: number;
  /** Index where an attribution begins inside the words: undefined until searched, null if there is none. */
  said?: number | null;
}

/**
 * Finds the quotations in double marks of one paragraph, in order. Only outermost marks count. A quotation
 * without a closing mark ends before an attribution, else at the end of the paragraph. `afterOpen`: the
 * paragraph before left a mark open.
 */
export function pairMarks(body: string, paragraph: Span, afterOpen: boolean): MarkedWords[] {
  const found: MarkedWords[] = [];
  const marks = marksIn(body, paragraph);
  let at: Opened | null = null;
  let depth = 0;
  const close = (inner: number, outer: number, open: boolean) => {
    if (!at) return;
    const continues = afterOpen && found.length === 0 && body.slice(paragraph.start, at.outer).trim() === '';
    const label = labelAt(body, at.inner, inner);
    const start = trimStart(body, label ? label.end + 1 : at.inner, inner);
    found.push({
      inner: { start, end: trimEnd(body, start, inner) },
      outer: { start: at.outer, end: outer },
      open,
      continues,
      label,
    });
    at = null;
  };
  for (const [i, { index, mark }] of marks.entries()) {
    const before = index > paragraph.start ? body.charAt(index - 1) : ' ';
    const after = index + mark.length < paragraph.end ? body.charAt(index + mark.length) : ' ';
    const within = at && readInside(body, paragraph.end, at, marks, i);
    if (within === 'nested') {
      depth++;
      continue;
    }
    if (within !== null) close(within, within, true);
    if (!at) {
      const style = isGlued(body, marks, i) ? 'straight' : opens(mark, before, after);
      if (style) at = { style, outer: index, inner: index + mark.length };
      depth = 0;
    } else if (closes(at.style, mark, before, after) && !isInch(body, marks, i)) {
      if (depth > 0) depth--;
      else close(index, index + mark.length, false);
    }
  }
  if (at) {
    const said = attributionIn(body, at.inner, paragraph.end);
    close(said ?? trimEnd(body, at.inner, paragraph.end), said ?? paragraph.end, true);
  }
  return found.filter(({ inner }) => hasWord(body, inner));
}

const LABEL = /^\p{Lu}[\p{Lu}.'’ -]{1,40}(?=:\s)/u;

/** The span of a label such as "PENCE" at the start of words in marks, without the colon; else null. */
function labelAt(body: string, start: number, end: number): Span | null {
  const label = LABEL.exec(body.slice(start, Math.min(end, start + 48)))?.[0];
  return label ? { start, end: start + label.length } : null;
}

function marksIn(body: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  const text = body.slice(start, end);
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found; found = MARK.exec(text))
    marks.push({ index: start + found.index, mark: found[0] });
  return marks;
}

/**
 * Decides how mark `i` affects an open quotation. `nested`: the mark opens a nested quotation. A number: the
 * open quotation ended at that index without a closing mark. Null: neither.
 */
function readInside(
  body: string,
  paragraphEnd: number,
  opened: Opened,
  marks: readonly Mark[],
  i: number,
): 'nested' | number | null {
  const { style, inner } = opened;
  const here = marks[i];
  if (!here) return null;
  const { index, mark } = here;
  if (style === 'straight') {
    if (mark === '“') return neverCloses(marks, i) ? trimEnd(body, inner, index) : null;
    if (!standsOpening(body, here)) return null;
    if (opened.said === undefined) opened.said = attributionIn(body, inner, paragraphEnd);
    if (opened.said !== null && opened.said < index) return opened.said;
    return closesTwice(body, marks, i) ? 'nested' : null;
  }
  if (!nests(style, mark, body.charAt(index - 1), body.charAt(index + 1))) return null;
  return closesTwice(body, marks, i) ? 'nested' : clauseEnd(body, inner, index);
}

/** Whether the next two marks are both closing marks. If so, mark `i` opened a nested quotation. */
function closesTwice(body: string, marks: readonly Mark[], i: number): boolean {
  return [marks[i + 1], marks[i + 2]].every(
    (mark) => mark && !OPENING.has(mark.mark) && !standsOpening(body, mark),
  );
}

/** Whether a straight mark has a space before it and a letter or digit after it. */
function standsOpening(body: string, { index, mark }: Mark): boolean {
  return mark === '"' && /\s/u.test(body.charAt(index - 1)) && /[\p{L}\p{N}]/u.test(body.charAt(index + 1));
}

/**
 * `spoke of"joint work."`: a straight mark between letters opens a quotation when the next mark closes one.
 */
function isGlued(body: string, marks: readonly Mark[], i: number): boolean {
  const [here, next] = [marks[i], marks[i + 1]];
  if (here?.mark !== '"' || next?.mark !== '"') return false;
  if (!/\p{L}"\p{L}/u.test(body.slice(here.index - 1, here.index + 2))) return false;
  return /[,.?!]/.test(body.charAt(next.index - 1)) && /\s/u.test(body.charAt(next.index + 1));
}

/**
 * Whether a straight mark opens a block of prose and never closes; the curly marks inside are the quotations.
 */
function neverCloses(marks: readonly Mark[], i: number): boolean {
  const next = marks[i + 1];
  return next?.mark === '”' && !marks.slice(i + 1, i + 12).some(({ mark }) => mark === '"');
}

/**
 * Whether a mark means inches, as in `a 24" pipe burst,"`: a digit stands before it and the next mark closes.
 */
function isInch(body: string, marks: readonly Mark[], i: number): boolean {
  const here = marks[i];
  const next = marks[i + 1];
  if (
    here?.mark !== '"' ||
    !next ||
    !/\d/.test(body.charAt(here.index - 1)) ||
    !/\s/u.test(body.charAt(here.index + 1))
  )
    return false;
  return (next.mark === '"' || next.mark === '”') && /[,.?!]/.test(body.charAt(next.index - 1));
}

const OPENING = new Set(['“', '„', '«', '「', '『']);

function opens(mark: string, before: string, after: string): Style | null {
  const canOpen = SPACE_OR_OPENING.test(before) && !/\s/u.test(after);
  switch (mark) {
    case '“':
      return 'curly';
    case '„':
      return 'low';
    case '«':
      return 'guillemets';
    case '「':
      return 'corner';
    case '『':
      return 'white corner';
    case "''":
      return canOpen ? 'apostrophes' : null;
    case '"':
      return canOpen ? 'straight' : null;
    // Typesetters sometimes print a closing mark in place of an opening one.
    case '”':
      return canOpen && /\s/u.test(before) && !SPACE_OR_CLOSING.test(after) ? 'curly' : null;
    default:
      return null;
  }
}

/** Whether a mark opens a nested quotation of the same style, which its own closing mark ends. */
function nests(style: Style, mark: string, before: string, after: string): boolean {
  if (style === 'curly') return mark === '“' && /\s/u.test(before) && !SPACE_OR_CLOSING.test(after);
  if (style === 'guillemets') return mark === '«';
  if (style === 'corner') return mark === '「';
  if (style === 'white corner') return mark === '『';
  return false;
}

function closes(style: Style, mark: string, before: string, after: string): boolean {
  if (style === 'apostrophes') return mark === "''";
  if (!CLOSERS[style].includes(mark)) return false;
  // `… he was 6'2" tall` and `"I said "no" to them"`: a straight mark closes only where something ends.
  if (mark === '"') return SPACE_OR_CLOSING.test(after) || !/\s/u.test(before);
  if (style === 'curly' && mark === '“') return SPACE_OR_CLOSING.test(after) && !/\s/u.test(before);
  return true;
}
