import { itemAt } from '../../../text/item-at.ts';
import {
  ADJECTIVAL_CAPITALS,
  BODY_NOUNS,
  COURTESY,
  DETERMINERS,
  FUNCTION_WORDS,
  isGiven,
  OFFICES_OF,
  OPENERS,
  PARTICLES,
  PLACES,
  PREPOSITIONS,
  TITLES,
} from '../words/lexicon.ts';
import type { Token } from '../words/tokenize.ts';
import { bareMention } from './bare-mention.ts';
import type { Mention, MentionGuide } from './mention.ts';

const MOST_WORDS = 14;

/** Whether the word at a token is a capitalised part of a name. */
export function isNameWord(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.capital) return false;
  if (FUNCTION_WORDS.has(token.lower)) return isOddSurname(tokens, at, guide);
  const before = tokens[at - 1];
  const atStart =
    !before || before.sentence !== token.sentence || before.lower === ':' || before.kind === 'quotation';
  if (!atStart) return true;
  if (OPENERS.has(token.lower)) return false;
  if (tokens[at + 1]?.capital && !FUNCTION_WORDS.has(tokens[at + 1]?.lower ?? '')) return true;
  if (guide.isSource(token.lower)) return false;
  if (guide.nameSeen.has(token.lower)) return true;
  return (
    !guide.lowerSeen.has(token.lower) &&
    !guide.isCue(token.lower) &&
    !/(?:ing|ed|ly|ary|ding)$/.test(token.lower)
  );
}

/** Whether a function word is a name: "Will Hurd", or "From said" if the article has a Mr. From. */
function isOddSurname(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const token = itemAt(tokens, at);
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if ((token.lower === 'will' || token.lower === 'may') && next?.capital && before?.kind === 'word')
    return true;
  if (!guide.nameSeen.has(token.lower)) return false;
  const inside = before?.kind === 'word' && before.sentence === token.sentence;
  if (inside && !next?.capital && isGiven(before.lower) && before.capital) return true;
  const beside = (other: Token | undefined) =>
    other !== undefined &&
    other.sentence === token.sentence &&
    !other.capital &&
    guide.isStrongCue(other.lower);
  return beside(next) || (inside && beside(before));
}

