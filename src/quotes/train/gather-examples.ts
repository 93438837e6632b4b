import { describeCandidate } from '../describe-candidate.ts';
import { describeWords } from '../keep-quotation.ts';
import { type LastSpeaker, listCandidates } from '../list-candidates.ts';
import { describeStatement, listStatements, tellingVerbs } from '../list-statements.ts';
import { type Paragraph, type Reading, readArticle } from '../read-article.ts';
import type { QuotationModel } from '../read-model.ts';
import { resolvePronouns, voteGenders } from '../resolve-pronouns.ts';
import { setScene } from '../set-scene.ts';
import { type GoldArticle, type GoldAttribution, sameWords } from './gold.ts';
import { goldMention, judge, reportsSame, unquoted } from './judge-options.ts';
import type { Example } from './learn-weights.ts';
import { type FeatureNumbers, numberFeatures } from './number-features.ts';

/** Examples of one kind of choice, with the numbers their features have. */
export interface Gathered {
  readonly examples: Example[];
  readonly features: FeatureNumbers;
}

/** What each part of the model learns from. */
export interface Lessons {
  readonly ranker: Gathered;
  readonly keeper: Gathered;
  readonly indirect: Gathered;
}

export function openLessons(): Lessons {
  const open = (): Gathered => ({ examples: [], features: numberFeatures() });
  return { ranker: open(), keeper: open(), indirect: open() };
}

const NONE = new Int32Array(0);

/** Adds one annotated article's choices, read with the given rates; who spoke last is taken from the annotation. */
export function gatherExamples(article: GoldArticle, rates: QuotationModel, lessons: Lessons): void {
  const reading = readArticle(article.text, [], rates);
  const statements = unquoted(article);
  let last: LastSpeaker | null = null;
  voteGenders(reading);
  for (const paragraph of reading.paragraphs) {
    resolvePronouns(reading, paragraph, last);
    gatherStatements(article.text, paragraph, statements, lessons.indirect);
    for (const [at, token] of paragraph.tokens.entries())
      if (token.quotation >= 0)
        last = gatherQuotation(article, reading, paragraph, at, last, rates, lessons) ?? last;
  }
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

/** Adds one quotation's two choices, and says who spoke it; null when nobody annotated it as one. */
function gatherQuotation(
  article: GoldArticle,
  reading: Reading,
  paragraph: Paragraph,
  at: number,
  last: LastSpeaker | null,
  rates: QuotationModel,
  { ranker, keeper }: Lessons,
): LastSpeaker | null {
  const quotation = paragraph.tokens[at]?.quotation ?? -1;
  const marks = paragraph.marks[quotation];
  if (!marks) return null;
  const scene = setScene(reading, paragraph, at, last, rates);
  const gold = article.quotes.find((q) => sameWords(article.text, marks.inner, q) >= 0.8);
  keeper.examples.push({
    options: [NONE, keeper.features.number(describeWords(scene))],
    right: [!gold, gold !== undefined],
  });
  if (!gold) return null;
  const candidates = listCandidates(reading, paragraph, at, last);
  const judged = judge(candidates, gold);
  const used = candidates.filter((_, i) => judged[i] !== null);
  if (judged.includes(true) && used.length > 1)
    ranker.examples.push({
      options: used.map((c) => ranker.features.number(describeCandidate(scene, c))),
      right: judged.filter((j) => j !== null),
    });
  const mention = goldMention(reading, paragraph, candidates, judged, gold);
  return { mention, paragraph: paragraph.index, quotation };
}
