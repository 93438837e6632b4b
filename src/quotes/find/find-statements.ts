import {
  describeStatement,
  listStatements,
  type Statement,
  tellingVerbs,
} from './features/list-statements.ts';
import type { Paragraph } from './reading/parse-article.ts';
import type { QuotationModel } from './words/parse-model.ts';
import { softmax, sumWeights } from './words/score-features.ts';

/** A statement reported without marks; `probability`, 0 to 1, is that it is one. */
export interface FoundStatement extends Statement {
  readonly probability: number;
}

/**
 * Finds the statements that a paragraph reports without marks. For each verb it takes the likeliest reading,
 * if that reaches the minimum probability for speech (`indirect`) or thoughts and plans (`thought`). Of
 * overlapping statements it keeps the outermost.
 */
export function findStatements(
  body: string,
  paragraph: Paragraph,
  model: QuotationModel,
  { indirect, thought }: Readonly<Record<'indirect' | 'thought', number>>,
): FoundStatement[] {
  if (paragraph.titled) return [];
  const found: FoundStatement[] = [];
  for (const cue of tellingVerbs(paragraph)) {
    const readings = listStatements(body, paragraph, cue);
    if (!readings.length) continue;
    const scores = [0];
    for (const article of readings)
      scores.push(sumWeights(model.indirect, describeStatement(paragraph, article)));
    const chances = softmax(scores);
    let best = 0;
    for (let i = 1; i < readings.length; i++) if ((chances[i + 1] ?? 0) > (chances[best + 1] ?? 0)) best = i;
    const article = readings[best];
    const probability = chances[best + 1] ?? 0;
    if (article && probability >= (isSaying(paragraph, article) ? indirect : thought))
      found.push({ ...article, probability });
  }
  return outermost(found);
}

/** Whether a reading is speech rather than thought, and long enough to be a statement. */
function isSaying({ classes }: Paragraph, { cue, from, to, order }: Statement): boolean {
  return classes[cue] !== 'h' && order !== 'object' && to - from >= 4;
}

/** Keeps the outermost of overlapping statements: "Ryan said Trump believed …" is Ryan's. */
function outermost(found: readonly FoundStatement[]): FoundStatement[] {
  const kept: FoundStatement[] = [];
  for (const one of [...found].sort(
    (a, b) => a.content.start - b.content.start || b.content.end - a.content.end,
  )) {
    const last = kept.at(-1);
    if (!last || one.content.start >= last.content.end) kept.push(one);
  }
  return kept;
}
