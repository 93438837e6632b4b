import { describeCandidate } from '../describe-candidate.ts';
import { describeWords } from '../keep-quotation.ts';
import { type Candidate, type LastSpeaker, listCandidates } from '../list-candidates.ts';
import { describeStatement, listStatements, type Statement, tellingVerbs } from '../list-statements.ts';
import type { Mention } from '../mention.ts';
import type { Paragraph, Reading } from '../read-article.ts';
import { readArticle } from '../read-article.ts';
import { type QuotationModel, UNTRAINED } from '../read-model.ts';
import { resolvePronouns, voteGenders } from '../resolve-pronouns.ts';
import { setScene } from '../set-scene.ts';
import {
  fragmentsOf,
  type GoldArticle,
  type GoldAttribution,
  type GoldQuote,
  overlaps,
  sameWords,
} from './gold.ts';
import { learnRates } from './learn-rates.ts';
import { type Example, learnChoices, type Schedule } from './learn-weights.ts';
import { numberFeatures } from './number-features.ts';

type Schedules = Readonly<Record<'ranker' | 'keeper' | 'indirect', Schedule & { readonly least: number }>>;

const SCHEDULES: Schedules = {
  ranker: { epochs: 14, rate: 0.3, l1: 0.5, l2: 0.1, seed: 7, least: 2 },
  indirect: { epochs: 8, rate: 0.3, l1: 3, l2: 0.1, seed: 7, least: 5 },
  keeper: { epochs: 14, rate: 0.3, l1: 1, l2: 0.1, seed: 7, least: 3 },
};

const FOLDS = 6;

/** Rates and weights learned from annotated articles; the same articles give the same model, number for number. */
export function trainModel(
  articles: readonly GoldArticle[],
  schedules: Schedules = SCHEDULES,
): QuotationModel {
  // Each article is read with rates learned from the others: its own would make rare words look surer than they are.
  const unseen = Array.from(
    { length: FOLDS },
    (_, k): QuotationModel => ({
      ...UNTRAINED,
      ...learnRates(articles.filter((_a, i) => i % FOLDS !== k)),
    }),
  );
  const ranker = numberFeatures();
  const keeper = numberFeatures();
  const choices: Example[] = [];
  const keeps: Example[] = [];
  const none = new Int32Array(0);
  const indirect = numberFeatures();
  const reports: Example[] = [];
  for (const [i, article] of articles.entries()) {
    const base = unseen[i % FOLDS] as QuotationModel;
    const reading = readArticle(article.text, [], base);
    const statements = unquoted(article);
    let last: LastSpeaker | null = null;
    voteGenders(reading);
    for (const paragraph of reading.paragraphs) {
      resolvePronouns(reading, paragraph, last);
      for (const cue of tellingVerbs(paragraph)) {
        const readings = listStatements(article.text, paragraph, cue);
        if (!readings.length) continue;
        const right = readings.map((r) => statements.some((g) => reportsSame(article.text, r, g)));
        const options = readings.map((r) => indirect.number(describeStatement(paragraph, r)));
        reports.push({ options: [none, ...options], right: [!right.includes(true), ...right] });
      }
      for (const [at, token] of paragraph.tokens.entries()) {
        const marks = paragraph.marks[token.quotation];
        if (!marks) continue;
        const scene = setScene(reading, paragraph, at, last, base);
        const gold = article.quotes.find((q) => sameWords(article.text, marks.inner, q) >= 0.8);
        keeps.push({
          options: [none, keeper.number(describeWords(scene))],
          right: [!gold, gold !== undefined],
        });
        if (!gold) continue;
        const candidates = listCandidates(reading, paragraph, at, last);
        const judged = judge(candidates, gold);
        const used = candidates.filter((_, i) => judged[i] !== null);
        if (judged.includes(true) && used.length > 1)
          choices.push({
            options: used.map((c) => ranker.number(describeCandidate(scene, c))),
            right: judged.filter((j) => j !== null),
          });
        last = {
          mention: goldMention(reading, paragraph, candidates, judged, gold),
          paragraph: paragraph.index,
          quotation: token.quotation,
        };
      }
    }
  }
  const { ranker: r, keeper: k, indirect: i } = schedules;
  return {
    ...UNTRAINED,
    ...learnRates(articles),
    ranker: ranker.weights(learnChoices(choices, ranker.size, r), r.least),
    keeper: keeper.weights(learnChoices(keeps, keeper.size, k), k.least),
    indirect: indirect.weights(learnChoices(reports, indirect.size, i), i.least),
  };
}

/** Annotated statements that hold no quotation in marks. */
function unquoted({ quotes, attributions }: GoldArticle): GoldAttribution[] {
  const marked = new Set(quotes.map((q) => q.attribution));
  return attributions.filter((a) => a.source && !marked.has(a.id));
}

function reportsSame(text: string, { mention, content }: Statement, gold: GoldAttribution): boolean {
  const { source } = gold;
  return (
    source !== null &&
    sameWords(text, content, gold.content) >= 0.5 &&
    fragmentsOf(source).some((f) => overlaps(mention, f))
  );
}

/** Right, wrong, or (null) another mention of the right one, which is neither. */
function judge(candidates: readonly Candidate[], gold: GoldQuote): (boolean | null)[] {
  const source = gold.source;
  if (!source) return candidates.map((c) => c.mention === null);
  const right = candidates.map(
    (c) => c.mention !== null && fragmentsOf(source).some((f) => overlaps(c.mention as Mention, f)),
  );
  // A named source is met by any mention of its bearer; a pronoun or a description only by itself.
  const named = /\p{Lu}\p{L}+/u.test(source.text);
  const entities = new Set(
    candidates.filter((c, i) => named && right[i] && c.mention?.entity).map((c) => c.mention?.entity),
  );
  return candidates.map((c, i) =>
    right[i] ? true : c.mention?.entity && entities.has(c.mention.entity) ? null : false,
  );
}

function goldMention(
  reading: Reading,
  paragraph: Paragraph,
  candidates: readonly Candidate[],
  judged: readonly (boolean | null)[],
  gold: GoldQuote,
): Mention | null {
  const i = judged.indexOf(true);
  if (i >= 0) return candidates[i]?.mention ?? null;
  const source = gold.source;
  if (!source) return null;
  for (
    let p = Math.max(0, paragraph.index - 9);
    p <= Math.min(reading.paragraphs.length - 1, paragraph.index + 2);
    p++
  ) {
    const found = reading.paragraphs[p]?.mentions.find((m) => overlaps(m, source));
    if (found) return found;
  }
  return null;
}
