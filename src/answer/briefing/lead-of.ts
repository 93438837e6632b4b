import { paragraphsOf } from '../../text/cut-passage.ts';
import { cutGlance } from '../show/cut-glance.ts';

/** A lead in a briefing is about this long, in UTF-16 units. */
const ROOM = 240;
/** What is shorter is a dateline, a subhead or a credit. */
const SHORT = 60;
/** The lead is one of the first paragraphs, or none. */
const LOOKED_AT = 6;

/** The first whole sentences of an article that hold none of the words shown elsewhere; empty where its beginning is all shown. */
export function leadOf(body: string, shown: readonly string[]): string {
  const told = shown.map(plain).filter(Boolean);
  const paragraph = paragraphsOf(body)
    .slice(0, LOOKED_AT)
    .find(({ text }) => text.length >= SHORT && !told.some((words) => plain(text).includes(words)));
  if (!paragraph) return '';
  const text = cutGlance(paragraph.text, '', ROOM);
  return text.length <= 2 * ROOM
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', ROOM) + 1 || ROOM).toWellFormed()}…`;
}

function plain(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase();
}
