import { itemAt } from '../../../text/item-at.ts';
import { DETERMINERS, FUNCTION_WORDS, GROUP_NOUNS, POSSESSIVES, PREPOSITIONS } from '../words/lexicon.ts';
import type { Token } from '../words/tokenize.ts';
import { bareMention } from './bare-mention.ts';
import type { Mention, MentionGuide } from './mention.ts';
import { isNameWord } from './parse-name.ts';

/** Whether the noun at a token may speak and is the head of its phrase. */
export function isHeadNoun(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = itemAt(tokens, at);
  if (!guide.isSource(token.lower)) return false;
  const next = tokens[at + 1];
  // The noun is no head if the phrase goes on: "campaign *spokesman*", "police *officers*".
  if (next?.kind === 'word' && next.sentence === token.sentence) {
    if (guide.isSource(next.lower) && !next.capital) return false;
    if (next.lower === "'s") return false;
    // In "the reporter Clara Jensen" the noun is a title, and part of the name's mention.
    if (!token.capital && !token.lower.endsWith('s') && isNameWord(tokens, at + 1, guide)) return false;
    if (next.lower === 'of' && GROUP_NOUNS.has(token.lower) && guide.isSource(tokens[at + 2]?.lower ?? ''))
      return false;
  }
  return true;
}

/** Parses the noun phrase that ends with its head at a token and starts at its determiner. */
export function parseNominal(
  body: string,
  tokens: readonly Token[],
  head: number,
  paragraph: number,
  guide: MentionGuide,
  before: Mention | undefined,
): Mention {
  const token = itemAt(tokens, head);
  let first = head;
  const floor = before && before.kind !== 'name' && before.kind !== 'nominal' ? before.last : 0;
  while (first > floor && head - first < 9 && joinsLeft(tokens, first, head, guide)) {
    first--;
    const word = itemAt(tokens, first);
    if (DETERMINERS.has(word.lower) && !POSSESSIVES.has(word.lower)) break;
    if (POSSESSIVES.has(word.lower)) break;
  }
  const words = body
    .slice(itemAt(tokens, first).start, token.end)
    .toLowerCase()
    .split(/[\s-]+/, 12);
  return bareMention('nominal', tokens, first, head + 1, paragraph, token.lower, [], words);
}

function joinsLeft(tokens: readonly Token[], first: number, head: number, guide: MentionGuide): boolean {
  const before = tokens[first - 1];
  const here = itemAt(tokens, first);
  if (!before || before.sentence !== here.sentence || before.kind !== 'word') return false;
  if (DETERMINERS.has(before.lower)) return true;
  if (before.lower === "'s") return first >= 2;
  if (before.lower === 'of') return GROUP_NOUNS.has(tokens[first - 2]?.lower ?? '') && head === first;
  if (PREPOSITIONS.has(before.lower) || guide.isCue(before.lower)) return false;
  return (
    (before.capital || !FUNCTION_WORDS.has(before.lower)) && !(before.lower.endsWith('ly') && !before.capital)
  );
}
