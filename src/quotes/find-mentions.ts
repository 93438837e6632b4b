import type { Token } from './cut-words.ts';
import {
  ADJECTIVAL_CAPITALS,
  ADVERBS,
  BODY_NOUNS,
  COURTESY,
  DETERMINERS,
  FUNCTION_WORDS,
  GROUP_NOUNS,
  isGiven,
  OFFICES_OF,
  PARTICLES,
  PLACES,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  TITLES,
} from './lexicon.ts';
import type { Mention } from './mention.ts';

/** What decides whether a capital is a name: the words an article also prints in lower case, and learned source nouns. */
export interface MentionGuide {
  readonly lowerSeen: ReadonlySet<string>;
  /** Words printed with a capital inside a sentence. */
  readonly nameSeen: ReadonlySet<string>;
  isSource(noun: string): boolean;
  isCue(word: string): boolean;
  isStrongCue(word: string): boolean;
  isSpeechNoun(word: string): boolean;
}

const MOST_WORDS = 14;

/** The mentions of one paragraph, in order; quotations are not looked into. */
export function findMentions(
  body: string,
  tokens: readonly Token[],
  paragraph: number,
  guide: MentionGuide,
): Mention[] {
  const mentions: Mention[] = [];
  const add = (mention: Mention) => {
    linkRename(tokens, mentions, mention);
    linkOpening(tokens, mentions, mention);
    mentions.push(mention);
  };
  let at = 0;
  while (at < tokens.length) {
    const run = nameRunEnd(tokens, at, guide);
    if (run > at) {
      const mention = readName(body, tokens, at, run, paragraph, guide);
      at = run;
      if (mention) {
        add(mention);
        at = Math.max(run, mention.last);
      }
      continue;
    }
    const token = tokens[at] as Token;
    if (token.kind === 'word') {
      const last = mentions.at(-1);
      const little = FUNCTIONAL.has(token.lower) ? littleWord(tokens, at, guide, last) : null;
      if (little) add(bareMention(little, tokens, at, at + 1, paragraph, token.lower));
      else if (isHeadNoun(tokens, at, guide) || isUnknownSubject(tokens, at, guide)) {
        const mention = readNominal(body, tokens, at, paragraph, guide, last);
        if (last && mention.first <= last.first && last.kind !== 'pronoun') mentions.pop();
        add(mention);
      }
    }
    at++;
  }
  return mentions;
}

const QUANTIFIERS = new Set('another one many some several both others most'.split(' '));

const FUNCTIONAL = new Set([...SUBJECT_PRONOUNS, ...RELATIVES, ...POSSESSIVES, ...QUANTIFIERS]);

/** "his claim that", "her call for": a possessive before a noun of speech. */
function speaksOf(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  return [1, 2].some((i) => {
    const noun = tokens[at + i];
    return (
      noun?.kind === 'word' &&
      noun.sentence === tokens[at]?.sentence &&
      !noun.capital &&
      guide.isSpeechNoun(noun.lower)
    );
  });
}

function besideVerb(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const sentence = tokens[at]?.sentence;
  return (
    (next?.sentence === sentence && guide.isStrongCue(next?.lower ?? '')) ||
    (before?.sentence === sentence && guide.isStrongCue(before?.lower ?? '') && next?.kind !== 'word')
  );
}

/** A noun no list knows that stands between an article and a verb of speech: "the 46-year-old said", "said the 46-year-old". */
function isUnknownSubject(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = tokens[at] as Token;
  let next = at + 1;
  if (ADVERBS.has(tokens[next]?.lower ?? '')) next++;
  const after = tokens[next];
  const spoken = after?.sentence === token.sentence && guide.isStrongCue(after?.lower ?? '');
  if (!spoken && after?.kind === 'word' && after.sentence === token.sentence) return false;
  if (FUNCTION_WORDS.has(token.lower) || guide.isCue(token.lower)) return false;
  for (let i = at - 1; i >= at - 5; i--) {
    const word = tokens[i];
    if (word?.kind !== 'word' || word.sentence !== token.sentence) return false;
    if (/^(?:the|a|an|one|this|his|her|its|their|another)$/.test(word.lower))
      return spoken || guide.isStrongCue(tokens[i - 1]?.lower ?? '');
    if (FUNCTION_WORDS.has(word.lower) || PREPOSITIONS.has(word.lower) || guide.isCue(word.lower))
      return false;
  }
  return false;
}

