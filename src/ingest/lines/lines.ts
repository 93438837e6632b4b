import { cleanText } from '../../text/clean-text.ts';

/** The role of an input line. */
export type LineLabel =
  | 'headline'
  | 'byline'
  | 'date'
  | 'body'
  | 'subhead'
  | 'caption'
  | 'credit'
  | 'furniture';

/** One line of the input; `number` counts from 1 and includes blank lines. */
export interface SourceLine {
  readonly number: number;
  /** The line as given, without its line break and unsafe characters. */
  readonly line: string;
}

export interface LabelledLine extends SourceLine {
  readonly label: LineLabel;
}

/** A paragraph: one line, or the lines of a hard-wrapped paragraph. */
export interface Paragraph {
  /** Trimmed; hard-wrapped lines are joined by a space. */
  readonly text: string;
  readonly source: readonly SourceLine[];
  /** The role that markup states, such as a Markdown heading; null without markup. */
  readonly stated: LineLabel | null;
}

/** The non-blank lines of a text, without characters that can hide or reorder words. */
export function splitLines(content: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let number = 0;
  for (const line of cleanText(content).split('\n')) {
    number += 1;
    if (line.trim()) lines.push({ number, line });
  }
  return lines;
}

/** Whether line breaks were put in at a fixed width: no long line, and at least `enough` broken in mid-sentence. */
export function isHardWrapped(lines: readonly SourceLine[], enough = 4): boolean {
  if (lines.some(({ line }) => line.length > 130)) return false;
  let broken = 0;
  for (const [at, { number, line }] of lines.entries()) {
    const next = lines[at + 1];
    if (
      next?.number === number + 1 &&
      line.length >= 40 &&
      /[\p{Ll},]\s*$/u.test(line.slice(-3)) &&
      /^\s*\p{Ll}/u.test(next.line)
    )
      broken += 1;
  }
  return broken >= enough && broken >= lines.length * 0.2;
}

/** One paragraph a line, unless the text was hard-wrapped; then the lines up to a blank or a clearly short one. */
export function toParagraphs(lines: readonly SourceLine[], wrapped = isHardWrapped(lines)): Paragraph[] {
  if (!wrapped) return lines.map((line) => ({ text: line.line.trim(), source: [line], stated: null }));
  const width = lines.reduce((widest, { line }) => Math.max(widest, Math.min(line.length, 130)), 0);
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const runsOn = before?.number === line.number - 1 && before.line.trim().length >= width * 0.6;
    if (last && runsOn) last.push(line);
    else groups.push([line]);
  }
  return groups.map((source) => ({
    text: source.map(({ line }) => line.trim()).join(' '),
    source,
    stated: null,
  }));
}

/** No decision needs more of a line than its first part; it keeps a line of many megabytes cheap. */
const ENOUGH_CHARACTERS = 2_000;

/** Words in a line, counted up to about 400; scripts without spaces count two characters as one word. */
export function countWords(text: string): number {
  const part = text.slice(0, ENOUGH_CHARACTERS);
  const dense = part.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0;
  const words = part.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)?.length ?? 0;
  return dense > words ? Math.ceil(dense / 2) : words;
}

/** A line made comparable: lower case, one space, straight marks, no edge punctuation; only its first part. */
export function foldLine(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}#@$("']+/u, '')
    .replace(/[^\p{L}\p{N})?!"'%$]+$/u, '');
}
