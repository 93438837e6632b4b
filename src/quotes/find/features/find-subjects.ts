import { itemAt } from '../../../text/item-at.ts';
import type { Mention } from '../names/mention.ts';
import type { Paragraph } from '../reading/parse-article.ts';
import { isSpeech } from '../reading/shape-words.ts';
import { PREPOSITIONS } from '../words/lexicon.ts';
import { firstFrom } from './list-candidates.ts';

/**
 * The subject of a verb, and the evidence: right before the verb, before an aside, shared through "and", main
 * subject of a participle, and so on.
 */
export interface Subject {
  readonly mention: Mention | null;
  readonly how: 'beside' | 'aside' | 'and' | 'ing' | 'to' | 'by' | 'near' | 'none';
}

const NONE: Subject = { mention: null, how: 'none' };
const REACH = 40;
const ASIDE = 24;

/**
 * Returns the token index at which a clause resumes after a mention and its asides: a tag in brackets, a
 * phrase between commas, "of the council". Returns -1 if the mention is a possessor ("'s").
 */
export function resumesAt({ tokens, classes, mentions }: Paragraph, m: Mention): number {
  let at = m.last;
  for (let n = 0; n < 4; n++) {
    const token = tokens[at];
    if (!token || token.sentence !== m.sentence) return at;
    if (token.lower === "'s") return -1;
    if (classes[at] === 'a') at++;
    else if (token.lower === '(') {
      const close = closing(tokens, at, ')', 12);
      if (close < 0) return at;
      at = close + 1;
    } else if (token.lower === ',') {
      const close = closing(tokens, at, ',', ASIDE);
      if (close < 0 || classes[at + 1] === 'P' || /^(?:[NnPR]|and|but)$/.test(classes[close + 1] ?? ''))
        return at;
      at = close + 1;
    } else if (PREPOSITIONS.has(token.lower)) {
      const next = mentions[firstFrom(mentions, at + 1)];
      if (!next || next.first - at > 3 || next.sentence !== m.sentence) return at;
      at = next.last;
    } else return at;
  }
  return at;
}

function closing(tokens: Paragraph['tokens'], open: number, sign: string, reach: number): number {
  const sentence = tokens[open]?.sentence;
  for (let i = open + 1; i < open + reach; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence || token.kind === 'quotation') return -1;
    if (token.lower === sign) return i;
  }
  return -1;
}

/** Guesses the subject of the verb at a token from the words before it. */
export function subjectOf(paragraph: Paragraph, verb: number): Subject {
  const { tokens, classes, mentions } = paragraph;
  const sentence = tokens[verb]?.sentence;
  let at = verb - 1;
  while (
    at >= 0 &&
    verb - at < 8 &&
    tokens[at]?.sentence === sentence &&
    /^[ab]$|^not$/.test(classes[at] ?? '')
  )
    at--;
  const before = tokens[at];
  if (!before || before.sentence !== sentence || before.kind === 'quotation') return NONE;
  const split = firstFrom(mentions, verb);
  const earlier: Mention[] = [];
  for (let i = split - 1; i >= 0 && mentions[i]?.sentence === sentence && earlier.length < 8; i--)
    earlier.push(itemAt(mentions, i));
  const beside = earlier[0]?.last === at + 1 ? earlier[0] : undefined;
  const over = earlier.findLast((m) => {
    const on = resumesAt(paragraph, m);
    return on > at && on <= verb;
  });
  if (over) return { mention: over, how: over === beside ? 'beside' : 'aside' };
  if (beside) return { mention: beside, how: 'beside' };
  const word = before.lower;
  const ing = /ing$/.test(tokens[verb]?.lower ?? '');
  if (ing && (word === ',' || word === '—' || word === '-'))
    return { mention: mainSubject(paragraph, verb), how: 'ing' };
  if (word === 'and' || word === 'but' || word === 'or' || word === 'then' || word === ',')
    return { mention: sharedSubject(paragraph, at), how: 'and' };
  if (word === 'to') return { mention: sharedSubject(paragraph, at), how: 'to' };
  if (ing) return { mention: mainSubject(paragraph, verb), how: 'by' };
  return earlier[0] ? { mention: earlier[0], how: 'near' } : NONE;
}

/** The subject of the verb of speech before a conjunction, else the main subject of the sentence. */
function sharedSubject(paragraph: Paragraph, at: number): Mention | null {
  const { tokens, classes } = paragraph;
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1, n = 0; n < REACH && tokens[i]?.sentence === sentence; i--, n++)
    if (isSpeech(classes[i]) && !/^[GgA]$/.test(classes[i] ?? '')) {
      const { mention, how } = beforeOnly(paragraph, i);
      if (how !== 'none') return mention;
    }
  return mainSubject(paragraph, at);
}

/** The mention right before a verb, where asides do not count. */
function beforeOnly(paragraph: Paragraph, verb: number): Subject {
  const { mentions, tokens } = paragraph;
  const split = firstFrom(mentions, verb);
  for (let i = Math.max(0, split - 8); i < split; i++) {
    const m = itemAt(mentions, i);
    if (m.sentence !== tokens[verb]?.sentence) continue;
    const on = resumesAt(paragraph, m);
    if (on >= 0 && on <= verb && verb - on <= 3) return { mention: m, how: 'beside' };
  }
  return NONE;
}

/** The first mention of a sentence that is neither after a preposition nor a possessor. */
function mainSubject({ tokens, mentions }: Paragraph, verb: number): Mention | null {
  const sentence = tokens[verb]?.sentence ?? -1;
  const split = firstFrom(mentions, verb);
  let first = split;
  while (first > 0 && mentions[first - 1]?.sentence === sentence && split - first < 12) first--;
  for (let i = first; i < split; i++) {
    const m = itemAt(mentions, i);
    const before = tokens[m.first - 1];
    const lead = before && /^(?:the|a|an)$/.test(before.lower) ? tokens[m.first - 2] : before;
    if (lead && lead.sentence === sentence && PREPOSITIONS.has(lead.lower)) continue;
    if (tokens[m.last]?.lower === "'s") continue;
    return m;
  }
  return null;
}
