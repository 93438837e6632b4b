/** A stretch of a string: UTF-16 units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words a span cuts out of a text; throws RangeError when the span does not lie inside it. */
export function cut(text: string, { start, end }: Span): string {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw new RangeError(`span ${start}–${end} is not inside a text of ${text.length}`);
  return text.slice(start, end);
}