/** What a pronoun, possessive or quantifier is a mention as, if it is one. */
function littleWord(
  tokens: readonly Token[],
  at: number,
  guide: MentionGuide,
  last: Mention | undefined,
): Mention['kind'] | null {
  const { lower } = tokens[at] as Token;
  if (SUBJECT_PRONOUNS.has(lower)) return isContractionOf(tokens, at) ? null : 'pronoun';
  if (RELATIVES.has(lower)) return last && at - last.last <= 12 ? 'relative' : null;
  if (POSSESSIVES.has(lower) && speaksOf(tokens, at, guide)) return 'pronoun';
  return QUANTIFIERS.has(lower) && besideVerb(tokens, at, guide) ? 'nominal' : null;
}

function isContractionOf(tokens: readonly Token[], at: number): boolean {
  // "it's" and "they're" seldom say anything; "he's said" does.
  return tokens[at]?.lower === 'it' && tokens[at + 1]?.lower === "'s";
}

function bareMention(
  kind: Mention['kind'],
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
  head: string,
): Mention {
  const from = tokens[first] as Token;
  const to = tokens[last - 1] as Token;
  return {
    kind,
    start: from.start,
    end: to.end,
    first,
    last,
    paragraph,
    sentence: from.sentence,
    head,
    bare: [],
    titles: [],
    renames: null,
    entity: null,
  };
}

function isNameWord(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.capital) return false;
  if (FUNCTION_WORDS.has(token.lower))
    return (
      (token.lower === 'will' || token.lower === 'may') &&
      tokens[at + 1]?.capital === true &&
      tokens[at - 1]?.kind === 'word'
    );
  const before = tokens[at - 1];
  const atStart =
    !before || before.sentence !== token.sentence || before.lower === ':' || before.kind === 'quotation';
  if (!atStart) return true;
  if (tokens[at + 1]?.capital && !FUNCTION_WORDS.has(tokens[at + 1]?.lower ?? '')) return true;
  if (guide.isSource(token.lower)) return false;
  if (guide.nameSeen.has(token.lower)) return true;
  return (
    !guide.lowerSeen.has(token.lower) &&
    !guide.isCue(token.lower) &&
    !/(?:ing|ed|ly|ary|ding)$/.test(token.lower)
  );
}

/** End of the run of name words that starts at `at`, or `at` when none does. */
function nameRunEnd(tokens: readonly Token[], at: number, guide: MentionGuide): number {
  if (!isNameWord(tokens, at, guide)) return at;
  let end = at + 1;
  while (end < tokens.length && end - at < MOST_WORDS) {
    const token = tokens[end] as Token;
    const next = tokens[end + 1];
    const previous = tokens[end - 1] as Token;
    const capitalNext = next?.kind === 'word' && next.capital && !FUNCTION_WORDS.has(next.lower);
    if (token.sentence !== previous.sentence) break;
    if (token.kind === 'word' && token.capital && !FUNCTION_WORDS.has(token.lower)) end++;
    else if (PARTICLES.has(token.lower) && capitalNext) end += 2;
    else if ((token.lower === 'of' || token.lower === 'for') && takesOf(previous.lower) && capitalNext)
      end += 2;
    else if (
      token.lower === 'of' &&
      takesOf(previous.lower) &&
      next?.lower === 'the' &&
      tokens[end + 2]?.capital
    )
      end += 3;
    else if (token.lower === 'to' && ENVOYS.has(previous.lower) && capitalNext) end += 2;
    else if (token.lower === '&' && capitalNext) end += 2;
    else if (token.lower === ',' && next && /^(?:jr|sr)\.?$/.test(next.lower)) end += 2;
    else if (isNickname(tokens, end)) end += 2;
    else break;
  }
  return end;
}

const SURNAMES = new Set(
  'cuban black white english french german may march june state house independent price'.split(' '),
);

const ENVOYS = new Set(['ambassador', 'envoy', 'adviser', 'advisor', 'counselor', 'candidate']);

function takesOf(word: string): boolean {
  return (
    BODY_NOUNS.has(word) ||
    TITLES.has(word) ||
    /^(?:ministry|bank|joint|chiefs|federation|centers)$/.test(word)
  );
}

