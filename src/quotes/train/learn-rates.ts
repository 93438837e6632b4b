import { pairMarks } from '../find/marks/pair-marks.ts';
import {
  ADVERBS,
  DETERMINERS,
  FUNCTION_WORDS,
  PREPOSITIONS,
  PRONOUNS,
  VERBS_OF_SPEECH,
} from '../find/words/lexicon.ts';
import { type Token, tokenize } from '../find/words/tokenize.ts';
import { fragmentsOf, type GoldArticle, overlaps } from './gold.ts';

export interface Rates {
  readonly cues: Map<string, number>;
  readonly sources: Map<string, number>;
  readonly quoted: Map<string, number>;
}

const LEAST = 3;
/**
 * A verb of speech that occurs less often gets at least the second number as its rate, because the corpus has
 * too little evidence.
 */
const WELL_KNOWN = 12;
const UNLEARNED = 0.4;

/**
 * Learns three rates: how often each word outside quotation marks opens a cue, how often such a cue has words
 * in marks, and how often each noun heads a source.
 */
export function learnRates(articles: readonly GoldArticle[]): Rates {
  const seen = new Map<string, number>();
  const cue = new Map<string, number>();
  const source = new Map<string, number>();
  const quoting = new Map<string, number>();
  for (const article of articles) {
    const tokens = outsideMarks(article.text);
    for (const token of tokens) add(seen, token.lower);
    const inSpan = spanWords(tokens);
    const withMarks = new Set(article.quotes.map((q) => q.attribution));
    for (const { id, cue: c, source: s } of article.attributions) {
      if (c)
        for (const span of fragmentsOf(c).slice(0, 1)) {
          const verb = inSpan(span).find((t) => isPlain(t.lower));
          if (verb) add(cue, verb.lower);
          if (verb && withMarks.has(id)) add(quoting, verb.lower);
        }
      if (s)
        for (const span of fragmentsOf(s).slice(0, 1)) {
          const head = headOf(inSpan(span));
          if (head) add(source, head);
        }
    }
  }
  const cues = rates(cue, seen);
  for (const word of VERBS_OF_SPEECH)
    if ((seen.get(word) ?? 0) < WELL_KNOWN) cues.set(word, Math.max(UNLEARNED, cues.get(word) ?? 0));
  const quoted = [...cues.keys()].map((word): [string, number] => {
    const share = ((quoting.get(word) ?? 0) + 0.5) / ((cue.get(word) ?? 0) + 2);
    return [word, Math.round(100 * share) / 100];
  });
  return { cues, sources: rates(source, seen), quoted: new Map(quoted) };
}

/** Words of speech that are also in the lists of function words. */
const SPEECH_WORDS = new Set('according told says said saying tell say asked'.split(' '));

function isPlain(word: string): boolean {
  if (!/^[a-z][a-z-]+$/.test(word)) return false;
  return SPEECH_WORDS.has(word) || !(FUNCTION_WORDS.has(word) || ADVERBS.has(word));
}

/**
 * The head noun of a source: the last word before a preposition, pronoun or punctuation; null when it is no
 * lower-case content word.
 */
function headOf(words: readonly Token[]): string | null {
  let head: Token | null = null;
  for (const word of words) {
    if (word.kind !== 'word') break;
    if (PREPOSITIONS.has(word.lower) || PRONOUNS.has(word.lower)) break;
    if (DETERMINERS.has(word.lower)) continue;
    head = word;
  }
  return head && !head.capital && /^[a-z][a-z-]+$/.test(head.lower) && !FUNCTION_WORDS.has(head.lower)
    ? head.lower
    : null;
}

function outsideMarks(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    tokens.push(...tokenize(text, span, pairMarks(text, span, false)));
  }
  return tokens;
}

function spanWords(tokens: readonly Token[]): (span: { start: number; end: number }) => Token[] {
  return (span) => tokens.filter((t) => t.kind !== 'quotation' && overlaps(t, span));
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function rates(counts: ReadonlyMap<string, number>, seen: ReadonlyMap<string, number>): Map<string, number> {
  const kept = [...counts]
    .filter(([, n]) => n >= LEAST)
    .map(([word, n]): [string, number] => [word, Math.round((100 * n) / ((seen.get(word) ?? 0) + 2)) / 100])
    .filter(([, rate]) => rate >= 0.05);
  return new Map(
    kept.map(([w, r]): [string, number] => [w, Math.min(1, r)]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
