import type { QuotationHit } from '../../archive/port.ts';
import type { UtteranceEvidence } from '../../kernel/answer.ts';
import { type Citation, cite } from '../../kernel/article.ts';
import type { Block, Wording } from '../../kernel/card.ts';
import { shownSpeaker } from '../../kernel/quotation.ts';
import { differingSpans } from '../../quotes/check/align-words.ts';
import { paragraphAround } from '../../text/cut-passage.ts';

/** Order of publication, undated articles last. */
function byDate(a: QuotationHit, b: QuotationHit): number {
  const day = (hit: QuotationHit) => hit.article.publishedAt ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.quotation.id < b.quotation.id ? -1 : 1;
}

/**
 * Makes the evidence for an utterance: the wording asked for first, then those of other articles in order of
 * publication.
 */
export function evidenceOf(asked: QuotationHit, wordings: readonly QuotationHit[]): UtteranceEvidence {
  const others = wordings.filter((hit) => hit.article.id !== asked.article.id).sort(byDate);
  return { wordings: [asked, ...others] };
}

/** Puts the longest wording first, for a reader who asked for no particular words. */
export function fullestFirst({ wordings }: UtteranceEvidence): UtteranceEvidence {
  const [first, ...others] = [...wordings].sort(
    (a, b) => b.quotation.words.length - a.quotation.words.length || byDate(a, b),
  );
  return { wordings: first ? [first, ...others.sort(byDate)] : [] };
}

/** Shows an utterance: its words, its speaker, and each wording with the articles that printed it. */
export function utteranceBlock(utterance: UtteranceEvidence): Block {
  const asked = utterance.wordings[0];
  if (!asked) throw new RangeError('an utterance has at least one wording');
  const groups = new Map<string, QuotationHit[]>();
  for (const hit of utterance.wordings)
    groups.set(sameWords(hit), [...(groups.get(sameWords(hit)) ?? []), hit]);
  const [first, ...others] = [...groups.values()].map((hits) => wording(hits, asked.quotation.words));
  if (!first) throw new RangeError('an utterance has at least one wording');
  const { quotation, article } = asked;
  const speaker = shownSpeaker(quotation);
  return {
    kind: 'quotation',
    quotationKind: quotation.kind,
    speaker: speaker && { name: speaker.name, role: speaker.role },
    sentence: speaker ? null : paragraphAround(article.body, quotation.span).text,
    wordings: [first, ...others.sort((a, b) => Number(a.apart) - Number(b.apart))],
    context: article.replacedAt ? null : { kind: 'context', line: `context ${quotation.id}` },
  };
}

/** A key for wordings: a difference in punctuation, case or spacing alone makes no other wording. */
function sameWords({ quotation }: QuotationHit): string {
  return (quotation.words.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase();
}

function wording(hits: readonly QuotationHit[], asked: string): Wording {
  const words = hits[0]?.quotation.words ?? '';
  const [first, ...rest] = [...hits].sort(byDate).map((hit) => cite(hit.article)) as [
    Citation,
    ...Citation[],
  ];
  const printed = [first, ...rest] as const;
  if (words === asked) return { words, differs: [], apart: false, printed };
  const differs = differingSpans(asked, words);
  return { words, differs: differs ?? [], apart: differs === null, printed };
}
