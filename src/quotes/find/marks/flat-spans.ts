import { cut, type Span } from '../../../text/span.ts';
import { pairMarks } from './pair-marks.ts';

/**
 * Splits a quotation for the evaluation's format, which has no marks inside marks. If the quotation holds
 * another one in double marks, the words before it, in it and after it become separate spans, in order, with
 * no words lost.
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
