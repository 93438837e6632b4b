import type { QuotationHit } from '../../archive/port.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import type { Recorded } from '../../quotes/check/judge-quotation.ts';
import type { Span } from '../../text/span.ts';

/**
 * A record that a claim is compared with: one quotation, or the halves of a split quotation with the words
 * between them as asides.
 */
export interface HeldRecord extends Recorded {
  readonly hits: readonly [QuotationHit, ...QuotationHit[]];
}

/**
 * Longest gap between two halves of a quotation, in UTF-16 units: “…,” the mayor of the old town told
 * reporters on Monday. “…”
 */
const NEAR = 400;

/**
 * Makes a record of each quotation, and one more of each quotation that an article splits (“…,” he said,
 * “…”).
 */
export function gatherRecords(hits: readonly QuotationHit[]): HeldRecord[] {
  const single = hits.map((hit): HeldRecord => ({ ...recordOf([hit]), hits: [hit] }));
  const joined = chainsOf(hits).map((chain): HeldRecord => ({ ...recordOf(chain), hits: chain }));
  return [...single, ...joined];
}

type Chain = readonly [QuotationHit, ...QuotationHit[]];

function recordOf(chain: Chain): Recorded {
  const [first] = chain;
  const { start } = first.quotation.span;
  const last = chain.at(-1) ?? first;
  const asides: Span[] = chain.slice(1).map((hit, n) => ({
    start: (chain[n] ?? first).quotation.span.end - start,
    end: hit.quotation.span.start - start,
  }));
  return {
    words: first.article.body.slice(start, last.quotation.span.end),
    speakerId: shownSpeaker(first.quotation)?.id ?? null,
    asides,
  };
}

/** The longest runs of two or more neighbouring quotations that continue one another. */
function chainsOf(hits: readonly QuotationHit[]): Chain[] {
  const inOrder = [...hits].sort(
    (a, b) =>
      (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0) ||
      a.quotation.span.start - b.quotation.span.start,
  );
  const chains: [QuotationHit, ...QuotationHit[]][] = [];
  for (const hit of inOrder) {
    const chain = chains.at(-1);
    const before = chain?.at(-1);
    if (chain && before && goesOn(before, hit)) chain.push(hit);
    else chains.push([hit]);
  }
  return chains.filter((chain) => chain.length > 1);
}

/**
 * Whether a quotation continues `before`: both have one article and one speaker, and only an attribution or a
 * paragraph break stands between them.
 */
function goesOn(before: QuotationHit, { quotation, article }: QuotationHit): boolean {
  if (before.article.id !== article.id) return false;
  const speaker = shownSpeaker(before.quotation);
  if (!speaker || speaker.id !== shownSpeaker(quotation)?.id) return false;
  const between = article.body.slice(before.quotation.span.end, quotation.span.start);
  if (before.quotation.span.end > quotation.span.start || between.length > NEAR) return false;
  const hasOther = (between.match(/[“„«"]/gu) ?? []).length > 2;
  const isSpoken = /[\p{L}\p{N}]/u.test(between);
  return !hasOther && (!isSpoken || !/\n\s*\n/u.test(between));
}
