import { describeCandidate } from './features/describe-candidate.ts';
import { describeSense } from './features/describe-sense.ts';
import { describeWords } from './features/keep-quotation.ts';
import { type Candidate, type LastSpeaker, listCandidates } from './features/list-candidates.ts';
import { type Scene, setScene } from './features/set-scene.ts';
import type { MarkedWords } from './marks/pair-marks.ts';
import type { Paragraph, Reading } from './reading/read-article.ts';
import { resolvePronouns, voteGenders } from './resolve-pronouns.ts';
import type { Token } from './words/cut-words.ts';
import type { QuotationModel } from './words/read-model.ts';
import { logistic, logOdds, softmax, weigh, weighAmounts } from './words/weigh.ts';

/** A quotation with the answer the ranker gave. */
export interface Attributed {
  readonly paragraph: Paragraph;
  readonly marks: MarkedWords;
  readonly scene: Scene;
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
const KEEPER_WEIGHT = 0.65;
const SPOKEN_WEIGHT = 0.2;
const SPOKEN_USUAL = 1;
/** What the probability of a speaker is divided by at the least, given that somebody spoke. */
const LEAST_SPOKEN = 0.3;

/** Each quotation in marks of an article with its likeliest speaker, in order. */
export function attributeQuotations(reading: Reading, model: QuotationModel): Attributed[] {
  const found: Attributed[] = [];
  voteGenders(reading);
  let last: LastSpeaker | null = null;
  for (const paragraph of reading.paragraphs) {
    resolvePronouns(reading, paragraph, last, model);
    if (!paragraph.marks.length) continue;
    for (let at = 0; at < paragraph.tokens.length; at++) {
      const token = paragraph.tokens[at] as Token;
      const marks = token.quotation < 0 ? undefined : paragraph.marks[token.quotation];
      if (!marks) continue;
      const scene = setScene(reading, paragraph, at, last, model);
      const candidates = listCandidates(reading, paragraph, at, last);
      const choice = choose(scene, candidates);
      const spoken = 1 - choice.nobody;
      // Where nobody is named at all, that nobody spoke says nothing of the words.
      const usual = candidates.length > 1 ? logOdds(spoken) - SPOKEN_USUAL : 0;
      const kept = logistic(KEEPER_WEIGHT * keeperScore(scene) + SPOKEN_WEIGHT * usual);
      if (kept < KEEP) continue;
      const { candidate, probability } = firstHand(scene, choice, candidates);
      const likely = Math.min(1, probability / Math.max(LEAST_SPOKEN, spoken));
      const { totals } = choice;
      found.push({ paragraph, marks, scene, candidate, probability: kept * likely, candidates, totals });
      last = { mention: candidate.mention, paragraph: paragraph.index, quotation: token.quotation };
    }
  }
  return found;
}

/** How much more words in marks look like a statement than like a title, a term or a scare quote. */
function keeperScore(scene: Scene): number {
  const { keeper } = scene.model;
  const { names, amounts } = describeSense(scene);
  return weigh(keeper, describeWords(scene)) + weighAmounts(keeper, names, amounts);
}

/** "…," Sullivan said Monday, according to the Post: the words are Sullivan's, the Post is where they were read. */
function firstHand(scene: Scene, chosen: Choice, candidates: readonly Candidate[]): Choice {
  const { tokens, classes } = scene.paragraph;
  const relay = chosen.candidate.mention;
  if (relay?.paragraph !== scene.paragraph.index || relay.first < scene.at + 4) return chosen;
  const lead = /^(?:the|a|an)$/.test(tokens[relay.first - 1]?.lower ?? '') ? relay.first - 1 : relay.first;
  if (tokens[lead - 1]?.lower !== 'to' || classes[lead - 2] !== 'A') return chosen;
  const speaker = candidates.find(({ mention: m }) => {
    if (!m || m.paragraph !== relay.paragraph || m.first <= scene.at || m.first >= relay.first) return false;
    if (m.kind !== 'name' && m.kind !== 'pronoun') return false;
    const said = m.first === scene.at + 1 && verbIn(classes, m.last, relay.first);
    return said || (m.first === scene.at + 2 && /^[Vv]$/.test(classes[scene.at + 1] ?? ''));
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
function choose(scene: Scene, candidates: readonly Candidate[]): Choice {
  const scores: number[] = [];
  for (const candidate of candidates)
    scores.push(weigh(scene.model.ranker, describeCandidate(scene, candidate)));
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
    candidate: candidates[best] as Candidate,
    probability: totals[best] ?? 0,
    nobody: chances.at(-1) ?? 0,
    totals,
  };
}
