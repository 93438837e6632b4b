import type { Candidate } from '../find/features/list-candidates.ts';
import type { Statement } from '../find/features/list-statements.ts';
import type { Mention } from '../find/names/mention.ts';
import type { Paragraph, ParsedArticle } from '../find/reading/parse-article.ts';
import {
  fragmentsOf,
  type GoldArticle,
  type GoldAttribution,
  type GoldQuote,
  overlaps,
  sameWords,
} from './gold.ts';

/** Annotated statements that hold no quotation in marks. */
export function unquoted({ quotes, attributions }: GoldArticle): GoldAttribution[] {
  const marked = new Set(quotes.map((q) => q.attribution));
  return attributions.filter((a) => a.source && !marked.has(a.id));
}

/** Whether a reading of a verb is an annotated statement: half its words or more, and its source. */
export function reportsSame(text: string, { mention, content }: Statement, gold: GoldAttribution): boolean {
  const { source } = gold;
  return (
    source !== null &&
    sameWords(text, content, gold.content) >= 0.5 &&
    fragmentsOf(source).some((f) => overlaps(mention, f))
  );
}

/** Right, wrong, or (null) another mention of the right one, which is neither. */
export function judge(candidates: readonly Candidate[], gold: GoldQuote): (boolean | null)[] {
  const source = gold.source;
  if (!source) return candidates.map((c) => c.mention === null);
  const inside = candidates.map(
    ({ mention }) => mention !== null && fragmentsOf(source).some((f) => overlaps(mention, f)),
  );
  const heads = headsOf(candidates.flatMap(({ mention }, i) => (mention && inside[i] ? [mention] : [])));
  const right = candidates.map(({ mention }) => mention !== null && heads.has(mention));
  // A named source is met by any mention of its bearer; a pronoun or a description only by itself.
  const named = /\p{Lu}\p{L}+/u.test(source.text);
  const entities = new Set(
    candidates.filter((c, i) => named && right[i] && c.mention?.entity).map((c) => c.mention?.entity),
  );
  return candidates.map((c, i) =>
    right[i] ? true : inside[i] || (c.mention?.entity && entities.has(c.mention.entity)) ? null : false,
  );
}

/** Of the mentions inside a source, those that are the speaker: "*Ada Quay*, a friend of Tom Harker, who lives in Ely". */
function headsOf(inside: readonly Mention[]): Set<Mention> {
  const inOrder = [...inside].sort((a, b) => a.start - b.start);
  const first = inOrder[0];
  if (!first) return new Set();
  const same = (m: Mention) =>
    m === first ||
    m.renames === first ||
    first.renames === m ||
    (m.entity !== null && m.entity === first.entity);
  return new Set(inOrder.filter(same));
}

/** The mention the annotation names as the source, near the quotation; null when there is none. */
export function goldMention(
  reading: ParsedArticle,
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
