import { cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';
import type { Span } from '../../../src/text/span.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Words rendered as block quote lines. `left` counts the UTF-16 units that did not fit. */
export interface RenderedWords {
  readonly drawn: string;
  readonly left: number;
}

/**
 * Renders an article’s words unchanged as block quote lines of at most `room` UTF-16 units. `marked` spans
 * are bold. `marks` adds quotation marks; the closing mark appears only when no word is left out.
 */
export function renderWords(
  words: string,
  { room, marked, marks }: { room: number; marked: readonly Span[]; marks: boolean },
): RenderedWords {
  const clean = cleanText(words);
  // The spans index the stored words. If cleaning changed the words, the spans no longer match and are
  // dropped.
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

/** Bolds each line separately: Discord emphasis must not cross a line end or enclose only white space. */
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

/**
 * Sorts spans, clips them to the text, extends them to whole characters and joins touching ones (`**a****b**`
 * is not bold).
 */
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

/** Whether `at` splits a surrogate pair. */
function insidePair(text: string, at: number): boolean {
  return (
    /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) &&
    /[\uD800-\uDBFF]$/.test(text.slice(Math.max(0, at - 1), at))
  );
}
