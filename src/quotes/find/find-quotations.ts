import type { FoundQuotation, QuotationKind } from '../../kernel/quotation.ts';
import type { RosterEntry } from '../../kernel/roster.ts';
import type { Span } from '../../text/span.ts';
import { type Attributed, attributeQuotations } from './attribute-quotations.ts';
import { findStatements } from './find-statements.ts';
import type { Mention } from './names/mention.ts';
import { type Paragraph, parseArticle } from './reading/parse-article.ts';
import { reportSpeaker } from './report-speaker.ts';
import { resolveRoles } from './resolve-roles.ts';
import { skipRelays } from './skip-relays.ts';
import type { QuotationModel } from './words/parse-model.ts';

/**
 * Minimum probability for naming a speaker, by quotation kind. `thought`: reported thoughts and plans, a
 * looser kind of indirect speech. `resolved`: minimum of the probability times the certainty of a resolved
 * pronoun or description, for quotations in marks.
 */
export type Thresholds = Readonly<Record<QuotationKind | 'thought' | 'resolved', number>>;

/**
 * Thresholds for answers to readers; below them the answer names no speaker. Chosen by cross-validation so
 * that 98 of 100 named direct quotations are right. No probability reaches 2, so thoughts and plans never
 * appear.
 */
export const CERTAIN: Thresholds = { direct: 0.7, mixed: 0.6, indirect: 0.53, thought: 2, resolved: 0.75 };

/**
 * Lower threshold for a long quotation that is a whole paragraph after its surely named speaker: see
 * `goesOn`.
 */
const GOING_ON = 0.45;

/** Thresholds for counting: a named speaker is more likely right than wrong. */
export const PLAUSIBLE: Thresholds = {
  direct: 0.38,
  mixed: 0.38,
  indirect: 0.22,
  thought: 0.22,
  resolved: 0,
};

/**
 * Finds the quotations of an article's body with their speakers, ordered by start. Spans exclude the marks.
 * Where the probability is below `least`, the speaker and its mention are null.
 */
export function findQuotations(
  body: string,
  roster: readonly RosterEntry[],
  model: QuotationModel,
  least: Thresholds = CERTAIN,
): FoundQuotation[] {
  const article = parseArticle(body, roster, model);
  const roles = resolveRoles(article);
  const name = (kind: QuotationKind, mention: Mention | null, probability: number, enough = least[kind]) => {
    const certainty = mention?.certainty ?? 1;
    const confidence = probability * certainty;
    const doubtful =
      probability < enough || (kind !== 'indirect' && certainty < 1 && confidence < least.resolved);
    const known = doubtful ? null : mention;
    return {
      kind,
      mention: known && { start: known.start, end: known.end },
      speaker: known && reportSpeaker(article, known, roles),
      confidence: Math.round(confidence * 1000) / 1000,
    };
  };
  const attributed = skipRelays(attributeQuotations(article, model));
  const marked = attributed.map((found, i) => {
    const kind = kindOf(body, found);
    const before = attributed[i - 1];
    const sure = before !== undefined && before.probability >= least[kindOf(body, before)];
    const enough = sure && goesOn(before, found) ? Math.min(GOING_ON, least[kind]) : least[kind];
    return {
      span: found.marks.inner,
      cue: cueOf(found),
      ...name(kind, found.candidate.mention, found.probability, enough),
    };
  });
  const reported = article.paragraphs.flatMap((paragraph) =>
    findStatements(body, paragraph, model, least).map(({ content, cue, mention, probability }) => ({
      span: content,
      cue: cueAt(paragraph, cue),
      ...name('indirect', mention, probability),
    })),
  );
  return [...marked, ...reported].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * Whether a quotation most likely continues the one before it: the earlier paragraph ends in `"…," the report
 * says`, and the next paragraph is one long quotation and nothing else.
 */
function goesOn(before: Attributed, { context, candidate, paragraph }: Attributed): boolean {
  const { mention } = candidate;
  if (!mention || !context.alone || !context.opener || context.length !== 'l') return false;
  if (before.candidate.mention !== mention || before.paragraph.index !== paragraph.index - 1) return false;
  // A name before a quotation may only describe it. Short words may be a crowd's answer: see `length` above.
  return mention.first > before.context.at && before.paragraph.mentions.at(-1) === mention;
}

/** `direct` for a statement of its own, `mixed` for words inside a paraphrase. */
function kindOf(body: string, { marks, context }: Attributed): QuotationKind {
  const words = body.slice(marks.inner.start, Math.min(marks.inner.end, marks.inner.start + 400));
  const many = (words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0) >= 5;
  const capital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(words);
  if (many)
    return capital || context.alone || context.lead === '|' || context.lead === ',' || context.lead === ':'
      ? 'direct'
      : 'mixed';
  return capital && /[,.?!]/.test(context.sign) ? 'direct' : 'mixed';
}

function cueOf({ context, candidate, paragraph }: Attributed): Span | null {
  const { mention } = candidate;
  if (!mention || mention.paragraph !== paragraph.index) return null;
  const after = mention.first > context.at || context.cueBefore < 0;
  const at = after && context.cueAfter >= 0 ? context.cueAfter : context.cueBefore;
  return cueAt(paragraph, at);
}

/** The span of a cue; that of "according" includes its "to". */
function cueAt({ tokens }: Paragraph, at: number): Span | null {
  const token = tokens[at];
  if (!token) return null;
  const to = token.lower === 'according' ? tokens[at + 1] : undefined;
  return { start: token.start, end: to?.lower === 'to' ? to.end : token.end };
}
