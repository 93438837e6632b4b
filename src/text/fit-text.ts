const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A beginning of a text that fits, and how many UTF-16 units of the text were left out. */
export interface Fitted {
  readonly text: string;
  readonly left: number;
}

/**
 * The longest beginning of `text` whose drawn form is at most `limit` UTF-16 units, cut after a word where
 * one ends nearby and never inside a grapheme. `draw` gives the form that the platform counts (escaping
 * lengthens text); the default is the text itself.
 */
export function fitText(
  text: string,
  limit: number,
  draw: (part: string) => string = (part) => part,
): Fitted {
  if (draw(text).length <= limit) return { text, left: 0 };
  let low = 0;
  let high = Math.min(text.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (draw(text.slice(0, middle)).length <= limit) low = middle;
    else high = middle - 1;
  }
  const end = wordEnd(text, graphemeEnd(text, low));
  return { text: text.slice(0, end), left: text.length - end };
}

/** The last grapheme boundary at or before `at`, searched in the last 64 units. */
function graphemeEnd(text: string, at: number): number {
  const from = Math.max(0, at - 64);
  let end = from;
  for (const { index } of segmenter.segment(text.slice(from, at + 16))) {
    if (from + index > at) break;
    end = from + index;
  }
  if (end > from) return end;
  // The grapheme is longer than the searched part; a surrogate pair must still stay whole.
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** The end of the last whole word at or before `at`, if it lies within 40 units; else `at`. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length || /\s/u.test(text[at] ?? '')) return at;
  const tail = text.slice(Math.max(0, at - 40), at);
  const space = tail.search(/\s\S*$/u);
  return space > 0 ? at - (tail.length - space) : at;
}
