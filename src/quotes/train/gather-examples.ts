import type { Span } from '../../text/span.ts';
import { attributeQuotations } from '../find/attribute-quotations.ts';
import { describeCandidate } from '../find/features/describe-candidate.ts';
import { describeSense } from '../find/features/describe-sense.ts';
import { type Candidate, type LastSpeaker, listCandidates } from '../find/features/list-candidates.ts';
import { describeStatement, listStatements, tellingVerbs } from '../find/features/list-statements.ts';
import { type QuotationContext, quotationContext } from '../find/features/quotation-context.ts';
import { statementFeatures } from '../find/features/statement-features.ts';
import { flatSpans } from '../find/marks/flat-spans.ts';
import type { Mention } from '../find/names/mention.ts';
import { type Paragraph, type ParsedArticle, parseArticle } from '../find/reading/parse-article.ts';
import { voteGenders } from '../find/resolve-person.ts';
import { resolvePronouns } from '../find/resolve-pronouns.ts';
import type { QuotationModel } from '../find/words/parse-model.ts';
import { type GoldArticle, type GoldAttribution, type GoldQuote, sameWords } from './gold.ts';
import { goldMention, judge, reportsSame, unquoted } from './judge-options.ts';
import type { Example } from './learn-weights.ts';
import { markStatements } from './mark-statements.ts';
import { type FeatureNumbers, numberFeatures } from './number-features.ts';

/** Training examples of one kind of choice, with the numbering of their features. */
export interface Gathered {
  readonly examples: Example[];
  readonly features: FeatureNumbers;
}

/** Training examples for each part of the model. */
export interface Lessons {
  readonly ranker: Gathered;
  readonly classifier: Gathered;
  readonly indirect: Gathered;
}

export function openGathered(): Gathered {
  return { examples: [], features: numberFeatures() };
}

export function openLessons(): Lessons {
  return { ranker: openGathered(), classifier: openGathered(), indirect: openGathered() };
}

const NONE = new Int32Array(0);

/**
 * Adds one annotated article's choices, parsed with the given rates. The last speaker before a quotation is
 * the one that `reader` finds, or the annotated one when `reader` is null.
 */
export function gatherExamples(
  article: GoldArticle,
  rates: QuotationModel,
  lessons: Lessons,
  reader: QuotationModel | null,
): void {
  const found = reader && foundSpeakers(article.text, reader);
  const reading = parseArticle(article.text, [], rates);
  const statements = unquoted(article);
  let last: LastSpeaker | null = null;
  voteGenders(reading);
  for (const paragraph of reading.paragraphs) {
    resolvePronouns(reading, paragraph, last, rates);
    gatherStatements(article.text, paragraph, statements, lessons.indirect);
    for (const [at, token] of paragraph.tokens.entries())
      if (token.quotation >= 0) {
        const spoke = gatherQuotation(article, reading, paragraph, at, last, rates, lessons);
        last = (found ? speakerAt(found, reading, paragraph, token.quotation) : spoke) ?? last;
      }
  }
}

/** The speaker's mention for each quotation that a model finds, by the offset of the quotation's words. */
function foundSpeakers(text: string, model: QuotationModel): Map<number, Mention | null> {
  const found = attributeQuotations(parseArticle(text, [], model), model);
  return new Map(found.map(({ marks, candidate }) => [marks.inner.start, candidate.mention]));
}

/**
 * Translates the speaker that a model found into this parse of the article; null when the model found no
 * quotation there.
 */
function speakerAt(
  found: ReadonlyMap<number, Mention | null>,
  { paragraphs }: ParsedArticle,
  paragraph: Paragraph,
  quotation: number,
): LastSpeaker | null {
  const speaker = found.get(paragraph.marks[quotation]?.inner.start ?? -1);
  if (speaker === undefined) return null;
  const mention = speaker && paragraphs[speaker.paragraph]?.mentions.find((m) => m.start === speaker.start);
  return { mention: mention ?? null, paragraph: paragraph.index, quotation };
}

