import { cleanLine } from '../text/clean-text.ts';

/** One word of a typed line, or a stretch in quotation marks taken as it stands. */
export interface TypedToken {
  readonly text: string;
  readonly quoted: boolean;
  /** `by`, `in`, `since`, `until` or `page` when the token is such a filter (`by:Burns`); `text` is then its value. */
  readonly filter: string | null;
}

const FILTERS = 'by|in|since|until|page';
/** A filter with or without its value, a quoted stretch (a mark left open runs to the end), a plain word. */
const TOKEN = new RegExp(
  `(${FILTERS}):(?=\\s|$)|(?:(${FILTERS}):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\\s"“”„«»]+))`,
  'giu',
);

/** A typed line as tokens; quotation marks of any shape group words and are not part of them. */
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

/** Tokens as a text in which quoted stretches keep marks, “ ”; none where one pair stands around it all. */
export function joinMarked(tokens: readonly TypedToken[]): string {
  const [only, ...others] = tokens;
  if (only?.quoted && !others.length) return only.text;
  return tokens
    .map(({ text, quoted, filter }) => `${filter ? `${filter}:` : ''}${quoted ? `“${text}”` : text}`)
    .join(' ')
    .trim();
}

export function joinTokens(tokens: readonly TypedToken[]): string {
  return tokens
    .map((token) => token.text)
    .join(' ')
    .trim();
}
