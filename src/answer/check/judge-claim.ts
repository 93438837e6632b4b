import type { QuotationHit } from '../../archive/port.ts';
import type { Filters } from '../../kernel/ask.ts';
import { type Judgement, judgeQuotation } from '../../quotes/check/judge-quotation.ts';
import type { AnswerDeps, Person } from '../show/answer-deps.ts';
import { gatherRecords, type HeldRecord } from './gather-records.ts';

/** Quotations compared word by word, at most: by any speaker, and by each named person. */
const CANDIDATES = 120;
const OWN_CANDIDATES = 40;
/** People with the claimed name who are tried one by one, at most. */
const NAMESAKES = 3;

export interface Judged extends Judgement {
  readonly record: HeldRecord | null;
  /** The claimed speaker; of several namesakes, the one with the best verdict. */
  readonly claimed: Person | null;
  /** All quotations that were found. Indirect ones are among them, but no claim is judged against those. */
  readonly candidates: readonly QuotationHit[];
}

/**
 * Judges claimed words against the archive. `people` holds everyone whom the claimed name may mean;
 * `filters.by` is ignored.
 */
export async function judgeClaim(
  words: string,
  people: readonly Person[],
  filters: Filters,
  { archive }: AnswerDeps,
): Promise<Judged> {
  const { nearestQuotations } = archive.search;
  const namesakes = people.slice(0, NAMESAKES);
  const readings = readClaim(words);
  const everybody = [...namesakes.map(({ id }) => id), null];
  const [likeliest = null] = everybody;
  const searches = [
    ...readings.flatMap((searched) => everybody.map((by) => ({ searched, by }))),
    ...clausesOf(words).map((searched) => ({ searched, by: likeliest })),
  ];
  const hits = new Map<string, QuotationHit>();
  for (const { searched, by } of searches) {
    const found = await nearestQuotations(searched, { ...filters, by }, by ? OWN_CANDIDATES : CANDIDATES);
    for (const hit of found) hits.set(hit.quotation.id, hit);
  }
  const candidates = [...hits.values()];
  const records = gatherRecords(candidates.filter(({ quotation }) => quotation.kind !== 'indirect'));
  return judgeAgainst(words, people, records, candidates);
}

/**
 * Judges claimed words against `records` in each reading and for each namesake, and returns the best result.
 */
export function judgeAgainst(
  words: string,
  people: readonly Person[],
  records: readonly HeldRecord[],
  candidates: readonly QuotationHit[],
): Judged {
  const namesakes = people.slice(0, NAMESAKES);
  const claims = readClaim(words).flatMap((claim) =>
    (namesakes.length ? namesakes : [null]).map((claimed) => {
      const judgement = judgeQuotation({ words: claim, speakerId: claimed?.id ?? null }, records);
      return { ...judgement, claimed, record: records[judgement.nearest ?? -1] ?? null, candidates };
    }),
  );
  const [best] = claims.sort((a, b) => rank(a) - rank(b));
  if (!best) throw new RangeError('a claim has at least one reading');
  return best;
}

/** Clauses of a claim that are searched separately, at most, and the fewest words of one. */
const CLAUSES = 4;
const LEAST_WORDS = 3;

/**
 * The longest clauses of a claim that has several. A search for the whole claim drops function words, which
 * can be half of it. This does not use `sentencesOf`, because a semicolon or an inner quotation mark also
 * separates parts that may come from separate statements.
 */
function clausesOf(words: string): string[] {
  const clauses = words
    .split(/[.!?…;“”]+/u)
    .filter((each) => (each.match(/\S+/gu) ?? []).length >= LEAST_WORDS);
  return clauses.length > 1 ? clauses.sort((a, b) => b.length - a.length).slice(0, CLAUSES) : [];
}

/**
 * The possible readings of claimed words: as they stand and, where several parts are in quotation marks (“…,”
 * he said, “…”), only those parts. Marks inside a quotation look alike, so both readings are tried.
 */
function readClaim(words: string): string[] {
  const inMarks = [...words.matchAll(/“([^“”]*)”/gu)].map((match) => match[1] ?? '');
  return inMarks.length > 1 ? [words, inMarks.join(' ')] : [words];
}

const WORDS: Readonly<Record<Judgement['words'], number>> = { exact: 0, cut: 1, altered: 2, 'not found': 3 };

/** A sort key: the lower, the nearer the claim is to what was printed. */
export function rank({ verdict, words }: Judgement): number {
  return WORDS[words] * 2 + (verdict === 'other speaker' ? 1 : 0);
}
