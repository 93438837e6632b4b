import stringWidth from 'string-width';
import type { Span } from '../text/span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** UTF-16 units measured at once; a longer word is measured character by character. */
const WINDOW = 256;
/** A line may break at spaces and tabs, but not at no-break spaces (U+00A0, U+202F). */
const WORDS_AND_GAPS = /[ \t\u3000]+|[^ \t\u3000]+/gu;

/**
 * The lines of a text at `width` terminal columns, as spans of the text, so that wrapping cannot alter a
 * character (wrap-ansi composes accents and expands tabs). Wide and joined characters count as a terminal
 * draws them. Only a word wider than a line is broken, between graphemes. The white space at a break belongs
 * to no line.
 */
export function wrapLines(text: string, width: number): Span[] {
  const lines: Span[] = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    wrapParagraph(paragraph, at, Math.max(1, width), lines);
    at += paragraph.length + 1;
  }
  return lines;
}

function wrapParagraph(paragraph: string, offset: number, width: number, lines: Span[]): void {
  const whole = paragraph.trimEnd();
  if (width === Number.POSITIVE_INFINITY || !whole) {
    lines.push({ start: offset, end: offset + whole.length });
    return;
  }
  let line = { start: 0, end: 0, columns: 0 };
  const close = (next: number) => {
    lines.push({ start: offset + line.start, end: offset + line.end });
    line = { start: next, end: next, columns: 0 };
  };
  for (const { 0: piece, index } of whole.matchAll(WORDS_AND_GAPS)) {
    if (/^[ \t\u3000]/u.test(piece)) {
      if (line.end > line.start || index === 0) line.columns += gapWidth(piece);
      continue;
    }
    const columns = piece.length > WINDOW ? Number.POSITIVE_INFINITY : stringWidth(piece);
    if (columns <= width && line.end > line.start && line.columns + columns > width) close(index);
    if (columns <= width) {
      line.end = index + piece.length;
      line.columns += columns;
      continue;
    }
    let at = index;
    for (const character of charactersOf(piece)) {
      const wide = stringWidth(character);
      if (line.end > line.start && line.columns + wide > width) close(at);
      at += character.length;
      line.end = at;
      line.columns += wide;
    }
  }
  close(whole.length);
}

/** The graphemes of a text, segmented in windows because Intl.Segmenter takes quadratic time. */
function* charactersOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, from + WINDOW);
    const characters = [...segmenter.segment(window)].map(({ segment }) => segment);
    // The last grapheme may continue beyond the window.
    const whole = from + WINDOW < text.length && characters.length > 1 ? characters.slice(0, -1) : characters;
    for (const character of whole) {
      yield character;
      from += character.length;
    }
  }
}

const gapWidth = (gap: string) =>
  [...gap].reduce((sum, space) => sum + (space === ' ' ? 1 : space === '\t' ? 8 : 2), 0);
