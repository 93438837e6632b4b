import { itemAt } from '../../../text/item-at.ts';
import {
  ADVERBS,
  DETERMINERS,
  FUNCTION_WORDS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from '../words/lexicon.ts';
import type { Token } from '../words/tokenize.ts';
import { bareMention } from './bare-mention.ts';
import { linkAppositive, linkOpeningAppositive } from './link-appositives.ts';
import type { Mention, MentionGuide } from './mention.ts';
import { nameRunEnd, parseName } from './parse-name.ts';
import { isHeadNoun, parseNominal } from './parse-nominal.ts';

/** Finds the mentions of one paragraph, in text order. The words inside quotations are not searched. */
export function findMentions(
  body: string,
  tokens: readonly Token[],
  paragraph: number,
  guide: MentionGuide,
): Mention[] {
  const mentions: Mention[] = [];
  const add = (mention: Mention) => {
    linkAppositive(tokens, mentions, mention);
    linkOpeningAppositive(tokens, mentions, mention);
    mentions.push(mention);
  };
  let at = 0;
  while (at < tokens.length) {
    const run = nameRunEnd(tokens, at, guide);
    const known = guide.bodyEnd(tokens, at);
    if (known > run) {
      add(knownBody(body, tokens, at, known, paragraph));
      at = known;
      continue;
    }
    if (run > at) {
      const mention = parseName(body, tokens, at, run, paragraph, guide);
      if (mention) {
        // "Obama adviser David Axelrod" is one mention: drop the separate mention of Obama.
        const owner = mentions.at(-1);
        if (mention.first < at && owner?.kind === 'name' && owner.last === mention.first) mentions.pop();
        add(mention);
        at = Math.max(run, mention.last);
      } else at = run;
      continue;
    }
    const token = itemAt(tokens, at);
    if (token.kind === 'word') {
      const last = mentions.at(-1);
      const little = FUNCTIONAL.has(token.lower) ? littleWord(tokens, at, guide, last) : null;
      if (little) add(bareMention(little, tokens, at, at + 1, paragraph, token.lower));
      else if (isHeadNoun(tokens, at, guide) || isUnknownSubject(tokens, at, guide)) {
        const mention = parseNominal(body, tokens, at, paragraph, guide, last);
        if (last && mention.first <= last.first && last.kind !== 'pronoun') mentions.pop();
        add(mention);
      }
    }
    at++;
  }
  return mentions;
}

/** The mention of a roster body that the text may print without capitals: "Larnwick port authority". */
function knownBody(
  body: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
): Mention {
  const bare = tokens.slice(first, last).map((t) => body.slice(t.start, t.end));
  return { ...bareMention('name', tokens, first, last, paragraph, tokens[last - 1]?.lower ?? ''), bare };
}

const QUANTIFIERS = new Set('another one many some several both others most'.split(' '));

const FUNCTIONAL = new Set([...SUBJECT_PRONOUNS, ...RELATIVES, ...POSSESSIVES, ...QUANTIFIERS]);

/** Whether a possessive comes before a noun of speech: "his claim that", "her call for". */
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

const LEADS = new Set(
  'the a an one two three four this these those his her its their another some many several most few no every each both former'.split(
    ' ',
  ),
);
const ORDINALS = new Set('first second third last next more'.split(' '));
const ARTICLES = new Set('the a an this his her its their another'.split(' '));

/**
 * Whether a noun that is in no list speaks, because it is between a determiner and a verb of speech: "the
 * 46-year-old said", "said the 46-year-old".
 */
function isUnknownSubject(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const spoken = isSpoken(tokens, at, guide);
  if (!spoken && !closesPhrase(tokens, at)) return false;
  const token = itemAt(tokens, at);
  const before = tokens[at - 1];
  const led = before?.sentence === token.sentence && ARTICLES.has(before.lower);
  // "the note says": a word after an article is a noun, even if it can be a verb.
  if (!(led && spoken) && (FUNCTION_WORDS.has(token.lower) || guide.isCue(token.lower))) return false;
  for (let i = at - 1; i >= at - 6; i--) {
    const word = tokens[i];
    if (word?.kind !== 'word' || word.sentence !== token.sentence) return false;
    if (LEADS.has(word.lower) || /^\d/.test(word.lower)) {
      if (spoken || guide.isStrongCue(tokens[i - 1]?.lower ?? '')) return true;
      if (ARTICLES.has(word.lower)) return false;
    } else if (ORDINALS.has(word.lower)) continue;
    if (FUNCTION_WORDS.has(word.lower) || PREPOSITIONS.has(word.lower) || guide.isCue(word.lower))
      return false;
  }
  return false;
}

/** Whether a verb of speech follows, perhaps after auxiliaries and adverbs: "has since dubbed". */
function isSpoken(tokens: readonly Token[], at: number, guide: MentionGuide): boolean {
  const sentence = tokens[at]?.sentence;
  for (let next = at + 1, n = 0; n < 3; next++, n++) {
    const { lower = '', sentence: own = -1 } = tokens[next] ?? {};
    if (own !== sentence) return false;
    // This runs for every word of a text; two lookups rule out most words.
    if (guide.isCue(lower) && (guide.isStrongCue(lower) || besideQuotation(tokens, next))) return true;
    if (!ADVERBS.has(lower)) return false;
  }
  return false;
}

/**
 * Whether words in marks follow a verb or precede its clause: "the crowd chanted, “…”", "“…” the two write".
 */
function besideQuotation(tokens: readonly Token[], verb: number): boolean {
  const sign = /^[,:]$/.test(tokens[verb + 1]?.lower ?? '') ? 1 : 0;
  if (tokens[verb + 1 + sign]?.kind === 'quotation') return true;
  const { sentence } = itemAt(tokens, verb);
  for (let i = verb - 1; i >= verb - 6 && tokens[i]?.sentence === sentence; i--)
    if (tokens[i]?.kind !== 'word') return tokens[i]?.kind === 'quotation';
  return false;
}

/** Whether a phrase ends at a token; a relative clause may follow: "said one former executive *who* …". */
function closesPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind !== 'word' || next.sentence !== tokens[at]?.sentence || RELATIVES.has(next.lower);
}

/** The kind of mention that a pronoun, possessive or quantifier is, or null if it is none. */
function littleWord(
  tokens: readonly Token[],
  at: number,
  guide: MentionGuide,
  last: Mention | undefined,
): Mention['kind'] | null {
  const { lower } = itemAt(tokens, at);
  if (SUBJECT_PRONOUNS.has(lower)) return isContractionOf(tokens, at) ? null : 'pronoun';
  if (RELATIVES.has(lower))
    return last && at - last.last <= 12 && !isObject(tokens[at + 1]) ? 'relative' : null;
  if (POSSESSIVES.has(lower) && speaksOf(tokens, at, guide)) return 'pronoun';
  return QUANTIFIERS.has(lower) && besideVerb(tokens, at, guide) ? 'nominal' : null;
}

/**
 * Whether a relative pronoun is an object: its clause has another subject, as in "… which *the* board added".
 */
function isObject(next: Token | undefined): boolean {
  return next !== undefined && (DETERMINERS.has(next.lower) || SUBJECT_PRONOUNS.has(next.lower));
}

function isContractionOf(tokens: readonly Token[], at: number): boolean {
  // "it's" rarely speaks; "he's said" does.
  return tokens[at]?.lower === 'it' && tokens[at + 1]?.lower === "'s";
}
