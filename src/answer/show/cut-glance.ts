import { sentencesOf } from '../../text/cut-sentences.ts';
import { contentStems } from '../../text/words.ts';

/** Part of a text that is searched, in UTF-16 units. */
const LOOKED_AT = 8_000;

/**
 * Cuts a long text to whole neighbouring sentences of at most `room` UTF-16 units: those that share most
 * content words with `about`, by default the first. When the first sentence alone is longer, it may still be
 * chosen whole. The result is a contiguous part of the text, unchanged.
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