function gatherStatements(
  text: string,
  paragraph: Paragraph,
  gold: readonly GoldAttribution[],
  { examples, features }: Gathered,
): void {
  for (const cue of tellingVerbs(paragraph)) {
    const readings = listStatements(text, paragraph, cue);
    if (!readings.length) continue;
    const right = readings.map((r) => gold.some((g) => reportsSame(text, r, g)));
    const options = readings.map((r) => features.number(describeStatement(paragraph, r)));
    examples.push({ options: [NONE, ...options], right: [!right.includes(true), ...right] });
  }
}

/**
 * Adds one quotation's two choices, for the classifier and the ranker, and returns its annotated speaker;
 * null when it is not annotated as a quotation.
 */
function gatherQuotation(
  article: GoldArticle,
  reading: ParsedArticle,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
  rates: QuotationModel,
  { ranker, classifier }: Lessons,
): LastSpeaker | null {
  const quotation = paragraph.tokens[at]?.quotation ?? -1;
  const marks = paragraph.marks[quotation];
  if (!marks) return null;
  const context = quotationContext(reading, paragraph, at, last, rates);
  const gold = goldQuote(article, marks.inner);
  const sense = describeSense(context);
  classifier.examples.push({
    options: [NONE, classifier.features.number([...statementFeatures(context), ...sense.names])],
    amounts: sense.amounts,
    right: [!gold, gold !== undefined],
  });
  const candidates = listCandidates(reading, paragraph, at, last);
  if (!gold) {
    // Titles and scare quotes have no speaker. The ranker learns to choose nobody, which in turn is a sign of
    // them.
    if (candidates.length > 1)
      ranker.examples.push({
        options: candidates.map((c) => ranker.features.number(describeCandidate(context, c))),
        right: candidates.map((c) => c.mention === null),
      });
    return null;
  }
  const judged = judge(candidates, gold);
  pushChoice(context, candidates, judged, 1, ranker);
  const mention = goldMention(reading, paragraph, candidates, judged, gold);
  return { mention, paragraph: paragraph.index, quotation };
}

/**
 * The annotated quotation that covers the same words, or their beginning when they contain another quotation
 * in marks.
 */
function goldQuote(
  { text, quotes }: Pick<GoldArticle, 'text' | 'quotes'>,
  words: Span,
): GoldQuote | undefined {
  const [first = words] = flatSpans(text, words);
  return quotes.find((q) => sameWords(text, words, q) >= 0.8 || sameWords(text, first, q) >= 0.8);
}

function pushChoice(
  context: QuotationContext,
  candidates: readonly Candidate[],
  judged: readonly (boolean | null)[],
  weight: number,
  { examples, features }: Gathered,
): void {
  const used = candidates.filter((_, i) => judged[i] !== null);
  if (!judged.includes(true) || used.length < 2) return;
  examples.push({
    options: used.map((c) => features.number(describeCandidate(context, c))),
    right: judged.filter((j) => j !== null),
    weight,
  });
}

/**
 * Weight of a synthetic quotation relative to a real one, and the number of copies of each article; both
 * chosen by cross-validation.
 */
const MADE_WEIGHT = 0.2;
const COPIES = 2;

/**
 * Adds ranker examples from one article's reported statements, as if some of their words were in quotation
 * marks.
 */
export function gatherMade(
  article: GoldArticle,
  seed: number,
  rates: QuotationModel,
  { ranker }: Lessons,
): void {
  for (let copy = 0; copy < COPIES; copy++) {
    const made = markStatements(article, seed + copy * 99_991);
    const reading = parseArticle(made.text, [], rates);
    let last: LastSpeaker | null = null;
    voteGenders(reading);
    for (const paragraph of reading.paragraphs) {
      resolvePronouns(reading, paragraph, last, rates);
      for (const [at, { quotation }] of paragraph.tokens.entries()) {
        const marks = paragraph.marks[quotation];
        const gold = marks && goldQuote(made, marks.inner);
        if (!gold) continue;
        const candidates = listCandidates(reading, paragraph, at, last);
        const judged = judge(candidates, gold);
        if (made.made.has(gold.id))
          pushChoice(
            quotationContext(reading, paragraph, at, last, rates),
            candidates,
            judged,
            MADE_WEIGHT,
            ranker,
          );
        else
          last = {
            mention: goldMention(reading, paragraph, candidates, judged, gold),
            paragraph: paragraph.index,
            quotation,
          };
      }
    }
  }
}
