import { paragraphsOf } from '../../text/cut-passage.ts';
import { cutGlance } from '../show/cut-glance.ts';

/** Usual length of a lead, in UTF-16 units. */
const ROOM = 240;
/**
 * Shortest paragraph that can be a lead, in UTF-16 units. A shorter one is a dateline, a subhead or a credit.
 */
const SHORT = 60;
/** Number of paragraphs from the start of the body that can be the lead. */
const LOOKED_AT = 6;

/**
 * The first whole sentences of the first paragraph that repeats none of the `shown` words. Empty when each
 * paragraph at the start of the body repeats some or is too short.
 */
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
