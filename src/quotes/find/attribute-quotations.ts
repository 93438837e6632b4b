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

/** A quotation in marks with the speaker that the ranker chose. */
export interface Attributed {
  readonly paragraph: Paragraph;
  readonly marks: MarkedWords;
  readonly context: QuotationContext;
  readonly candidate: Candidate;
  /** Probability that the words are a statement and the candidate its speaker, 0 to 1. */
  readonly probability: number;
  /** All candidates of the choice; `totals` holds their probabilities in this order, see `Choice`. */
  readonly candidates: readonly Candidate[];
  readonly totals: readonly number[];
}

/** Minimum probability of a statement. Below it, words in marks count as a title, a term or a scare quote. */
const KEEP = 0.5;
/**
 * The probability of a statement combines two log odds: the statement classifier's score and the ranker's log
 * odds that somebody spoke. These are the two weights, and the ranker's log odds that change nothing. They
 * are fitted on articles that the models had not seen, so that the result is a true probability.
 */
const CLASSIFIER_WEIGHT = 0.65;
const SPOKEN_WEIGHT = 0.2;
const SPOKEN_USUAL = 1;
/** Minimum divisor when a speaker's probability is conditioned on somebody having spoken. */
const LEAST_SPOKEN = 0.3;

/** Finds the statements in marks of an article, each with its likeliest speaker, in text order. */
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
      // If "nobody" is the only candidate, the ranker says nothing about whether the words are a statement.
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

/** Log odds that words in marks are a statement rather than a title, a term or a scare quote. */
function statementScore(context: QuotationContext): number {
  const { classifier } = context.model;
  const { names, amounts } = describeSense(context);
  return sumWeights(classifier, statementFeatures(context)) + sumWeightedAmounts(classifier, names, amounts);
}

/**
 * Replaces an outlet that relays a quotation by the speaker. In `"…," Sullivan said Monday, according to the
 * Post`, Sullivan is the speaker and the Post only printed the words.
 */
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
  /** Probability that the speaker is none of the people and bodies that the text names. */
  readonly nobody: number;
  /** For each candidate, the summed probability of all mentions of that person. */
  readonly totals: readonly number[];
}

/** Chooses the likeliest candidate. The probabilities of all mentions of one person are added. */
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
