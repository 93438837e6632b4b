import type { Span } from './span.ts';

export interface Passage {
  readonly text: string;
  /** Where the passage begins in the body. */
  readonly start: number;
}

/** The paragraphs of a body with their places; blank lines part paragraphs. */
export function paragraphsOf(body: string): Passage[] {
  const passages: Passage[] = [];
  for (const match of body.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/gu))
    if (match[0].trim()) passages.push({ text: match[0], start: match.index });
  return passages;
}

/** The paragraph a span stands in, from its beginning to the end of the paragraph where the span ends. */
export function paragraphAround(body: string, { start, end }: Span): Passage {
  const before = body.lastIndexOf('\n\n', start);
  const from = before < 0 ? 0 : before + 2;
  const after = body.indexOf('\n\n', end);
  return { text: body.slice(from, after < 0 ? body.length : after), start: from };
}