/** Token index after the run of name words that starts at `at`; `at` if none starts there. */
export function nameRunEnd(tokens: readonly Token[], at: number, guide: MentionGuide): number {
  if (!isNameWord(tokens, at, guide)) return at;
  let end = at + 1;
  while (end < tokens.length && end - at < MOST_WORDS) {
    const token = itemAt(tokens, end);
    const next = tokens[end + 1];
    const previous = itemAt(tokens, end - 1);
    const capitalNext = next?.kind === 'word' && next.capital && !FUNCTION_WORDS.has(next.lower);
    if (token.sentence !== previous.sentence) break;
    if (
      token.kind === 'word' &&
      token.capital &&
      (!FUNCTION_WORDS.has(token.lower) || isOddSurname(tokens, end, guide))
    )
      end++;
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

/** Whether a quotation is a nickname, short and between two capitals: Robert "Bobby" Scott. */
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

/**
 * Parses a run of capitalised words into a name with its titles, or into a noun phrase if it is a title
 * alone. Returns null for an adjective or a day.
 */
export function parseName(
  body: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
  guide: MentionGuide,
): Mention | null {
  let start = first;
  // Take in lower-case titles before the name: "campaign spokesman Brian Fallon".
  while (start > 0 && first - start < 6 && titleBefore(tokens, start, guide)) start--;
  const beside =
    guide.isStrongCue(tokens[last]?.lower ?? '') || guide.isStrongCue(tokens[first - 1]?.lower ?? '');
  // A lone adjective beside a verb of speech is a surname: "Cuban said".
  const surname = last - first === 1 && beside && SURNAMES.has(itemAt(tokens, first).lower);
  const split = surname ? first : nameStart(tokens, first, last);
  const titles: string[] = [];
  for (let i = start; i < split; i++) titles.push(itemAt(tokens, i).lower.replace(/\.$/, ''));
  const run: Run = { start, split, last, paragraph };
  return split >= last ? titleAlone(tokens, run, guide) : namedRun(body, tokens, run, titles);
}

/** The token range of a run with its titles, end excluded; the name without titles starts at `split`. */
interface Run {
  readonly start: number;
  readonly split: number;
  readonly last: number;
  readonly paragraph: number;
}

/** Parses titles without a name as a noun phrase: "the Senator", "Republicans". */
function titleAlone(
  tokens: readonly Token[],
  { start, last, paragraph }: Run,
  guide: MentionGuide,
): Mention | null {
  // The head of "the Secretary of State" is the office, not "State".
  const office = bareLower(tokens[start]);
  const ofWhat = TITLES.has(office) && tokens[start + 1]?.lower === 'of';
  const head = ofWhat ? office : bareLower(tokens[last - 1]);
  const next = tokens[last];
  const goesOn = next?.kind === 'word' && !next.capital && guide.isSource(next.lower);
  if (!TITLES.has(head) && (goesOn || !guide.isSource(head))) return null;
  const article = tokens[start - 1];
  const opens = article && DETERMINERS.has(article.lower) && article.sentence === tokens[start]?.sentence;
  return bareMention('nominal', tokens, opens ? start - 1 : start, last, paragraph, head);
}

function namedRun(
  body: string,
  tokens: readonly Token[],
  { start, split, last, paragraph }: Run,
  titles: readonly string[],
): Mention {
  const bare: string[] = [];
  for (let i = split; i < last; i++) {
    const { kind, start: from, end } = itemAt(tokens, i);
    if (kind === 'word') bare.push(body.slice(from, end));
  }
  let head = itemAt(tokens, last - 1).lower;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/.test(head) && bare.length > 1) head = (bare.at(-2) ?? '').toLowerCase();
  return bareMention('name', tokens, start, last, paragraph, head.replace(/[.,]$/, ''), bare, titles);
}

function bareLower(token: Token | undefined): string {
  return token?.lower.replace(/\.$/, '') ?? '';
}

function titleBefore(tokens: readonly Token[], start: number, guide: MentionGuide): boolean {
  const before = tokens[start - 1];
  if (before?.kind !== 'word' || before.capital || before.sentence !== tokens[start]?.sentence) return false;
  if (TITLES.has(before.lower) || (guide.isSource(before.lower) && !before.lower.endsWith('s'))) return true;
  // Also take in modifiers of a title that is already in: "campaign", "former", "deputy".
  const taken = tokens[start]?.kind === 'word' && !tokens[start]?.capital;
  return (
    taken &&
    !PREPOSITIONS.has(before.lower) &&
    !FUNCTION_WORDS.has(before.lower) &&
    !guide.isCue(before.lower) &&
    before.lower !== "'s"
  );
}

/** Token index where the bare name starts, after the titles, parties, nations and places that describe it. */
function nameStart(tokens: readonly Token[], first: number, last: number): number {
  let start = first;
  // In the name of a body such as "State Department", the word before the last belongs to the name.
  const namesBody = BODY_NOUNS.has(itemAt(tokens, last - 1).lower) && last - first > 1;
  for (let i = first; i < last; i++) {
    const word = bareLower(tokens[i]);
    if (namesBody && i === last - 2) continue;
    const addressed = i > first && COURTESY.has(bareLower(tokens[i - 1])); // "Ms. White" is no adjective
    const describes = i === start && !addressed && !namesBody && ADJECTIVAL_CAPITALS.has(word);
    if (!TITLES.has(word) && !describes) continue;
    if (i > first && i === last - 1 && isGiven(itemAt(tokens, i - 1).lower)) break; // "Aaron Judge"
    start = behindOffice(tokens, i + 1, last);
    i = start - 1;
  }
  return Math.min(namesBody ? start : givenInside(tokens, start, last), last);
}

/** Token index after the complement of an office: "of State", "to China". */
function behindOffice(tokens: readonly Token[], at: number, last: number): number {
  const word = tokens[at]?.lower;
  let start = at;
  if (word === 'of' || word === 'for') {
    start += tokens[start + 1]?.lower === 'the' ? 3 : 2;
    while (start < last && (OFFICES_OF.has(bareLower(tokens[start])) || tokens[start]?.lower === 'security'))
      start++;
  } else if (word === 'to' && start + 1 < last) {
    start += 2;
    while (start < last && PLACES.has(itemAt(tokens, start).lower)) start++;
  }
  return start;
}

/**
 * Token index of a given name inside a run ("China Nicholas Burns"), where the person's name starts; else
 * `start`.
 */
function givenInside(tokens: readonly Token[], start: number, last: number): number {
  if (last - start < 3) return start;
  for (let i = start + 1; i <= last - 2; i++) {
    const word = itemAt(tokens, i).lower;
    const before = itemAt(tokens, i - 1).lower;
    if (!isGiven(word) || isGiven(before) || /^\p{L}\.?$/u.test(before)) continue;
    if (last - start >= 4 || PLACES.has(before) || BODY_NOUNS.has(before)) return i;
  }
  return start;
}
