import { itemAt } from '../text/item-at.ts';
import { type DayContext, resolveDay } from './resolve-day.ts';
import type { TypedToken } from './split-line.ts';

interface Taken {
  readonly plain: readonly TypedToken[];
  readonly filters: Readonly<Record<string, string>>;
}

/**
 * Separates filters from words. A name or date may continue after the colon without quotation marks:
 * `by:Nicholas Burns`, `since:last Monday`.
 */
export function takeFilters(tokens: readonly TypedToken[], context: DayContext): Taken {
  const plain: TypedToken[] = [];
  const filters: Record<string, string> = {};
  let i = 0;
  while (i < tokens.length) {
    const token = itemAt(tokens, i);
    i += 1;
    if (!token.filter) {
      plain.push(token);
      continue;
    }
    let text = token.text;
    const next = tokens[i];
    if (!text && next && !next.filter) {
      text = next.text;
      i += 1;
    }
    const more =
      token.quoted || token.filter === 'page' ? 0 : goesOn(token.filter, text, tokens.slice(i), context);
    filters[token.filter] = [text, ...tokens.slice(i, i + more).map((each) => each.text)].join(' ');
    i += more;
  }
  return { plain, filters };
}

/** The number of following words that belong to an unquoted filter value. */
function goesOn(
  filter: string,
  value: string,
  following: readonly TypedToken[],
  context: DayContext,
): number {
  const stop = following.findIndex((token) => token.filter || token.quoted);
  const words = following.slice(0, stop < 0 ? 4 : Math.min(stop, 4)).map((token) => token.text);
  if (filter === 'since' || filter === 'until') {
    for (let n = words.length; n > 0; n -= 1)
      if (resolveDay([value, ...words.slice(0, n)].join(' '), filter, context)) return n;
    return 0;
  }
  if (!/^\p{Lu}/u.test(value)) return 0;
  const small = words.findIndex((word) => !/^\p{Lu}/u.test(word));
  return small < 0 ? words.length : small;
}
