import { PREPOSITIONS } from '../words/lexicon.ts';
import type { Token } from '../words/tokenize.ts';
import type { Mention } from './mention.ts';

/**
 * Links a noun phrase that opens a sentence to the name after it: "The mayor of the town, Ada Quay, said".
 */
export function linkOpeningAppositive(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  name: Mention,
): void {
  if (name.kind !== 'name' || tokens[name.first - 1]?.lower !== ',' || tokens[name.last]?.lower !== ',')
    return;
  for (const opening of mentions.slice(-3)) {
    const starts = opening.first === 0 || tokens[opening.first - 1]?.sentence !== opening.sentence;
    if (opening.kind !== 'nominal' || opening.sentence !== name.sentence || !starts) continue;
    const between = tokens.slice(opening.last, name.first - 1);
    if (
      between.length <= 8 &&
      between.every((t) => t.kind === 'word') &&
      (between.length === 0 || PREPOSITIONS.has(between[0]?.lower ?? ''))
    )
      opening.renames = name;
  }
}

/**
 * Links a noun phrase after a comma, or a relative pronoun, to the mention before it: "Matt Miller, a
 * spokesperson for the department, said".
 */
export function linkAppositive(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  mention: Mention,
): void {
  const last = mentions.at(-1);
  if (!last || mention.sentence !== last.sentence || mention.kind === 'pronoun') return;
  const gap = tokens.slice(last.last, mention.first);
  if (mention.kind === 'relative') {
    const real = gap.filter((t) => t.lower !== ',');
    if (gap.length <= 2 && real.length === 0) mention.renames = last.renames ?? last;
    return;
  }
  const comma =
    gap[0]?.lower === ',' &&
    (gap.length === 1 ||
      (gap.length === 2 && /^(?:now|then|also|once|formerly|currently)$/.test(gap[1]?.lower ?? '')));
  // "in Chelsea, the mayor said" opens a clause. An appositive ends in a comma or takes a preposition.
  const next = tokens[mention.last];
  const closes =
    !next ||
    next.sentence !== mention.sentence ||
    /^(?:[,;.)—–]|of|for|at|in|with|from|to|who|on|and)$/.test(next.lower);
  if (comma && closes && mention.kind === 'nominal' && last.kind === 'name') mention.renames = last;
}
