import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Endings after which a sentence continues: the segmenter ends one at an abbreviation before a capital. */
const GOES_ON =
  /(?:\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.?\s*$/u;

/**
 * The sentences of a text with their places; white space after a sentence belongs to it. The trained model
 * has a splitter of its own (src/quotes/find/words/split-sentences.ts), because its features depend on it.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last && GOES_ON.test(text.slice(Math.max(last.start, last.end - 12), last.end)))
      last.end = index + segment.length;
    else sentences.push({ start: index, end: index + segment.length });
  }
  return sentences;
}
