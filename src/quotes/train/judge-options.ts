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

/** Annotated statements with a source that contain no quotation in marks. */
export function unquoted({ quotes, attributions }: GoldArticle): GoldAttribution[] {
  const marked = new Set(quotes.map((q) => q.attribution));
  return attributions.filter((a) => a.source && !marked.has(a.id));
}

/**
 * Whether a candidate statement matches an annotated one: a similarity of the words of 0.5 or more, and an
 * overlapping source.
 */
export function reportsSame(text: string, { mention, content }: Statement, gold: GoldAttribution): boolean {
  const { source } = gold;
  return (
    source !== null &&
    sameWords(text, content, gold.content) >= 0.5 &&
    fragmentsOf(source).some((f) => overlaps(mention, f))
  );
}

/**
 * Judges each candidate: true, false, or null for another mention in the source or of the right person, which
 * must count neither way.
 */
export function judge(candidates: readonly Candidate[], gold: GoldQuote): (boolean | null)[] {
  const source = gold.source;
  if (!source) return candidates.map((c) => c.mention === null);
  const inside = candidates.map(
    ({ mention }) => mention !== null && fragmentsOf(source).some((f) => overlaps(mention, f)),
  );
  const heads = headsOf(candidates.flatMap(({ mention }, i) => (mention && inside[i] ? [mention] : [])));
  const right = candidates.map(({ mention }) => mention !== null && heads.has(mention));
  // Any mention of the same person matches a named source; only the mention itself matches a pronoun or
  // description.
  const named = /\p{Lu}\p{L}+/u.test(source.text);
  const entities = new Set(
    candidates.filter((c, i) => named && right[i] && c.mention?.entity).map((c) => c.mention?.entity),
  );
  return candidates.map((c, i) =>
    right[i] ? true : inside[i] || (c.mention?.entity && entities.has(c.mention.entity)) ? null : false,
  );
}

/**
 * The mentions inside a source that are the speaker, as *Ada Quay* in "*Ada Quay*, a friend of Tom Harker,
 * who lives in Ely".
 */
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

/** The mention that the annotation gives as the source, near the quotation; null when there is none. */
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
