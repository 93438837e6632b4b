import type { QuotationHit } from '../../archive/port.ts';
import type { Filters } from '../../kernel/ask.ts';
import { type Judgement, judgeQuotation } from '../../quotes/check/judge-quotation.ts';
import type { AnswerDeps, Person } from '../show/answer-deps.ts';
import { gatherRecords, type HeldRecord } from './gather-records.ts';

/** How many quotations of anybody, and of those who are named, are compared word by word. */
const CANDIDATES = 120;
const OWN_CANDIDATES = 40;
/** People of one name beyond these are not tried one by one. */
const NAMESAKES = 3;

export interface Judged extends Judgement {
  readonly record: HeldRecord | null;
  /** Who is claimed to have said it: of several namesakes the one who did. */
  readonly claimed: Person | null;
  /** Everything that was looked at, reported speech too, which no quotation is judged by. */
  readonly candidates: readonly QuotationHit[];
}

/** Judges claimed words against what the archive holds; `filters.by` is not used, `people` are all whom the claimed name may mean. */
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

/** The best that can be made of claimed words against these records, over their readings and the people meant. */
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

/** Clauses of a claim that are searched by themselves, and the fewest words of one. */
const CLAUSES = 4;
const LEAST_WORDS = 3;

/**
 * The longest clauses of a claim that has several: a search for the whole drops function words, and half of it may be made of those.
 * Apart from `sentencesOf` on purpose: a semicolon and an inner mark part what may have been said apart.
 */
function clausesOf(words: string): string[] {
  const clauses = words
    .split(/[.!?…;“”]+/u)
    .filter((each) => (each.match(/\S+/gu) ?? []).length >= LEAST_WORDS);
  return clauses.length > 1 ? clauses.sort((a, b) => b.length - a.length).slice(0, CLAUSES) : [];
}

/**
 * The ways to read claimed words: as they stand, and, where several stretches are in marks (“…,” he said, “…”), only what is in marks;
 * a pair of marks inside a quotation looks the same, so both are tried.
 */
function readClaim(words: string): string[] {
  const inMarks = [...words.matchAll(/“([^“”]*)”/gu)].map((match) => match[1] ?? '');
  return inMarks.length > 1 ? [words, inMarks.join(' ')] : [words];
}

const WORDS: Readonly<Record<Judgement['words'], number>> = { exact: 0, cut: 1, altered: 2, 'not found': 3 };

/** The less, the nearer the claim came to what was printed. */
export function rank({ verdict, words }: Judgement): number {
  return WORDS[words] * 2 + (verdict === 'other speaker' ? 1 : 0);
}
