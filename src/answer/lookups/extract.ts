import { paragraphsOf } from '../../text/cut-passage.ts';
import { sentencesOf } from '../../text/cut-sentences.ts';
import { contentStems } from '../../text/words.ts';

/** Longest extract, in UTF-16 units. */
const EXTRACT_LENGTH = 320;
/**
 * Text that is split into sentences, in UTF-16 units. It is longer than an extract, so that a sentence cut at
 * the limit is not taken for a whole one.
 */
const LOOKED_AT = 400;

/**
 * Extracts the paragraph with most of the words, or the first paragraph when none has any. A long paragraph
 * is cut after a sentence, or else after a word.
 */
export function extract(body: string, words: string | null): string {
  const paragraphs = paragraphsOf(body);
  const wanted = contentStems(words ?? '');
  const held = (text: string) => {
    const stems = new Set(contentStems(text));
    return wanted.filter((stem) => stems.has(stem)).length;
  };
  let best = paragraphs[0];
  let most = 0;
  for (const paragraph of wanted.length ? paragraphs : []) {
    const n = held(paragraph.text);
    if (n > most) [best, most] = [paragraph, n];
  }
  return best ? shorten(best.text) : '';
}

function shorten(text: string): string {
  if (text.length <= EXTRACT_LENGTH) return text;
  const ends = sentencesOf(text.slice(0, LOOKED_AT)).map(({ end }) => text.slice(0, end).trimEnd().length);
  const last = ends.findLast((end) => end <= EXTRACT_LENGTH) ?? 0;
  if (last > EXTRACT_LENGTH / 2) return text.slice(0, last);
  const head = text.slice(0, EXTRACT_LENGTH);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > 0 ? space : EXTRACT_LENGTH).toWellFormed()} …`;
}