/** A short quotation between two capitals: Robert "Bobby" Scott. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return (
    token?.kind === 'quotation' &&
    token.end - token.start <= 20 &&
    next?.kind === 'word' &&
    next.capital &&
    next.sentence === token.sentence &&
    tokens[at - 1]?.capital === true
  );
}

/** A run of capitals as a name with its titles, or a title that stands alone; null for a mere adjective or day. */
function readName(
  body: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
  guide: MentionGuide,
): Mention | null {
  let start = first;
  // Titles in lower case before the name: "campaign spokesman Brian Fallon".
  while (start > 0 && first - start < 6 && titleBefore(tokens, start, guide)) start--;
  const beside =
    guide.isStrongCue(tokens[last]?.lower ?? '') || guide.isStrongCue(tokens[first - 1]?.lower ?? '');
  // "Cuban said": a lone adjective beside a verb of speech is a surname.
  const surname = last - first === 1 && beside && SURNAMES.has((tokens[first] as Token).lower);
  const split = surname ? first : nameStart(tokens, first, last);
  const titles: string[] = [];
  for (let i = start; i < split; i++) titles.push((tokens[i] as Token).lower.replace(/\.$/, ''));
  const from = tokens[start] as Token;
  const to = tokens[last - 1] as Token;
  const base = {
    start: from.start,
    end: to.end,
    first: start,
    last,
    paragraph,
    sentence: from.sentence,
    renames: null,
    entity: null,
  };
  if (split >= last) {
    const head = to.lower.replace(/\.$/, '');
    if (
      tokens[last]?.kind === 'word' &&
      !tokens[last]?.capital &&
      guide.isSource(tokens[last]?.lower ?? '') &&
      !TITLES.has(head)
    )
      return null;
    if (!TITLES.has(head) && !guide.isSource(head)) return null;
    const det = tokens[start - 1];
    const lead = det && DETERMINERS.has(det.lower) && det.sentence === from.sentence ? start - 1 : start;
    return {
      ...base,
      kind: 'nominal',
      start: (tokens[lead] as Token).start,
      first: lead,
      head,
      bare: [],
      titles: [],
    };
  }
  const bare: string[] = [];
  for (let i = split; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word') bare.push(body.slice(token.start, token.end));
  }
  let head = (tokens[last - 1] as Token).lower;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/.test(head) && bare.length > 1)
    head = (bare[bare.length - 2] as string).toLowerCase();
  return { ...base, kind: 'name', head: head.replace(/[.,]$/, ''), bare, titles };
}

function bareLower(token: Token | undefined, inside: boolean): string {
  return inside ? (token?.lower.replace(/\.$/, '') ?? '') : '';
}

function titleBefore(tokens: readonly Token[], start: number, guide: MentionGuide): boolean {
  const before = tokens[start - 1];
  if (before?.kind !== 'word' || before.capital || before.sentence !== tokens[start]?.sentence) return false;
  if (TITLES.has(before.lower) || (guide.isSource(before.lower) && !before.lower.endsWith('s'))) return true;
  // Modifiers of a title already taken in: "campaign", "former", "deputy".
  const taken = tokens[start]?.kind === 'word' && !tokens[start]?.capital;
  return (
    taken &&
    !PREPOSITIONS.has(before.lower) &&
    !FUNCTION_WORDS.has(before.lower) &&
    !guide.isCue(before.lower) &&
    before.lower !== "'s"
  );
}

