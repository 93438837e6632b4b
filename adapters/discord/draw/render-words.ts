import { cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import type { Span } from '../../../src/text/span.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Words as block quote lines, and how many UTF-16 units of them did not fit. */
export interface DrawnWords {
  readonly drawn: string;
  readonly left: number;
}

/**
 * An article's words as block quote lines of at most `room` UTF-16 units: character for character, `marked` stretches in bold,
 * quotation marks around them when `marks` is set (the closing one only when the words end there).
 */
export function drawWords(
  words: string,
  { room, marked, marks }: { room: number; marked: readonly Span[]; marks: boolean },
): DrawnWords {
  const clean = cleanText(words);
  // Spans point into the words as stored; if anything had to be stripped they no longer fit.
  const spans = clean === words ? joinSpans(marked, words) : [];
  const draw = (part: string) => quoteLines(part, spans, marks, part.length === clean.length);
  const { text, left } = fitText(clean, room, draw);
  return { drawn: draw(text), left };
}

function quoteLines(words: string, spans: readonly Span[], marks: boolean, whole: boolean): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start >= words.length) break;
    parts.push(escapeMarkdown(words.slice(at, start)), bold(words.slice(start, end)));
    at = Math.min(end, words.length);
  }
  parts.push(escapeMarkdown(words.slice(at)));
  const text = `${marks ? '“' : ''}${parts.join('')}${marks && whole ? '”' : ''}`;
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Bold line by line: emphasis must not reach over a line's end, and needs something other than space inside. */
function bold(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const inner = line.trim();
      if (!inner) return escapeMarkdown(line);
      const lead = line.length - line.trimStart().length;
      return `${line.slice(0, lead)}**${escapeMarkdown(inner)}**${line.slice(lead + inner.length)}`;
    })
    .join('\n');
}

/** In order, inside the text, around whole characters, touching ones joined (`**a****b**` would not be bold). */
function joinSpans(spans: readonly Span[], text: string): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(0, insidePair(text, span.start) ? span.start - 1 : span.start);
    const end = Math.min(text.length, insidePair(text, span.end) ? span.end + 1 : span.end);
    const last = joined.at(-1);
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Whether `at` lies between the halves of a character that takes two UTF-16 units. */
function insidePair(text: string, at: number): boolean {
  return (
    /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) &&
    /[\uD800-\uDBFF]$/.test(text.slice(Math.max(0, at - 1), at))
  );
}
