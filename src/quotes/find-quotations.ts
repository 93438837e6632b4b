import type { FoundQuotation, QuotationKind } from '../kernel/quotation.ts';
import type { RosterEntry } from '../kernel/roster.ts';
import type { Span } from '../kernel/span.ts';
import { type Attributed, attributeQuotations } from './attribute-quotations.ts';
import { readArticle } from './read-article.ts';
import type { QuotationModel } from './read-model.ts';
import { reportSpeaker } from './report-speaker.ts';
import { resolveRoles } from './resolve-roles.ts';

/** From here on a speaker is named to a reader; below it the text is said to name nobody. */
export const CERTAIN = 0.5;

/** From here on naming a speaker is likelier right than wrong: what the evaluation counts best with. */
export const PLAUSIBLE = 0.45;

/**
 * The quotations of an article's body with their speakers, ordered by start; spans leave the marks out.
 * A speaker whose probability is below `least` is withheld: null, with no mention.
 */
export function findQuotations(
  body: string,
  roster: readonly RosterEntry[],
  model: QuotationModel,
  least = CERTAIN,
): FoundQuotation[] {
  const reading = readArticle(body, roster, model);
  const roles = resolveRoles(reading);
  return attributeQuotations(reading, model).map((found) => {
    const { marks, candidate, probability } = found;
    const mention = probability < least ? null : candidate.mention;
    return {
      span: marks.inner,
      kind: kindOf(body, found),
      cue: cueOf(found),
      mention: mention && { start: mention.start, end: mention.end },
      speaker: mention && reportSpeaker(reading, mention, roles),
      confidence: Math.round(probability * 1000) / 1000,
    };
  });
}

/** A statement of its own, or words inside somebody's paraphrase. */
function kindOf(body: string, { marks, scene }: Attributed): QuotationKind {
  const words = body.slice(marks.inner.start, Math.min(marks.inner.end, marks.inner.start + 400));
  const many = (words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0) >= 5;
  const capital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(words);
  if (many)
    return capital || scene.alone || scene.lead === '|' || scene.lead === ',' || scene.lead === ':'
      ? 'direct'
      : 'mixed';
  return capital && /[,.?!]/.test(scene.sign) ? 'direct' : 'mixed';
}

function cueOf({ scene, candidate, paragraph }: Attributed): Span | null {
  const { mention } = candidate;
  if (!mention || mention.paragraph !== paragraph.index) return null;
  const after = mention.first > scene.at || scene.cueBefore < 0;
  const at = after && scene.cueAfter >= 0 ? scene.cueAfter : scene.cueBefore;
  const token = paragraph.tokens[at];
  if (!token) return null;
  const to = token.lower === 'according' ? paragraph.tokens[at + 1] : undefined;
  return { start: token.start, end: to?.lower === 'to' ? to.end : token.end };
}
