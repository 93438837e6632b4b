import { cleanLine, cleanText } from '../../../src/text/clean-text.ts';
import { fitText } from '../../../src/text/fit-text.ts';

/**
 * Text in which Discord's markdown finds nothing to act on: emphasis, code, spoilers, quotes, headings, lists, masked and bare
 * links, emoji, timestamps and every kind of mention are read as the characters they are. Nothing but backslashes is added.
 */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

// A colon is escaped for bare links (`https://`) and emoji (`:name:`); `-`, `+` and `1.` make lists at a line's start only.
function escapeLine(line: string): string {
  return line
    .replace(/[\\*_~`|<>#[\]@:]/g, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.');
}

/** One line of plain text, escaped, at most `room` UTF-16 units long; `…` says that its end was left out. */
export function escapedLine(text: string, room: number): string {
  const { text: fitted, left } = fitText(cleanLine(text), room - 1, escapeMarkdown);
  return escapeMarkdown(fitted) + (left ? '…' : '');
}

/** Plain text of any number of lines, escaped, at most `room` long, and how much of it was left out. */
export function escapedText(text: string, room: number): { readonly drawn: string; readonly left: number } {
  const { text: fitted, left } = fitText(cleanText(text), room, escapeMarkdown);
  return { drawn: escapeMarkdown(fitted), left };
}
