import { cleanLine, cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';

/**
 * Escapes text so that Discord renders every character literally: emphasis, code, spoilers, quotes, headings,
 * lists, links, emoji, timestamps and mentions have no effect. Adds only backslashes.
 */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

// The colon escape disables bare links (`https://`) and emoji (`:name:`). `-`, `+` and `1.` start a list only
// at the start of a line.
function escapeLine(line: string): string {
  return line
    .replace(/[\\*_~`|<>#[\]@:]/g, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.');
}

/** Escapes text as one line of at most `room` UTF-16 units. A final `…` marks a cut. */
export function escapedLine(text: string, room: number): string {
  const { text: fitted, left } = fitText(cleanLine(text), room - 1, escapeMarkdown);
  return escapeMarkdown(fitted) + (left ? '…' : '');
}

/**
 * Escapes multi-line text to at most `room` UTF-16 units. `left` counts the UTF-16 units that did not fit.
 */
export function escapedText(text: string, room: number): { readonly drawn: string; readonly left: number } {
  const { text: fitted, left } = fitText(cleanText(text), room, escapeMarkdown);
  return { drawn: escapeMarkdown(fitted), left };
}
