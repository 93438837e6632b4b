import type { Span } from '../../../text/span.ts';

/** Words inside double quotation marks, one paragraph's worth of them. */
export interface MarkedWords {
  /** The words, marks left out. */
  readonly inner: Span;
  /** The words with their marks. */
  readonly outer: Span;
  /** The mark was never closed in its paragraph. */
  readonly open: boolean;
  /** Goes on from a paragraph whose mark was left open. */
  readonly continues: boolean;
  /** A transcript's label inside the marks, "PENCE: …", left out of the words. */
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

/** Everything that can open or close; a paragraph without one is left at once. */
const MARK = /["“”„«»「」『』]|''/g;

const SPACE_OR_OPENING = /[\s([{—–\-/‘'*_>…,:;.]/u;
const SPACE_OR_CLOSING = /[\s)\]}—–\-/’'*_<….,:;?!]/u;

interface Mark {
  readonly index: number;
  readonly mark: string;
}

/** A quotation whose closing mark is still to come. */
interface Opened {
  readonly style: Style;
  /** Where its mark stands, and where its words begin. */
  readonly outer: number;
  readonly inner: number;
  /** Where an attribution begins in its words, looked for once; null for nowhere. */
  said?: number | null;
}

/** The quotations in double marks of one paragraph, in order; outermost marks count, a mark left open runs to the paragraph's end. */
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

/** "PENCE:" at the head of words in marks. */
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

/** What the mark at `i` means to words still open: others begin inside them, or (a number) they ended there unclosed; null, neither. */
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

/** Whether two closing marks follow before the next opening one: then the mark at `i` really opened a quotation in a quotation. */
function closesTwice(body: string, marks: readonly Mark[], i: number): boolean {
  return [marks[i + 1], marks[i + 2]].every(
    (mark) => mark && !OPENING.has(mark.mark) && !standsOpening(body, mark),
  );
}

/** A straight mark with a space before it and a word behind. */
function standsOpening(body: string, { index, mark }: Mark): boolean {
  return mark === '"' && /\s/u.test(body.charAt(index - 1)) && /[\p{L}\p{N}]/u.test(body.charAt(index + 1));
}

/** `spoke of"joint work."`: a straight mark between letters opens, its space forgotten, where the next one closes. */
function isGlued(body: string, marks: readonly Mark[], i: number): boolean {
  const [here, next] = [marks[i], marks[i + 1]];
  if (here?.mark !== '"' || next?.mark !== '"') return false;
  if (!/\p{L}"\p{L}/u.test(body.slice(here.index - 1, here.index + 2))) return false;
  return /[,.?!]/.test(body.charAt(next.index - 1)) && /\s/u.test(body.charAt(next.index + 1));
}

/** A straight mark that opens a block of prose and is never closed; the curly marks inside it are the real ones. */
function neverCloses(marks: readonly Mark[], i: number): boolean {
  const next = marks[i + 1];
  return next?.mark === '”' && !marks.slice(i + 1, i + 12).some(({ mark }) => mark === '"');
}

/** `a 24" pipe burst,"`: a digit before it, and the next mark is the one that closes. */
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

/** So many characters are a clause: "In fact," is not what somebody is quoted for. */
const CLAUSE = 20;

/** Where words whose mark was never closed most likely end: with the sentence before the next mark, or else the first clause's end. */
function clauseEnd(body: string, from: number, before: number): number {
  const last = trimEnd(body, from, before);
  if (/[.?!…]['’)]?$/u.test(body.slice(Math.max(from, last - 2), last))) return last;
  for (let at = from + CLAUSE; at < last; at++)
    if (/\s/u.test(body.charAt(at)) && /[,.?!]/.test(body.charAt(at - 1))) return at;
  return last;
}

const ATTRIBUTION =
  /,\s(?:(?:said|says|added|wrote)\s\p{Lu}|(?:he|she|they|\p{Lu}\p{L}{1,30})\s(?:said|says|added|wrote)[\s.,])/u;

/** Where an attribution begins in words whose mark was forgotten: "…what to keep, said Kessel", behind the comma. */
function attributionIn(body: string, from: number, end: number): number | null {
  const at = body.slice(from, Math.min(end, from + 2000)).search(ATTRIBUTION);
  return at < 0 ? null : from + at + 1;
}

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
    // A closing mark that stands where one opens: a typesetter's slip.
    case '”':
      return canOpen && /\s/u.test(before) && !SPACE_OR_CLOSING.test(after) ? 'curly' : null;
    default:
      return null;
  }
}

/** A mark that opens inside a quotation of its own kind; its close is not the outer one's. */
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

function trimStart(body: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(body.charAt(at))) at++;
  return at;
}

function trimEnd(body: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/u.test(body.charAt(at - 1))) at--;
  return at;
}

function hasWord(body: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(body.charAt(at))) return true;
  return end > start && /[\p{L}\p{N}]/u.test(body.slice(start, end));
}
