import { cut, type Span } from '../../../text/span.ts';
import { pairMarks } from './pair-marks.ts';

/**
 * A quotation as the evaluation's format has it, which knows no marks within marks: where it holds another in double marks, the words
 * before it, in it and behind it are spans of their own, in order; nothing said is left out.
 */
export function flatSpans(text: string, span: Span): Span[] {
  const spans: Span[] = [];
  let from = span.start;
  for (const { inner, outer } of pairMarks(text, span, false)) {
    spans.push({ start: from, end: outer.start }, inner);
    from = outer.end;
  }
  return [...spans, { start: from, end: span.end }].filter((one) => /[\p{L}\p{N}]/u.test(cut(text, one)));
}
