import { cleanLine } from '../text/clean-text.ts';

/** One word of a typed line, or a quoted part as it stands. */
export interface TypedToken {
  readonly text: string;
  readonly quoted: boolean;
  /**
   * The filter's name, `by`, `in`, `since`, `until` or `page`, when the token is a filter (`by:Burns`);
   * `text` is then its value.
   */
  readonly filter: string | null;
}

const FILTERS = 'by|in|since|until|page';
/**
 * Matches a filter with or without its value, a quoted part (an unclosed mark runs to the end of the line),
 * or a plain word.
 */
const TOKEN = new RegExp(
  `(${FILTERS}):(?=\\s|$)|(?:(${FILTERS}):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\\s"“”„«»]+))`,
  'giu',
);

/** Splits a typed line into tokens. Quotation marks of any shape group words and are removed. */
export function splitLine(line: string): TypedToken[] {
  const tokens: TypedToken[] = [];
  for (const match of cleanLine(line).matchAll(TOKEN)) {
    const [, bare, lead, quoted, plain] = match;
    const filter = (lead ?? bare)?.toLowerCase() ?? null;
    const text = (quoted ?? plain ?? '').trim();
    if (text || filter) tokens.push({ text, quoted: quoted !== undefined, filter });
  }
  return tokens;
}

/**
 * Joins tokens into text in which quoted parts keep their marks, “ ”, unless one pair encloses everything.
 */
export function joinMarked(tokens: readonly TypedToken[]): string {
  const [only, ...others] = tokens;
  if (only?.quoted && !others.length) return only.text;
  return tokens
    .map(({ text, quoted, filter }) => `${filter ? `${filter}:` : ''}${quoted ? `“${text}”` : text}`)
    .join(' ')
    .trim();
}

/** Joins tokens into text that splits into these tokens again: a single quoted token keeps its marks. */
export function joinTyped(tokens: readonly TypedToken[]): string {
  const [only] = tokens;
  return tokens.length === 1 && only?.quoted && !only.filter ? `“${only.text}”` : joinMarked(tokens);
}

export function joinTokens(tokens: readonly TypedToken[]): string {
  return tokens
    .map((token) => token.text)
    .join(' ')
    .trim();
}
