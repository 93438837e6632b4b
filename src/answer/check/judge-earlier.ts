import type { QuotationHit } from '../../archive/port.ts';
import type { Filters } from '../../kernel/ask.ts';
import type { AnswerDeps, Person } from '../show/answer-deps.ts';
import { gatherRecords } from './gather-records.ts';
import { type Judged, judgeAgainst, rank } from './judge-claim.ts';

/** Older versions of changed articles that are compared, at most. */
const EARLIER = 20;

/**
 * Judges claimed words against quotations that only older versions of articles hold. Returns null unless one
 * is nearer to the claim than `now`, the judgement on what is printed today.
 */
export async function judgeEarlier(
  words: string,
  people: readonly Person[],
  filters: Filters,
  now: Judged,
  { archive }: AnswerDeps,
): Promise<Judged | null> {
  if (now.verdict === 'exact') return null;
  const hits = await archive.search.earlierQuotations(words, { ...filters, by: null }, EARLIER);
  const records = versionsOf(hits).flatMap((version) =>
    gatherRecords(version.filter(({ quotation }) => quotation.kind !== 'indirect')),
  );
  if (!records.length) return null;
  const earlier = judgeAgainst(words, people, records, hits);
  return rank(earlier) < rank(now) ? earlier : null;
}

/** Groups quotations by version: a quotation must not continue across two versions of an article. */
function versionsOf(hits: readonly QuotationHit[]): QuotationHit[][] {
  const versions = new Map<string, QuotationHit[]>();
  for (const hit of hits) {
    const { id, replacedAt, bodyHash } = hit.article;
    const version = `${id} ${replacedAt} ${bodyHash}`;
    versions.set(version, [...(versions.get(version) ?? []), hit]);
  }
  return [...versions.values()];
}
