import { sentencesOf } from '../../text/cut-sentences.ts';
import { contentStems } from '../../text/words.ts';

/** Only this much of a text is looked through, in UTF-16 units. */
const LOOKED_AT = 8_000;

/**
 * The whole sentences of a long text that say most of what `about` says, up to `room` UTF-16 units together; the first ones where none
 * does, and one alone where each is longer. A contiguous part of the text, character for character.
 */
export function cutGlance(text: string, about: string, room: number): string {
  if (text.length <= room) return text;
  const sentences = sentencesOf(text.slice(0, LOOKED_AT));
  const wanted = new Set(contentStems(about));
  let best = { start: 0, end: sentences[0]?.end ?? text.length, held: -1 };
  for (const [i, { start }] of sentences.entries()) {
    let end = sentences[i]?.end ?? start;
    for (const next of sentences.slice(i + 1)) {
      if (next.end - start > room) break;
      end = next.end;
    }
    if (end - start > room && i > 0) continue;
    const held = contentStems(text.slice(start, end)).filter((stem) => wanted.has(stem)).length;
    if (held > best.held) best = { start, end, held };
  }
  return text.slice(best.start, best.end).trim();
}
