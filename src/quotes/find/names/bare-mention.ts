import { itemAt } from '../../../text/item-at.ts';
import type { Token } from '../words/tokenize.ts';
import type { Mention } from './mention.ts';

/** Creates an unresolved mention of the tokens from `first` up to `last`, excluded. */
export function bareMention(
  kind: Mention['kind'],
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
  head: string,
  bare: readonly string[] = [],
  titles: readonly string[] = [],
): Mention {
  const from = itemAt(tokens, first);
  const to = itemAt(tokens, last - 1);
  return {
    kind,
    start: from.start,
    end: to.end,
    first,
    last,
    paragraph,
    sentence: from.sentence,
    head,
    bare,
    titles,
    renames: null,
    entity: null,
    certainty: 1,
  };
}
