const LONGEST_HEADLINE = 90;
/** No more of a body is examined, since its first paragraph may be huge. */
const EXAMINED_CHARACTERS = 400;

/** The first words of an article, for a headline where it has none: at most 90 characters, cut between words. */
export function openingWords(body: string): string {
  const line = body.slice(0, EXAMINED_CHARACTERS).split('\n')[0] ?? '';
  if (line.length <= LONGEST_HEADLINE) return line;
  return `${line.slice(0, LONGEST_HEADLINE).replace(/\s+\S*$/u, '')}…`;
}
