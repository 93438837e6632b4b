import { paragraphsOf } from '../../text/cut-passage.ts';
import { contentStems } from '../../text/words.ts';

/** An extract is about this long, in UTF-16 units. */
const EXTRACT_LENGTH = 320;

/** The paragraph of a body that holds most of the words (the first one where none does), cut after a sentence or word near 320 units. */
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
  const head = text.slice(0, EXTRACT_LENGTH);
  const sentence = Math.max(
    ...['. ', '.” ', '? ', '?” ', '! '].map((end) => head.lastIndexOf(end) + end.trimEnd().length),
  );
  if (sentence > EXTRACT_LENGTH / 2) return head.slice(0, sentence);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > 0 ? space : EXTRACT_LENGTH).toWellFormed()} …`;
}
