import type { RosterEntry } from '../../../kernel/roster.ts';
import type { Span } from '../../../text/span.ts';
import { type MarkedWords, pairMarks } from '../marks/pair-marks.ts';
import { pairSingleMarks, usesSingleMarks } from '../marks/pair-single-marks.ts';
import { findMentions } from '../names/find-mentions.ts';
import { indexBodies } from '../names/index-roster.ts';
import type { Entity, Mention, MentionGuide } from '../names/mention.ts';
import { resolveEntities } from '../names/resolve-entities.ts';
import { SOURCE_NOUNS } from '../words/lexicon.ts';
import type { QuotationModel } from '../words/parse-model.ts';
import { splitSentences } from '../words/split-sentences.ts';
import { LONGEST_KEPT, type Token, tokenize } from '../words/tokenize.ts';
import { classify } from './shape-words.ts';

export interface Paragraph {
  readonly index: number;
  readonly span: Span;
  readonly marks: readonly MarkedWords[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** One class for each token, from `classify` in `shape-words.ts`. */
  readonly classes: readonly string[];
  /** Whether most of its long words start with a capital, as in a headline between paragraphs of prose. */
  readonly titled: boolean;
}

/** The body of an article, split into paragraphs with tokens, mentions and entities. */
export interface ParsedArticle {
  readonly body: string;
  readonly paragraphs: readonly Paragraph[];
  readonly entities: readonly Entity[];
  /** The bodies that noun phrases stand for, by key. `bodyOf` adds to it while pronouns are resolved. */
  readonly bodies: Map<string, Entity>;
}

/** A learned noun above this rate counts as a possible speaker. */
const SOURCE_RATE = 0.12;
/** A word above this cue rate counts as a verb of speech. */
const CUE_RATE = 0.15;

/** A word above this cue rate counts as a verb of speech without regard to the words beside it. */
const STRONG_RATE = 0.5;

export function parseArticle(
  body: string,
  roster: readonly RosterEntry[],
  model: QuotationModel,
): ParsedArticle {
  const seen: Seen = { lower: new Set(), name: new Set() };
  const facts = wordFacts(model);
  const cut = cutParagraphs(body, seen, (word) => facts(word).cue > STRONG_RATE);
  const bodies = indexBodies(roster);
  const { classes } = memoryOf(model);
  const guide: MentionGuide = {
    lowerSeen: seen.lower,
    nameSeen: seen.name,
    isSource: (word) => facts(word).source,
    bodyEnd: (tokens, at) => knownBodyEnd(bodies.endAt(tokens, at), tokens, at, facts),
    isCue: (word) => facts(word).cue > CUE_RATE,
    isStrongCue: (word) => facts(word).cue > STRONG_RATE,
    isSpeechNoun: (word) => facts(word).speech,
  };
  const paragraphs = cut.map((p): Paragraph => {
    const mentions = findMentions(body, p.tokens, p.index, guide);
    return { ...p, mentions, classes: classify(p.tokens, mentions, model, classes) };
  });
  const prose = paragraphs.filter((p) => !p.titled);
  const entities = resolveEntities(
    [...prose, ...paragraphs.filter((p) => p.titled)].flatMap((p) => p.mentions),
    roster,
  );
  return { body, paragraphs, entities, bodies: new Map() };
}

type CutParagraph = Omit<Paragraph, 'mentions' | 'classes'>;

/**
 * The words that an article prints in lower case (`lower`), and with a capital inside a sentence (`name`).
 */
interface Seen {
  readonly lower: Set<string>;
  readonly name: Set<string>;
}

function cutParagraphs(body: string, seen: Seen, isTold: (word: string) => boolean): CutParagraph[] {
  const cut: CutParagraph[] = [];
  let open = false;
  const pair = usesSingleMarks(body) ? pairSingleMarks : pairMarks;
  for (const span of paragraphSpans(body)) {
    const marks = pair(body, span, open);
    open = marks.at(-1)?.open ?? false;
    const tokens = tokenize(body, span, marks);
    splitSentences(body, tokens);
    cut.push({ index: cut.length, span, marks, tokens, titled: noteWords(tokens, marks, seen, isTold) });
  }
  return cut;
}

/** Adds the words of a paragraph to `seen` and returns whether the paragraph is titled. */
function noteWords(
  tokens: readonly Token[],
  marks: readonly MarkedWords[],
  seen: Seen,
  isTold: (word: string) => boolean,
): boolean {
  let capitals = 0;
  let long = 0;
  const inside: string[] = [];
  let before: Token | null = null;
  for (const token of tokens) {
    if (token.kind === 'word') {
      if (!token.capital) seen.lower.add(token.lower);
      else if (before !== null && before.kind === 'word' && before.sentence === token.sentence)
        inside.push(token.lower);
      if (token.end - token.start > 3) {
        long++;
        if (token.capital) capitals++;
      }
    }
    before = token;
  }
  const speaks = marks.some(({ inner }) => inner.end - inner.start > 60);
  // With a verb of speech, capitals are no headline: "Harbour Commissioner Nora Vance called it a shame".
  const told = () => tokens.some((t) => t.kind === 'word' && !t.capital && isTold(t.lower));
  const titled = !speaks && long >= 3 && capitals > 0.75 * long && !told();
  if (!titled) for (const word of inside) seen.name.add(word);
  return titled;
}

/**
 * The end of a roster body; `at` if the phrase goes on to a person, as in "the port authority *spokesman*".
 */
function knownBodyEnd(
  end: number,
  tokens: readonly Token[],
  at: number,
  facts: (word: string) => WordFacts,
): number {
  const next = end > at ? tokens[end] : undefined;
  const goesOn = next?.kind === 'word' && next.sentence === tokens[at]?.sentence;
  return goesOn && (next.capital || facts(next.lower).source) ? at : end;
}

interface WordFacts {
  readonly source: boolean;
  readonly cue: number;
  readonly speech: boolean;
}

/** Cache of what a model says about words, shared between articles. */
interface Memory {
  readonly facts: Map<string, WordFacts>;
  readonly classes: Map<string, string>;
}

const memories = new WeakMap<QuotationModel, Memory>();
/** Size in words above which a cache is cleared when the next article begins, to bound its memory. */
const MOST_KEPT = 20_000;

function memoryOf(model: QuotationModel): Memory {
  let memory = memories.get(model);
  if (!memory) {
    memory = { facts: new Map(), classes: new Map() };
    memories.set(model, memory);
  }
  if (memory.facts.size > MOST_KEPT) memory.facts.clear();
  if (memory.classes.size > MOST_KEPT) memory.classes.clear();
  return memory;
}

/** Returns a cached lookup of what the model knows about a word. */
function wordFacts(model: QuotationModel): (word: string) => WordFacts {
  const { facts: known } = memoryOf(model);
  const { cues, sources } = model;
  return (word) => {
    let facts = known.get(word);
    if (!facts) {
      const cue = cues.get(word) ?? 0;
      const source = sources.get(word) ?? 0;
      facts = {
        source: SOURCE_NOUNS.has(word) || source > SOURCE_RATE,
        cue,
        speech: cue > 0.05 || source > 0.05,
      };
      if (word.length <= LONGEST_KEPT && known.size < 2 * MOST_KEPT) known.set(word, facts);
    }
    return facts;
  };
}

/** The spans of the lines that are not blank. */
function paragraphSpans(body: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start <= body.length) {
    const newline = body.indexOf('\n', start);
    const end = newline < 0 ? body.length : newline;
    if (body.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}
