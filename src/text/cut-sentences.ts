import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/**
 * Segments ending so go on: the segmenter takes the full stop of a short form before a capital for an end.
 */
const GOES_ON =
  /(?:\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.?\s*$/u;

/**
 * The sentences of a text with their places; white space after a sentence belongs to it. The trained model
 * cuts its own sentences (src/quotes/find/words/cut-sentences.ts): its features rest on them.
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
