import type { Span } from '../text/span.ts';

/** direct: a statement of its own · mixed: quoted words inside a paraphrase · indirect: reported, without marks. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/** The speaker as one article reports them. */
export interface ReportedSpeaker {
  /** Made from the resolved name, the same for one person in every article of a desk. */
  readonly id: string;
  /** Full name without titles ("Nicholas Burns"), or the body as the text calls it ("Beijing’s foreign ministry"). */
  readonly name: string;
  /** The role as this article reports it ("Secretary of State"), else null. */
  readonly role: string | null;
}

/** What the quotes room finds in one article's body. */
export interface FoundQuotation {
  /** The words, marks left out. */
  readonly span: Span;
  readonly kind: QuotationKind;
  /** The verb or phrase that attributes it ("said", "according to"), else null. */
  readonly cue: Span | null;
  /** The words in the text the decision rests on ("he", "Mr. Burns"), else null. */
  readonly mention: Span | null;
  readonly speaker: ReportedSpeaker | null;
  /** How likely the speaker is right, 0 to 1. */
  readonly confidence: number;
}

/** A quotation as the archive holds it; its words are what the span cuts out of its article's body. */
export interface Quotation extends FoundQuotation {
  /** `<articleId>.<start>`. */
  readonly id: string;
  readonly articleId: string;
  /** One thing one person said on one occasion, however many outlets printed it. */
  readonly utteranceId: string;
  readonly words: string;
}

/** Minimum confidence for naming a speaker. Below it an answer says “unattributed in the text” and shows the sentence. */
const SHOWN_CONFIDENCE = 0.5;

/** The speaker whom an answer may name; null when the text supports none well enough. */
export function shownSpeaker({
  speaker,
  confidence,
}: Pick<Quotation, 'speaker' | 'confidence'>): ReportedSpeaker | null {
  return speaker && confidence >= SHOWN_CONFIDENCE ? speaker : null;
}