/** Where the bare name starts in a run: behind titles, parties, nations and places that describe it. */
function nameStart(tokens: readonly Token[], first: number, last: number): number {
  let start = first;
  // "State Department", "House Republicans": what describes a person is part of a body's name.
  const namesBody = BODY_NOUNS.has((tokens[last - 1] as Token).lower) && last - first > 1;
  for (let i = first; i < last; i++) {
    const word = (tokens[i] as Token).lower.replace(/\.$/, '');
    if (namesBody && i === last - 2) continue;
    if (
      !TITLES.has(word) &&
      !(
        i === start &&
        !COURTESY.has(bareLower(tokens[i - 1], i > first)) &&
        ADJECTIVAL_CAPITALS.has(word) &&
        !namesBody
      )
    )
      continue;
    if (i > first && i === last - 1 && isGiven((tokens[i - 1] as Token).lower)) break; // "Aaron Judge"
    start = i + 1;
    if (tokens[start]?.lower === 'of' || tokens[start]?.lower === 'for') {
      start += tokens[start + 1]?.lower === 'the' ? 3 : 2;
      while (
        start < last &&
        (OFFICES_OF.has((tokens[start] as Token).lower) || tokens[start]?.lower === 'security')
      )
        start++;
      i = start - 1;
    } else if (tokens[start]?.lower === 'to' && start + 1 < last) {
      start += 2;
      while (start < last && PLACES.has((tokens[start] as Token).lower)) start++;
      i = start - 1;
    }
  }
  if (last - start >= 3 && !namesBody) {
    // "CBS News Correspondent …", "China Nicholas Burns": a given name further on starts the person.
    for (let i = start + 1; i <= last - 2; i++) {
      const word = (tokens[i] as Token).lower;
      const before = (tokens[i - 1] as Token).lower;
      if (
        isGiven(word) &&
        !isGiven(before) &&
        !/^\p{L}\.?$/u.test(before) &&
        (last - start >= 4 || PLACES.has(before) || BODY_NOUNS.has(before))
      )
        return i;
    }
  }
  return Math.min(start, last);
}

function isHeadNoun(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = tokens[at] as Token;
  if (!guide.isSource(token.lower)) return false;
  const next = tokens[at + 1];
  // Not the head when the phrase goes on: "campaign *spokesman*", "police *officers*".
  if (next?.kind === 'word' && next.sentence === token.sentence) {
    if (guide.isSource(next.lower) && !next.capital) return false;
    if (next.lower === "'s") return false;
    // "the reporter Clara Jensen": a title, and part of the name's mention.
    if (!token.capital && !token.lower.endsWith('s') && isNameWord(tokens, at + 1, guide)) return false;
    if (next.lower === 'of' && GROUP_NOUNS.has(token.lower) && guide.isSource(tokens[at + 2]?.lower ?? ''))
      return false;
  }
  return true;
}

function readNominal(
  body: string,
  tokens: readonly Token[],
  head: number,
  paragraph: number,
  guide: MentionGuide,
  before: Mention | undefined,
): Mention {
  const token = tokens[head] as Token;
  let first = head;
  const floor = before && before.kind !== 'name' && before.kind !== 'nominal' ? before.last : 0;
  while (first > floor && head - first < 9 && joinsLeft(tokens, first, head, guide)) {
    first--;
    const word = tokens[first] as Token;
    if (DETERMINERS.has(word.lower) && !POSSESSIVES.has(word.lower)) break;
    if (POSSESSIVES.has(word.lower)) break;
  }
  const mention = bareMention('nominal', tokens, first, head + 1, paragraph, token.lower);
  return {
    ...mention,
    titles: body
      .slice(mention.start, mention.end)
      .toLowerCase()
      .split(/[\s-]+/, 12),
  };
}

function joinsLeft(tokens: readonly Token[], first: number, head: number, guide: MentionGuide): boolean {
  const before = tokens[first - 1];
  const here = tokens[first] as Token;
  if (!before || before.sentence !== here.sentence || before.kind !== 'word') return false;
  if (DETERMINERS.has(before.lower)) return true;
  if (before.lower === "'s") return first >= 2;
  if (before.lower === 'of') return GROUP_NOUNS.has(tokens[first - 2]?.lower ?? '') && head === first;
  if (PREPOSITIONS.has(before.lower) || guide.isCue(before.lower)) return false;
  return (
    (before.capital || !FUNCTION_WORDS.has(before.lower)) && !(before.lower.endsWith('ly') && !before.capital)
  );
}

/** "Matt Miller, a spokesperson for the department, said": the noun phrase after the comma is Mr. Miller. */
/** "The U.S. ambassador to China, Nicholas Burns, said": the noun phrase that opens the sentence is Mr. Burns too. */
function linkOpening(tokens: readonly Token[], mentions: readonly Mention[], name: Mention): void {
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

function linkRename(tokens: readonly Token[], mentions: readonly Mention[], mention: Mention): void {
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
  // "in Chelsea, the mayor said" opens a clause; a renaming closes with a comma or goes on with a preposition.
  const next = tokens[mention.last];
  const closes =
    !next ||
    next.sentence !== mention.sentence ||
    /^(?:[,;.)—–]|of|for|at|in|with|from|to|who|on|and)$/.test(next.lower);
  if (comma && closes && mention.kind === 'nominal' && last.kind === 'name') mention.renames = last;
}
