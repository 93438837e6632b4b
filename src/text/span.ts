/** A range of a string in UTF-16 units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a text that a span covers. Throws RangeError where the span is not inside the text. */
export function cut(text: string, { start, end }: Span): string {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw new RangeError(`span ${start}–${end} is not inside a text of ${text.length}`);
  return text.slice(start, end);
}
