import { paragraphsOf } from '../../text/cut-passage.ts';
import { wordsAlone } from '../../text/words.ts';
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
 * Cuts the lead: the opening sentences of the first paragraph that contains none of the texts in `shown`.
 * Returns '' when every paragraph near the start of the body contains one of them or is too short.
 */
export function leadOf(body: string, shown: readonly string[]): string {
  const told = shown.map(wordsAlone).filter((words) => words.trim() !== '');
  const paragraph = paragraphsOf(body)
    .slice(0, LOOKED_AT)
    .find(({ text }) => text.length >= SHORT && !told.some((words) => wordsAlone(text).includes(words)));
  if (!paragraph) return '';
  const text = cutGlance(paragraph.text, '', ROOM);
  return text.length <= 2 * ROOM
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', ROOM) + 1 || ROOM).toWellFormed()}…`;
}
