import { itemAt } from '../../text/item-at.ts';
import { describeCandidate } from './features/describe-candidate.ts';
import { describeSense } from './features/describe-sense.ts';
import { type Candidate, type LastSpeaker, listCandidates } from './features/list-candidates.ts';
import { type QuotationContext, quotationContext } from './features/quotation-context.ts';
import { statementFeatures } from './features/statement-features.ts';
import type { MarkedWords } from './marks/pair-marks.ts';
import type { Paragraph, ParsedArticle } from './reading/parse-article.ts';
import { voteGenders } from './resolve-person.ts';
import { resolvePronouns } from './resolve-pronouns.ts';
import type { QuotationModel } from './words/parse-model.ts';
import { logistic, logOdds, softmax, sumWeightedAmounts, sumWeights } from './words/score-features.ts';

/** A quotation with the answer the ranker gave. */
export interface Attributed {
  readonly paragraph: Paragraph;
  readonly marks: MarkedWords;
  readonly context: QuotationContext;
  readonly candidate: Candidate;
  /** That these words are a statement, and this its speaker. */
  readonly probability: number;
  /** Everyone it was chosen from, with what the ranker gave them. */
  readonly candidates: readonly Candidate[];
  readonly totals: readonly number[];
}

/** Below this the words in marks are taken for a title, a term or a scare quote. */
const KEEP = 0.5;
/**
 * How much the keeper's own score counts, how much the ranker's belief that somebody spoke, and the belief that changes nothing (log odds);
 * fitted on models that had not seen the articles, so that the probability is one.
 */
const CLASSIFIER_WEIGHT = 0.65;
const SPOKEN_WEIGHT = 0.2;
const SPOKEN_USUAL = 1;
/** What the probability of a speaker is divided by at the least, given that somebody spoke. */
const LEAST_SPOKEN = 0.3;

/** Each quotation in marks of an article with its likeliest speaker, in order. */
export function attributeQuotations(article: ParsedArticle, model: QuotationModel): Attributed[] {
  const found: Attributed[] = [];
  voteGenders(article);
  let last: LastSpeaker | null = null;
  for (const paragraph of article.paragraphs) {
    resolvePronouns(article, paragraph, last, model);
    if (!paragraph.marks.length) continue;
    for (let at = 0; at < paragraph.tokens.length; at++) {
      const token = itemAt(paragraph.tokens, at);
      const marks = token.quotation < 0 ? undefined : paragraph.marks[token.quotation];
      if (!marks) continue;
      const context = quotationContext(article, paragraph, at, last, model);
      const candidates = listCandidates(article, paragraph, at, last);
      const choice = choose(context, candidates);
      const spoken = 1 - choice.nobody;
      // Where nobody is named at all, that nobody spoke says nothing of the words.
      const usual = candidates.length > 1 ? logOdds(spoken) - SPOKEN_USUAL : 0;
      const kept = logistic(CLASSIFIER_WEIGHT * statementScore(context) + SPOKEN_WEIGHT * usual);
      if (kept < KEEP) continue;
      const { candidate, probability } = firstHand(context, choice, candidates);
      const likely = Math.min(1, probability / Math.max(LEAST_SPOKEN, spoken));
      const { totals } = choice;
      found.push({ paragraph, marks, context, candidate, probability: kept * likely, candidates, totals });
      last = { mention: candidate.mention, paragraph: paragraph.index, quotation: token.quotation };
    }
  }
  return found;
}

/** How much more words in marks look like a statement than like a title, a term or a scare quote. */
function statementScore(context: QuotationContext): number {
  const { classifier } = context.model;
  const { names, amounts } = describeSense(context);
  return sumWeights(classifier, statementFeatures(context)) + sumWeightedAmounts(classifier, names, amounts);
}

/** "…," Sullivan said Monday, according to the Post: the words are Sullivan's, the Post is where they were read. */
function firstHand(context: QuotationContext, chosen: Choice, candidates: readonly Candidate[]): Choice {
  const { tokens, classes } = context.paragraph;
  const relay = chosen.candidate.mention;
  if (relay?.paragraph !== context.paragraph.index || relay.first < context.at + 4) return chosen;
  const lead = /^(?:the|a|an)$/.test(tokens[relay.first - 1]?.lower ?? '') ? relay.first - 1 : relay.first;
  if (tokens[lead - 1]?.lower !== 'to' || classes[lead - 2] !== 'A') return chosen;
  const speaker = candidates.find(({ mention: m }) => {
    if (!m || m.paragraph !== relay.paragraph || m.first <= context.at || m.first >= relay.first)
      return false;
    if (m.kind !== 'name' && m.kind !== 'pronoun') return false;
    const said = m.first === context.at + 1 && verbIn(classes, m.last, relay.first);
    return said || (m.first === context.at + 2 && /^[Vv]$/.test(classes[context.at + 1] ?? ''));
  });
  return speaker ? { ...chosen, candidate: speaker } : chosen;
}

function verbIn(classes: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^[Vv]$/.test(classes[i] ?? '')) return true;
  return false;
}

interface Choice {
  readonly candidate: Candidate;
  readonly probability: number;
  /** That nobody the text names said it. */
  readonly nobody: number;
  /** The probability of each, mentions of one person together. */
  readonly totals: readonly number[];
}

/** The likeliest candidate; mentions of one person count together. */
function choose(context: QuotationContext, candidates: readonly Candidate[]): Choice {
  const scores: number[] = [];
  for (const candidate of candidates)
    scores.push(sumWeights(context.model.ranker, describeCandidate(context, candidate)));
  const chances = softmax(scores);
  const totals: number[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const entity = candidates[i]?.mention?.entity;
    let total = entity ? 0 : (chances[i] ?? 0);
    if (entity)
      for (let j = 0; j < candidates.length; j++)
        if (candidates[j]?.mention?.entity === entity) total += chances[j] ?? 0;
    totals.push(total);
  }
  let best = 0;
  for (let i = 1; i < candidates.length; i++) {
    const [t, b] = [totals[i] ?? 0, totals[best] ?? 0];
    if (t > b + 1e-12 || (Math.abs(t - b) <= 1e-12 && (chances[i] ?? 0) > (chances[best] ?? 0))) best = i;
  }
  return {
    candidate: itemAt(candidates, best),
    probability: totals[best] ?? 0,
    nobody: chances.at(-1) ?? 0,
    totals,
  };
}
