import { itemAt } from '../../text/item-at.ts';
import type { Entity, Mention } from './names/mention.ts';
import type { Paragraph, ParsedArticle } from './reading/parse-article.ts';
import { ADJECTIVAL_CAPITALS, COURTESY, PREPOSITIONS, SOURCE_NOUNS, TITLES } from './words/lexicon.ts';
import type { Token } from './words/tokenize.ts';

/** The fullest role that the article gives each person, in its own words. */
export type Roles = ReadonlyMap<Entity, string>;

interface Found {
  readonly role: string;
  readonly rank: number;
}

const MOST_WORDS = 14;

/** Finds each person's role in titles before the name, noun phrases beside it and party tags after it. */
export function resolveRoles(article: ParsedArticle): Roles {
  const best = new Map<Entity, Found>();
  for (const paragraph of article.paragraphs) {
    if (paragraph.titled) continue;
    for (const mention of paragraph.mentions) {
      const { entity } = mention;
      if (mention.kind !== 'name' || entity?.kind !== 'person') continue;
      for (const found of rolesAt(article.body, paragraph, mention))
        if (found.rank > (best.get(entity)?.rank ?? 0)) best.set(entity, found);
    }
  }
  return new Map([...best].map(([entity, { role }]) => [entity, role]));
}

function rolesAt(body: string, paragraph: Paragraph, mention: Mention): Found[] {
  const { tokens } = paragraph;
  const found: Found[] = [];
  const title = titleBefore(body, tokens, mention);
  const beside = phraseAfter(body, tokens, mention);
  const ahead = phraseBefore(body, tokens, mention);
  if (title && /^(?:\p{Lu}\p{L}{1,4}\.)$/u.test(title)) {
    // An abbreviation alone says too little: "Sen. Maggie Hassan (D-N.H.)", "Sen. Maggie Hassan, a New
    // Hampshire Democrat". The role includes the tag or phrase after the name.
    const tag = partyTag(body, tokens, mention);
    found.push(rank(tag ? `${title} ${tag}` : beside ? `${title}, ${beside}` : title, 1));
    if (beside && isOffice(beside)) found.push(rank(stripLead(beside), 2));
  } else {
    if (title) found.push(rank(title, 3));
    if (beside && (isOffice(beside) || !title))
      found.push(rank(stripLead(beside), isOffice(beside) ? (title ? 2.5 : 3) : 0.5));
  }
  if (ahead) found.push(rank(stripLead(ahead), 3));
  return found;
}

/** Ranks offices above trades and parties, then longer wordings above shorter. The first of equals wins. */
function rank(role: string, weight: number): Found {
  return { role, rank: weight * 100 + Math.min(12, role.split(' ').length) };
}

function isOffice(phrase: string): boolean {
  return phrase
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((w) => TITLES.has(w) && !COURTESY.has(w));
}

function stripLead(phrase: string): string {
  return phrase.replace(/^(?:the|a|an|his|her|their|its|one of the)\s+/i, '');
}

function titleBefore(body: string, tokens: readonly Token[], mention: Mention): string | null {
  const count = mention.titles.length;
  if (!count) return null;
  let from = mention.first;
  const to = mention.first + count;
  while (from < to && skipsInTitle(itemAt(tokens, from))) from++;
  const words = tokens.slice(from, to);
  const last = words.at(-1);
  if (!last || !words.some((t) => TITLES.has(bare(t)) && !COURTESY.has(bare(t)))) return null;
  return body.slice(itemAt(words, 0).start, last.end).replace(/\s+/g, ' ');
}

/** Whether a word of a title is no role by itself: "Mr.", "Monday". */
function skipsInTitle(token: Token): boolean {
  const word = bare(token);
  return COURTESY.has(word) || /day$/.test(word);
}

function bare(token: Token): string {
  return token.lower.replace(/\.$/, '');
}

function partyTag(body: string, tokens: readonly Token[], mention: Mention): string | null {
  const open = tokens[mention.last];
  if (open?.lower !== '(') return null;
  for (let i = mention.last + 1; i < mention.last + 6; i++)
    if (tokens[i]?.lower === ')') return body.slice(open.start, itemAt(tokens, i).end);
  return null;
}

/** The phrase between commas after a name: "…, assistant secretary of state for narcotics, …". */
function phraseAfter(body: string, tokens: readonly Token[], mention: Mention): string | null {
  let at = mention.last;
  if (tokens[at]?.lower === '(') while (at < mention.last + 6 && tokens[at++]?.lower !== ')');
  if (tokens[at]?.lower !== ',') return null;
  const from = at + 1;
  let to = from;
  while (
    to < from + MOST_WORDS + 2 &&
    tokens[to]?.kind === 'word' &&
    tokens[to]?.sentence === mention.sentence
  )
    to++;
  const end = tokens[to];
  if (end && !/^[,.)—–;]$/.test(end.lower) && end.kind !== 'quotation') return null;
  return asRole(body, tokens.slice(from, to));
}

/** The phrase up to the comma before a name: "The U.S. ambassador to China, Nicholas Burns, …". */
function phraseBefore(body: string, tokens: readonly Token[], mention: Mention): string | null {
  const comma = mention.first - 1;
  if (tokens[comma]?.lower !== ',' || tokens[mention.last]?.lower !== ',') return null;
  let from = comma;
  while (
    from > 0 &&
    comma - from < MOST_WORDS &&
    tokens[from - 1]?.kind === 'word' &&
    tokens[from - 1]?.sentence === mention.sentence
  )
    from--;
  const phrase = tokens.slice(from, comma);
  if (!/^(?:the|a|an|his|her|its|their)$/.test(phrase[0]?.lower ?? '')) return null;
  return asRole(body, phrase);
}

const VERBISH =
  /^(?:who|whose|which|that|said|says|told|is|was|has|had|were|are|have|will|would|but|speaking|saying|adding|while|when|where|after|before|if|as|because|he|she|they|i|we|it)$/;

function asRole(body: string, words: readonly Token[]): string | null {
  if (!words.length || words.length > MOST_WORDS) return null;
  if (
    words.some((t) => VERBISH.test(t.lower)) ||
    PREPOSITIONS.has(words[0]?.lower ?? '') ||
    words[0]?.lower === 'along'
  )
    return null;
  const head = words.findIndex((t) => TITLES.has(bare(t)) || SOURCE_NOUNS.has(t.lower));
  if (head < 0 || (head > 6 && !TITLES.has(bare(itemAt(words, head))))) return null;
  // Two capitals without a title, nation or house start a list of people, not a role.
  const first = itemAt(words, 0);
  const next = words[1];
  if (
    first.capital &&
    next?.capital &&
    !words.slice(0, 4).some((t) => TITLES.has(bare(t)) || ADJECTIVAL_CAPITALS.has(bare(t)))
  )
    return null;
  return body.slice(first.start, itemAt(words, words.length - 1).end).replace(/\s+/g, ' ');
}
